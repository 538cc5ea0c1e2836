import { describe, expect, test } from 'vitest';
import { channelName, readPresenterMessage, readStageMessage } from '#lib/views/reveal/channel.ts';
import { commandOf } from '#lib/views/reveal/keys.ts';
import { clockText, firstInSight } from '#lib/views/reveal/stage-window.ts';

const press = (key: string, more: object = {}) => ({
	...{ key, ctrlKey: false, altKey: false, metaKey: false, isComposing: false, target: null },
	...{ preventDefault: () => {} },
	...more
});

test('keys of a keyboard and of presenter remotes', () => {
	const meant = Object.entries({
		step: ['ArrowRight', 'PageDown', ' ', 'Enter', 'ArrowDown'],
		back: ['ArrowLeft', 'PageUp', 'ArrowUp', 'Backspace'],
		blank: ['b', 'B', '.'],
		pause: ['p', 'P'],
		auto: ['a', 'A'],
		screen: ['f', 'F', 'F5'],
		leave: ['Escape']
	});
	for (const [command, keys] of meant)
		for (const key of keys) expect([key, commandOf(press(key))]).toEqual([key, command]);
	for (const key of ['x', 'Tab', 'Home', 'toString']) expect(commandOf(press(key))).toBeNull();
});

test('keys that are somebody else’s', () => {
	expect(commandOf(press('b', { ctrlKey: true }))).toBeNull();
	expect(commandOf(press('b', { isComposing: true }))).toBeNull();
	expect(commandOf(press(' ', { target: { tagName: 'INPUT' } }))).toBeNull();
	expect(commandOf(press(' ', { target: { tagName: 'BUTTON' } }))).toBeNull();
	expect(commandOf(press('ArrowRight', { target: { tagName: 'BUTTON' } }))).toBe('step');
	expect(commandOf(press('ArrowRight', { repeat: true }))).toBeNull();
});

describe('messages between the windows', () => {
	test('the stage takes hello and commands it knows', () => {
		expect(readPresenterMessage({ type: 'hello' })).toEqual({ type: 'hello' });
		expect(readPresenterMessage({ type: 'command', command: 'step', more: 1 })).toEqual({
			type: 'command',
			command: 'step'
		});
		for (const wrong of [
			null,
			'step',
			3,
			{},
			{ type: 'command' },
			{ type: 'command', command: 'tick' },
			{ type: 'state' }
		])
			expect(readPresenterMessage(wrong)).toBeNull();
	});
	test('the presenter takes scenes, states and signs of life', () => {
		const state = { type: 'state', state: { log: [], stops: [], mode: 'paused', blank: false }, startedAt: 3 };
		expect(readStageMessage(state)).toEqual(state);
		expect(readStageMessage({ type: 'alive' })).toEqual({ type: 'alive' });
		expect(readStageMessage({ type: 'gone' })).toEqual({ type: 'gone' });
		const wrongs = [
			null,
			1,
			{ type: 'hello' },
			{ type: 'scene' },
			{ type: 'state', state: {} },
			{ type: 'scene', scene: { config: {} } }
		];
		for (const wrong of wrongs) expect(readStageMessage(wrong)).toBeNull();
	});
	test('each board of each profile has a channel of its own', () => {
		expect(channelName('a', 'b:c')).not.toBe(channelName('a:b', 'c'));
	});
});

test('the row at hand is in sight, the ends stay at the ends', () => {
	expect(firstInSight(5, 4, 5)).toBe(0);
	expect(firstInSight(20, 19, 8)).toBe(12);
	expect(firstInSight(20, 0, 8)).toBe(0);
	for (let focus = 0; focus < 20; focus++) {
		const first = firstInSight(20, focus, 8);
		expect(first).toBeLessThanOrEqual(focus);
		expect(first + 8).toBeGreaterThan(focus);
	}
});

test('elapsed time', () => {
	expect(['0:00', '0:59', '7:05', '1:02:09']).toEqual([-5, 59_900, 425_000, 3_729_000].map(clockText));
});
