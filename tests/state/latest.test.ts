import { expect, test } from 'vitest';
import { Latest } from '#lib/state/latest.ts';

/** Questions that are answered by hand, in any order. */
function desk() {
	const latest = new Latest();
	const log: string[] = [];
	const ask = (name: string) => {
		let answer = (_: string) => {};
		let refuse = (_: unknown) => {};
		const asked = new Promise<string>((resolve, reject) => ([answer, refuse] = [resolve, reject]));
		latest.ask(() => asked, {
			value: (value) => void log.push(`${name}: ${value}`),
			error: (error) => void log.push(`${name} failed: ${error.message}`)
		});
		return { answer, refuse };
	};
	return { latest, log, ask };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

test('an early question that is answered late changes nothing', async () => {
	const { log, ask } = desk();
	const first = ask('2024Q2');
	const second = ask('2024Q3');
	second.answer('312.4');
	await settled();
	first.answer('300.1');
	await settled();
	expect(log).toEqual(['2024Q3: 312.4']);
});

test('a failure of an early question is not shown, that of the last is, as an error', async () => {
	const { log, ask } = desk();
	const first = ask('first');
	const second = ask('second');
	first.refuse(new Error('too late'));
	second.refuse('no such table');
	await settled();
	expect(log).toEqual(['second failed: no such table']);
});

test('after cancelling nothing is heard', async () => {
	const { latest, log, ask } = desk();
	const only = ask('only');
	latest.cancel();
	only.answer('1');
	await settled();
	expect(log).toEqual([]);
});
