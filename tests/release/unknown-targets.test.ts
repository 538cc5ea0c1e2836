import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Connector } from '#lib/engine/connector.ts';
import { openNative } from '#lib/engine/native.ts';
import { findingTexts } from '#lib/release/finding-codes.ts';
import { sql } from '#lib/sql/sql.ts';
import { batch, build, profile } from './fixture.ts';

let db: Connector;
beforeEach(async () => {
	db = await openNative();
});
afterEach(() => db.close());

test('a target that names no indicator is kept and named by file and line; the other targets are left in peace', async () => {
	const targets = batch(
		'targets',
		`indicator,region,start_year,end_year,target,unit
		参赛人次,1,2024,2024,100,人次
		月球车,11,2023,2027,3,台
		月球车,12,2023,2027,2,台
		示例站点,1,2023,2027,50,个
		示例声明,1,2023,2027,50,个`
	);
	const metrics = batch('metrics', 'indicator,region,period,basis,value,unit\n示例站点,1,2024,时点,20,个');
	const declared = {
		indicator: '示例声明',
		title: { zh: '示例声明', en: 'Declared' },
		unit: '个',
		kind: 'flow' as const,
		additive: true,
		aliases: []
	};
	await build(db, [targets, metrics], profile({ metrics: [declared] }));
	const findings = await db.query(sql`SELECT severity, dataset, measure, note, batch, line
		FROM summary.finding WHERE code = 'TARGET_UNKNOWN'`);
	expect(findings).toEqual([
		{
			severity: 'W',
			dataset: 'targets',
			measure: '月球车',
			note: 'indicator 月球车 · 2',
			batch: targets.id,
			line: 3
		}
	]);
	expect(await db.query(sql`SELECT CAST(count(*) AS INTEGER) AS targets FROM summary.target`)).toEqual([
		{ targets: 5 }
	]);
	expect(findingTexts.TARGET_UNKNOWN.zh).toContain('目标');
});
