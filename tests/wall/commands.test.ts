import fc from 'fast-check';
import { expect, test } from 'vitest';
import { longestAnnouncement, readCommand } from '#lib/wall/commands.ts';
import { readState } from '#lib/wall/wall-state.ts';

test('commands are taken as they are meant, and nothing else of what came with them', () => {
	expect(readCommand({ do: 'next', more: 1 })).toEqual({ do: 'next' });
	expect(readCommand({ do: 'pin' })).toEqual({ do: 'pin' });
	expect(readCommand({ do: 'pin', scene: 3 })).toEqual({ do: 'pin', scene: 3 });
	expect(readCommand({ do: 'go', scene: 2 })).toEqual({ do: 'go', scene: 2 });
	expect(readCommand({ do: 'announce', text: ' 你好 ', seconds: 60.4 })).toEqual({
		do: 'announce',
		text: { zh: '你好', en: '你好' },
		seconds: 60
	});
	expect(readCommand({ do: 'announce', text: { zh: '你好' } })).toEqual({
		do: 'announce',
		text: { zh: '你好', en: '你好' }
	});
});

test('what is none is none', () => {
	for (const wrong of [
		null,
		'next',
		{},
		{ do: 'format' },
		{ do: 'go' },
		{ do: 'go', scene: 0 },
		{ do: 'pin', scene: '1' }
	])
		expect(readCommand(wrong)).toBeNull();
	expect(readCommand({ do: 'announce', text: ' ' })).toBeNull();
	expect(readCommand({ do: 'announce', text: { zh: 3 } })).toBeNull();
});

test('whatever comes: nothing is thrown, and an announcement keeps its limits', () => {
	const almost = fc.record({
		do: fc.constantFrom('announce', 'pin', 'go', 'next'),
		text: fc.oneof(fc.string({ maxLength: 400 }), fc.jsonValue()),
		scene: fc.jsonValue(),
		seconds: fc.oneof(fc.double(), fc.jsonValue())
	});
	fc.assert(
		fc.property(fc.oneof(fc.anything(), almost), (value) => {
			const command = readCommand(value);
			if (command) expect(readCommand(command)).toEqual(command);
			if (command?.do !== 'announce') return;
			expect([...command.text.zh].length).toBeLessThanOrEqual(longestAnnouncement);
			expect(command.seconds ?? 1).toBeGreaterThan(0);
		})
	);
});

test('what a wall says of itself is read with the same care', () => {
	const state = {
		...{ wall: 'a', name: '大厅', scene: 2, paused: false, pinned: true, blank: false, dark: false },
		scenes: [{ scene: 1, title: '地图' }],
		announcement: { zh: '你好', en: 'Hello' }
	};
	expect(readState(state)).toEqual(state);
	expect(readState({ ...state, scenes: [{ scene: 0, title: 'x' }, 3], announcement: 'x', scene: 'x' })).toEqual({
		...state,
		...{ scenes: [], announcement: null, scene: null }
	});
	expect(readState({ ...state, wall: '' })).toBeNull();
	fc.assert(
		fc.property(fc.anything(), (value) => {
			expect(() => readState(value)).not.toThrow();
		})
	);
});
