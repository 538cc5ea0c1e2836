import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { basisTitle, metricIndicator, unitTitle } from '#lib/indicators/metric.ts';

/** A column of a CSV file without quoted commas. */
function column(path: string, name: string): string[] {
	const [header = '', ...lines] = readFileSync(path, 'utf8').trim().split(/\r?\n/);
	const at = header.replace('\ufeff', '').split(',').indexOf(name);
	return lines.map((line) => line.split(',')[at] ?? '');
}

test.each([
	['人', 'people'],
	['person', 'people'],
	['万元', '10,000 yuan'],
	['元/人', 'yuan/people'],
	['个', ''],
	['%', '%'],
	['立方', '立方'],
	[null, '']
])('%s in English: %s', (unit, english) => {
	expect(unitTitle(unit).en).toBe(english);
});

test.each([
	['两节送温暖慰问职工', 'visits'],
	['年均参与竞赛职工', 'participations'],
	['工作室培训', 'attendances'],
	['服务农民工公益法律服务行动', 'person-times']
])('人次 of %s: %s', (name, english) => {
	expect(unitTitle('人次', name)).toEqual({ zh: '人次', en: english });
	expect(unitTitle('person-time', name).en).toBe(english);
});

test.each([
	['时点', 'as of a date'],
	['期末', 'at the end of the period'],
	['年均', 'yearly average'],
	['五年累计', 'total of five years'],
	['累计', 'cumulative'],
	['本部口径', '本部口径']
])('the basis %s in an English title: %s', (basis, english) => {
	const told = { measure: `metric:站点@${basis}`, indicator: '站点', basis, unit: '个', kind: 'stock', additive: true };
	const { title } = metricIndicator({ ...told, title_zh: null, title_en: 'Service stations', source: null });
	expect(title).toEqual({ zh: `站点（${basis}）`, en: `Service stations (${english})` });
});

test('every basis of the published figures has an English name', () => {
	const bases = new Set(column('data/real/union-documents-figures.csv', '口径').filter(Boolean));
	expect(bases.size).toBeGreaterThan(2);
	expect([...bases].filter((basis) => /\p{Script=Han}/u.test(basisTitle(basis).en))).toEqual([]);
});

test('every unit of the shipped profiles and of the published figures has an English name', () => {
	const units = new Set([
		...readdirSync('data/profiles').flatMap((id) => column(`data/profiles/${id}/metrics.csv`, 'unit')),
		...column('data/real/union-documents-figures.csv', '单位')
	]);
	expect(units.size).toBeGreaterThan(5);
	expect([...units].filter((unit) => /\p{Script=Han}/u.test(unitTitle(unit).en))).toEqual([]);
});
