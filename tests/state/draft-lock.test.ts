import { expect, test } from 'vitest';
import { inTurn, type Locks } from '#lib/state/draft-lock.ts';

/** Locks as a browser has them: one at a time for each name, in the order of asking. */
function browserLocks(): Locks {
	const last = new Map<string, Promise<unknown>>();
	return {
		request<T>(name: string, work: () => Promise<T>): Promise<T> {
			const done = (last.get(name) ?? Promise.resolve()).then(work);
			last.set(
				name,
				done.catch(() => {})
			);
			return done;
		}
	};
}

test('one page writes at a time; who waits for long says so, until the turn comes', async () => {
	const locks = browserLocks();
	const said: string[] = [];
	let release = () => {};
	const first = inTurn(
		locks,
		() => new Promise<void>((done) => (release = done)),
		(waiting) => said.push(`first ${waiting}`),
		20
	);
	const second = inTurn(
		locks,
		async () => void said.push('second writes'),
		(waiting) => said.push(`second ${waiting}`),
		20
	);
	await new Promise((done) => setTimeout(done, 40));
	expect(said).toEqual(['first false', 'second true']);
	release();
	await Promise.all([first, second]);
	expect(said).toEqual(['first false', 'second true', 'second false', 'second writes']);
});

test('a writer that fails gives its turn to the next, and without locks everybody writes at once', async () => {
	const locks = browserLocks();
	const failing = inTurn(
		locks,
		() => Promise.reject(new Error('full')),
		() => {}
	);
	const next = inTurn(
		locks,
		async () => 'written',
		() => {}
	);
	await expect(failing).rejects.toThrow('full');
	expect(await next).toBe('written');
	expect(
		await inTurn(
			undefined,
			async () => 'alone',
			() => {}
		)
	).toBe('alone');
});
