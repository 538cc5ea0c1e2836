import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Batch, BatchMode } from '#lib/import/batch.ts';
import type { Connector } from '#lib/engine/connector.ts';
import { openNative } from '#lib/engine/native.ts';
import { overlayDrafts } from '#lib/release/overlay.ts';
import { Sql } from '#lib/sql/sql.ts';
import { batch, build, openBuilt, profile } from './fixture.ts';

let whole: Connector;
let laid: Connector;
beforeEach(async () => void ([whole, laid] = await Promise.all([openNative(), openNative()])));
afterEach(() => Promise.all([whole.close(), laid.close()]));

const tables = [
	'fact',
	'year_to_date',
	'rollup',
	'like_for_like',
	'unreported',
	'period',
	'period_ancestor',
	'metric',
	'register_fact',
	'register_total'
];
const rows = (db: Connector, place: string, table: string, where = 'true') =>
	db.query(new Sql(`SELECT CAST(COLUMNS(*) AS VARCHAR) FROM ${place}.${table} WHERE ${where} ORDER BY ALL`));

/** Publishes all batches together, and lays the last ones over a release of the first. */
async function both(base: readonly Batch[], drafts: readonly Batch[]): Promise<void> {
	await build(whole, [...base, ...drafts]);
	await openBuilt(laid, base);
	await overlayDrafts(laid, { profile: profile(), drafts });
}

const mode = fc.constantFrom<BatchMode>('append', 'upsert', 'replace');
const figure = fc.option(fc.integer({ min: 0, max: 999 }), { nil: '' as const });
const report = fc.record({
	mode,
	measures: fc.constantFrom(['participants'], ['participants', 'trainees'], ['trainees', 'workers_total', 'patents']),
	rows: fc.array(
		fc.tuple(
			fc.constantFrom('1', '11', '111', '1111', '1112', '112', '12', '19', '77'),
			fc.constantFrom('2023', '2024', '2024H1', '2024Q1', '2024Q2', '2024Q2c', '2024Q3c', '2024-02'),
			fc.constantFrom('', 'A', 'C13', 'Z9'),
			fc.array(figure, { minLength: 3, maxLength: 3 })
		),
		{ minLength: 1, maxLength: 12 }
	)
});
const metrics = fc.record({
	mode,
	rows: fc.array(
		fc.tuple(
			fc.constantFrom('站点', '会员'),
			fc.constantFrom('1', '11', '111', '12'),
			fc.constantFrom('2023', '2024'),
			fc.constantFrom('个', '%'),
			figure
		),
		{ minLength: 1, maxLength: 8 }
	)
});
const file = fc.oneof(
	report.map(({ mode, measures, rows }) =>
		batch(
			'summary',
			[
				`region,period,industry,${measures.join(',')}`,
				...rows.map(([region, period, industry, values]) =>
					[region, period, industry, ...values.slice(0, measures.length)].join(',')
				)
			].join('\n'),
			{ mode }
		)
	),
	metrics.map(({ mode, rows }) =>
		batch('metrics', ['indicator,region,period,unit,value', ...rows.map((row) => row.join(','))].join('\n'), { mode })
	)
);

test('drafts over a release give the tables that publishing all of it together gives', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(file, { minLength: 1, maxLength: 3 }),
			fc.array(file, { minLength: 1, maxLength: 2 }),
			async (base, drafts) => {
				await Promise.all([whole.close(), laid.close()]);
				[whole, laid] = await Promise.all([openNative(), openNative()]);
				await both(base, drafts);
				for (const table of tables)
					expect(await rows(laid, 'memory.main', table), table).toEqual(await rows(whole, 'summary', table));
			}
		),
		{ numRuns: 8 }
	);
}, 120_000);

describe('findings of what no draft touches stay', () => {
	const base = [
		batch('summary', 'period,region,participants,trainees\n2024,1,100,50\n2024,11,60,20\n2024,12,30,30\n2023,11,1,2'),
		batch('summary', 'period,region,trainees\n2024,12,31'),
		...['示例室', '示例新室'].map((name) =>
			batch('studios', `studio_id,kind,name,level,founded,region\nS1,model-worker,${name},municipal,2019-03-01,12`)
		)
	];
	const kinds = `code IN ('TOTAL_MISMATCH', 'REGIONS_MISSING', 'KEY_DUPLICATE')`;

	test('measures and registers', async () => {
		await both(base, [batch('summary', 'period,region,participants\n2024,12,40')]);
		const found = await rows(
			laid,
			'memory.main',
			'finding',
			`${kinds} AND (measure = 'trainees' OR dataset = 'studios')`
		);
		expect(found).toEqual(
			await rows(whole, 'summary', 'finding', `${kinds} AND (measure = 'trainees' OR dataset = 'studios')`)
		);
		expect(found.map(({ code, measure }) => `${code} ${measure}`)).toEqual([
			'KEY_DUPLICATE null',
			'KEY_DUPLICATE trainees',
			'REGIONS_MISSING trainees',
			'TOTAL_MISMATCH trainees'
		]);
		// 100 is 60 and the 40 that the draft brings: the difference that the release had is gone.
		expect(await rows(laid, 'memory.main', 'finding', `code = 'TOTAL_MISMATCH' AND measure = 'participants'`)).toEqual(
			[]
		);
	});
});
