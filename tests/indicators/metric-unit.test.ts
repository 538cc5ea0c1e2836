import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { unitTitle } from '#lib/indicators/metric.ts';

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

test('every unit of the shipped profiles and of the published figures has an English name', () => {
	const column = (path: string, name: string) => {
		const [header = '', ...lines] = readFileSync(path, 'utf8').trim().split(/\r?\n/);
		const at = header.replace('\ufeff', '').split(',').indexOf(name);
		return lines.map((line) => line.split(',')[at] ?? '');
	};
	const units = new Set([
		...readdirSync('data/profiles').flatMap((id) => column(`data/profiles/${id}/metrics.csv`, 'unit')),
		...column('data/real/union-documents-figures.csv', '单位')
	]);
	expect(units.size).toBeGreaterThan(5);
	expect([...units].filter((unit) => /\p{Script=Han}/u.test(unitTitle(unit).en))).toEqual([]);
});
