import { expect, test } from 'vitest';
import { rulesFingerprint } from '#lib/leaderboard/fingerprint.ts';
import type { BoardRules } from '#lib/leaderboard/rules.ts';
import { changedRules } from '#lib/views/leaderboards/changed-rules.ts';

test('rules that came, went or say something else are told, the others are not', () => {
	const before = [
		{ title: '排序', text: '总分' },
		{ title: '并列', text: '同名次' },
		{ title: '门槛', text: '100' }
	];
	const after = [
		{ title: '排序', text: '总分 → 用时' },
		{ title: '并列', text: '同名次' },
		{ title: '奖级', text: '一等奖 3' }
	];
	expect(changedRules(before, after)).toEqual([
		{ title: '排序', before: '总分', after: '总分 → 用时' },
		{ title: '门槛', before: '100', after: null },
		{ title: '奖级', before: null, after: '一等奖 3' }
	]);
	expect(changedRules(before, before)).toEqual([]);
});

test('the fingerprint of rules is of their content, in 16 digits that a link can name', () => {
	const rules = { id: 'a', version: 1, chain: [{ field: 'total', direction: 'descending' }] } as unknown as BoardRules;
	const turned = { chain: rules.chain, version: 1, id: 'a' } as unknown as BoardRules;
	expect(rulesFingerprint(rules)).toMatch(/^[0-9a-f]{16}$/);
	expect(rulesFingerprint(turned)).toBe(rulesFingerprint(rules));
	expect(rulesFingerprint({ ...rules, version: 2 })).not.toBe(rulesFingerprint(rules));
});
