import { expect, test } from 'vitest';
import { shortcutKeys, type KeyPress } from '#lib/state/shortcuts.ts';

/** A keyboard before the shortcuts, with a clock of its own. */
function keyboard() {
	const log: string[] = [];
	let clock = 0;
	const shortcuts = ['?', 'g o', 'g r', 'u'].map((keys) => ({ keys, title: keys, run: () => void log.push(keys) }));
	const handle = shortcutKeys(
		() => shortcuts,
		() => clock
	);
	const press = (key: string, more: Partial<KeyPress> = {}) =>
		handle({
			key,
			ctrlKey: false,
			altKey: false,
			metaKey: false,
			isComposing: false,
			target: null,
			preventDefault: () => {},
			...more
		});
	return { log, press, wait: (time: number) => (clock += time) };
}

test('single keys and pairs', () => {
	const { log, press } = keyboard();
	for (const key of ['?', 'g', 'o', 'G', 'R', 'u']) press(key);
	expect(log).toEqual(['?', 'g o', 'g r', 'u']);
});

test('the second key of a pair must follow soon', () => {
	const { log, press, wait } = keyboard();
	press('g');
	wait(5000);
	press('o');
	expect(log).toEqual([]);
});

test('a pair that does not exist does nothing, and the next key starts anew', () => {
	const { log, press } = keyboard();
	for (const key of ['g', 'x', 'u']) press(key);
	expect(log).toEqual(['u']);
});

test('keys for a field, with a modifier or of an input method are left alone', () => {
	const { log, press } = keyboard();
	press('u', { target: { tagName: 'INPUT' } as unknown as EventTarget });
	press('u', { ctrlKey: true });
	press('u', { isComposing: true });
	press('Escape');
	expect(log).toEqual([]);
});
