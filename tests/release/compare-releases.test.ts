import { expect, test } from 'vitest';
import { releaseChanges, type ComparedRelease } from '#lib/release/compare-releases.ts';
import type { BatchDigest } from '#lib/release/manifest.ts';

const batch = (id: string, file: string, dataset = 'summary'): BatchDigest => ({
	...{ id, file, dataset, sha256: id, mode: 'append', createdAt: '', createdBy: '', encoding: null },
	...{ rowsRead: 1, rowsLoaded: 1, rowsSetAside: 0, issues: { F: 0, E: 0, W: 0, I: 0 } }
});
const release = (...batches: BatchDigest[]): ComparedRelease => ({ batches, rules: { rollup: 1 } });
const names = (batches: readonly BatchDigest[]) => batches.map(({ id }) => id);

test('files are the same by what is in them, replaced by name and dataset, else added or removed', () => {
	const then = release(batch('1', '一季度.csv'), batch('2', '二季度.csv'), batch('3', '工作室.csv', 'studios'));
	const now = release(
		batch('1', '改名.csv'),
		batch('4', '二季度.csv'),
		batch('5', '工作室.csv'),
		batch('6', '三季度.csv')
	);
	const changes = releaseChanges(then, now);
	expect(names(changes.added)).toEqual(['5', '6']);
	expect(names(changes.removed)).toEqual(['3']);
	expect(changes.replaced.map((pair) => [pair.before.id, pair.after.id])).toEqual([['2', '4']]);
	expect(changes.rules).toEqual([]);
});

test('a file of the same name twice is replaced once, and the same release has no changes', () => {
	const changes = releaseChanges(release(batch('1', 'a.csv')), release(batch('2', 'a.csv'), batch('3', 'a.csv')));
	expect([changes.replaced.length, names(changes.added)]).toEqual([1, ['3']]);
	const same = release(batch('1', 'a.csv'));
	expect(releaseChanges(same, same)).toEqual({ added: [], removed: [], replaced: [], rules: [] });
});

test('rules that came, went or changed are told with their versions', () => {
	const then = { batches: [], rules: { rollup: 1, old: 2, same: 3 } };
	const now = { batches: [], rules: { rollup: 4, same: 3, fresh: 1 } };
	expect(releaseChanges(then, now).rules).toEqual([
		{ name: 'rollup', before: 1, after: 4 },
		{ name: 'old', before: 2, after: 0 },
		{ name: 'fresh', before: 0, after: 1 }
	]);
});
