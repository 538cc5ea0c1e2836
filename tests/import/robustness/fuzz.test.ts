import { expect, test } from 'vitest';
import { importFile } from '#lib/import/index.ts';
import { optionsFor } from '../profile.ts';
import { encode } from './encode.ts';
import { computed, fuzz, longest } from './fuzzing.ts';

// The whole run: node tests/import/robustness/fuzz.ts --count 100000 --minutes 3
test('mutated files never throw, never take long, and every row is accounted for', async () => {
	const report = await fuzz(1_000_000, 1, 20_000, 15_000);
	expect(report.failures.slice(0, 3)).toEqual([]);
	expect(report.slowest).toBeLessThan(longest);
	expect(report.files).toBeGreaterThan(100);
}, 60_000);

test.each([
	['one of a million characters', [['统计时期', '地区', '职工人数', '参'.repeat(1_000_000)].join(',')]],
	[
		'500 of two thousand characters each',
		[['统计时期', '地区', ...Array.from({ length: 500 }, (_, at) => `参赛${at}`.repeat(400))].join(',')]
	],
	['of a million brackets', [['统计时期', '地区', '('.repeat(1_000_000)].join(',')]],
	['of a million blanks and signs', [['统计时期', '地区', '甲 _-/'.repeat(200_000)].join(',')]]
])('header cells: %s, within the time of any file', async (_, lines) => {
	const begun = computed();
	const { receipt } = await importFile(encode(`${lines.join('\n')}\n2024,江苏,5,6\n`, 'utf-8'), optionsFor('表.csv'));
	expect(receipt.issues.length).toBeGreaterThan(0);
	expect(computed() - begun).toBeLessThan(longest);
});
