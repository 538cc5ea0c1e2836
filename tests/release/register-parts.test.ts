import { expect, test } from 'vitest';
import { openNative } from '#lib/engine/native.ts';
import type { Batch } from '#lib/import/batch.ts';
import { overlayDrafts } from '#lib/release/overlay.ts';
import { sql } from '#lib/sql/sql.ts';
import { batch, openBuilt, profile } from './fixture.ts';

const base = [
	batch(
		'innovations',
		`innovation_id,kind,submitted,adopted,implemented,region
		A,suggestion,2024-01-10,,,111
		B,suggestion,2024-01-11,2024-02-01,,111
		C,suggestion,2024-01-12,,,12`
	)
];

async function facts(batches: readonly Batch[], drafts: readonly Batch[] = []): Promise<unknown[]> {
	const db = await openNative();
	await openBuilt(db, batches);
	if (drafts.length > 0) await overlayDrafts(db, { profile: profile(), drafts });
	const rows = await db.query(
		sql`SELECT measure || ' ' || region || ' ' || CAST(CAST(value AS INTEGER) AS VARCHAR) AS text FROM register_fact ORDER BY text`
	);
	await db.close();
	return rows.map(({ text }) => text);
}

test('a part of what is registered is 0 where it holds for no entry, and missing where nothing is registered', async () => {
	expect(await facts(base)).toEqual([
		'innovations.adopted 111 1',
		'innovations.adopted 12 0',
		...['innovations.adopted_known 111 2', 'innovations.adopted_known 12 1'],
		'innovations.count 111 2',
		'innovations.count 12 1',
		'innovations.implemented 111 0',
		'innovations.implemented 12 0',
		...['innovations.implemented_known 111 2', 'innovations.implemented_known 12 1']
	]);
});

test('a file without a column tells nothing of it: no day of adoption is not adopted by nobody', async () => {
	const without = batch(
		'innovations',
		'innovation_id,kind,submitted,implemented,economic_benefit,region\nD,suggestion,2024-01-12,,700,12\nE,suggestion,2024-01-13,2024-02-01,900,112'
	);
	const bare = batch(
		'innovations',
		'innovation_id,kind,submitted,economic_benefit,region\nF,suggestion,2024-01-12,50,112'
	);
	expect(await facts([...base, without, bare])).toEqual([
		...['innovations.adopted 111 1', 'innovations.adopted 12 0'],
		...['innovations.adopted_known 111 2', 'innovations.adopted_known 12 1'],
		...['innovations.count 111 2', 'innovations.count 112 2', 'innovations.count 12 2'],
		...['innovations.economic_benefit 112 950', 'innovations.economic_benefit 12 700'],
		...['innovations.implemented 111 0', 'innovations.implemented 112 1', 'innovations.implemented 12 0'],
		'innovations.implemented_benefit 112 900',
		...[
			'innovations.implemented_known 111 2',
			'innovations.implemented_known 112 1',
			'innovations.implemented_known 12 2'
		],
		'innovations.implemented_valued 112 1'
	]);
});

test('laid over a release: a part falls to 0 with its entries there, and goes with the last of them', async () => {
	// B is not adopted after all; C belongs to another region.
	const drafts = [
		batch(
			'innovations',
			'innovation_id,kind,submitted,adopted,implemented,region\nB,suggestion,2024-01-11,,,111\nC,suggestion,2024-01-12,,,112',
			{ mode: 'replace' }
		)
	];
	const upsert = [
		batch('innovations', 'innovation_id,kind,submitted,adopted,region\nC,suggestion,2024-01-12,,112', {
			mode: 'upsert'
		})
	];
	for (const draft of [drafts, upsert]) expect(await facts(base, draft)).toEqual(await facts([...base, ...draft]));
	expect(await facts(base, upsert)).toEqual([
		'innovations.adopted 111 1',
		'innovations.adopted 112 0',
		...['innovations.adopted_known 111 2', 'innovations.adopted_known 112 1'],
		'innovations.count 111 2',
		'innovations.count 112 1',
		'innovations.implemented 111 0',
		'innovations.implemented_known 111 2'
	]);
});
