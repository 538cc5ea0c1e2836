import { expect, test } from 'vitest';
import { readRules } from '#lib/leaderboard/read-rules.ts';
import { ruleLines } from '#lib/views/rule-lines.ts';

function movementLine(movement?: object) {
	const { rules, problems } = readRules({
		...{ id: 'x', title: '榜', kind: 'measure', entity: 'region' },
		...(movement && { movement })
	});
	if (!rules) throw new Error(JSON.stringify(problems));
	return ruleLines(rules, {}, 'zh').find(({ title }) => title === '升降')?.text;
}

test('what movement is measured against is said in words', () => {
	expect(movementLine({ against: 'period', which: '2026Q2' })).toBe('与2026年二季度相比');
	expect(movementLine({ against: 'release', which: 'national-1' })).toBe('与数据版本 national-1 相比');
	expect(movementLine(undefined)).toBeUndefined();
});
