import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadProfile } from '../../src/cli/load-profile.ts';
import type { Connector } from '#lib/engine/connector.ts';
import { openNative } from '#lib/engine/native.ts';
import { importFile } from '#lib/import/index.ts';
import { targetIndicator, type NamedMetric } from '#lib/indicators/target-name.ts';
import { sql } from '#lib/sql/sql.ts';
import { build } from './fixture.ts';

const figures = 'union-documents-figures.csv';
const targets = 'union-documents-targets.csv';
let db: Connector;
beforeAll(async () => {
	db = await openNative();
	const profile = await loadProfile('union-documents');
	const batches = [];
	for (const fileName of [figures, targets]) {
		const { batch } = await importFile(readFileSync(`data/real/${fileName}`), { fileName, profile, now: '', user: '' });
		if (batch) batches.push(batch);
	}
	expect(batches).toHaveLength(2);
	await build(db, batches, profile);
});
afterAll(() => db.close());

/** The cells of a published file, by plain splitting: none of them holds a comma. */
function printed(file: string, encoding: string): string[][] {
	const text = new TextDecoder(encoding).decode(readFileSync(`data/real/${file}`));
	return text
		.split('\r\n')
		.slice(1)
		.filter((line) => line !== '')
		.map((line) => line.split(','));
}

/** 58万余 → 580000 and whether it says that it is more; by hand for the few forms that the documents use. */
function worth(text: string): { value: number; more: boolean } {
	const [, digits = '', unit = ''] = /^([\d.]+)(万|亿)?/.exec(text.replace('多万', '万')) ?? [];
	const factor = unit === '亿' ? 1e8 : unit === '万' ? 1e4 : 1;
	return { value: Math.round(Number(digits) * factor * 100) / 100, more: /余|多/.test(text) };
}

test('every published figure is there with its value, whether it is more than that, and its source', async () => {
	const rows =
		await db.query(sql`SELECT m.indicator, m.basis, m.source, f.region, CAST(f.value AS DOUBLE) AS value, f.qualifier
		FROM summary.fact f JOIN summary.metric m USING (measure)`);
	const published = printed(figures, 'utf-8');
	expect(published).toHaveLength(19);
	expect(rows).toHaveLength(19);
	for (const [indicator, region, , value = '', , basis, source] of published) {
		const expected = worth(value);
		expect(
			rows.find((row) => row.indicator === indicator),
			indicator
		).toEqual({
			indicator,
			basis,
			source,
			region: region === '全国' ? '100000' : '500000',
			value: expected.value,
			qualifier: expected.more ? '>' : null
		});
	}
});

test('every published target is there with its source, and aims at something that there is', async () => {
	const rows =
		await db.query(sql`SELECT indicator, region, start_year, end_year, CAST(target AS DOUBLE) AS target, unit, source
		FROM summary.target ORDER BY line`);
	const regions = new Map([
		['闵行区', '310112'],
		['全国', '100000'],
		['重庆市', '500000'],
		['山西省', '140000']
	]);
	const words = new Map([
		['百', 100],
		['千', 1000],
		['万', 10_000]
	]);
	expect(rows).toEqual(
		printed(targets, 'gb18030').map(([indicator, region = '', start, end, target = '', unit, , source]) => ({
			indicator,
			region: regions.get(region),
			start_year: Number(start),
			end_year: Number(end),
			target: words.get(target) ?? Number(target),
			unit,
			source
		}))
	);
	const metrics = await db.query(sql`SELECT measure, indicator, title_zh, title_en FROM summary.metric`);
	const { metrics: declared } = await loadProfile('union-documents');
	const known = declared.map(({ indicator, title }) => ({
		measure: `metric:${indicator}`,
		indicator,
		title_zh: title.zh,
		title_en: title.en
	}));
	const aims = rows.map(({ indicator }) =>
		targetIndicator(String(indicator), metrics as unknown as NamedMetric[], known)
	);
	expect(aims).not.toContain(null);
	expect(await db.query(sql`SELECT code FROM summary.finding`)).toEqual([]);
});

test('the overview of the profile shows figures that the release has', async () => {
	const { highlights } = await loadProfile('union-documents');
	const rows = await db.query(sql`SELECT measure FROM summary.metric`);
	const measures = rows.map(({ measure }) => measure);
	expect(highlights.filter((id) => !measures.includes(id))).toEqual([]);
});
