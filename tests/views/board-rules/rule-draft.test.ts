import { beforeAll, describe, expect, test } from 'vitest';
import { readRules } from '#lib/leaderboard/read-rules.ts';
import type { BoardRules } from '#lib/leaderboard/rules.ts';
import { overwriteGetLocale } from '#lib/messages/generated/runtime.js';
import { problemText } from '#lib/views/board-words.ts';
import { localTime, zonedTime } from '#lib/views/freeze-time.ts';
import {
	asDraft,
	moved,
	pathSteps,
	problemsAt,
	rulesJson,
	sameRules,
	typedNumber,
	valueAt,
	withDecision,
	withValue
} from '#lib/views/board-rules/rule-draft.ts';

beforeAll(() => overwriteGetLocale(() => 'zh-CN'));

function rulesOf(json: object): BoardRules {
	const { rules, problems } = readRules({ id: 'b', title: '榜', kind: 'measure', entity: 'region', ...json });
	if (!rules) throw new Error(JSON.stringify(problems));
	return rules;
}
const tier = { id: 'first', label: { zh: '一等奖', en: 'First' }, count: 1, cut: 'by-hand' };

test('rules of every kind go out as JSON and come back the same', () => {
	const kinds: object[] = [
		{},
		{ kind: 'rate', minimumDenominator: 100 },
		{ kind: 'medals', entity: 'team', awards: { first: 'gold' } },
		{ kind: 'points', points: { gold: 5, silver: 3 }, medals: ['gold', 'silver'] },
		{
			kind: 'results',
			entity: 'person',
			names: 'masked',
			groupBy: 'event',
			eligibility: { column: '状态', values: { 打星: 'guest' } }
		},
		{ kind: 'results', entity: 'team', team: { best: 2, field: 'total', places: 3 } },
		{
			kind: 'combined',
			combined: {
				parts: [
					{ field: 'a', weight: '0.3', standardise: 'z' },
					{ field: 'b', weight: 1, standardise: 'min-max' }
				]
			}
		},
		{ kind: 'combined', combined: { parts: [{ field: 'a', weight: 1, standardise: 'share-of-best' }] } },
		{ kind: 'progress', progress: { minimumBase: 10, guard: 'baseDenominator' } },
		{
			tiers: [
				{ ...tier, margin: '2' },
				{ id: 's', percent: '12.5', cut: 'all-up', rounding: 'up' }
			],
			movement: { against: 'release', which: 'r1' }
		},
		{ freeze: { at: '2026-05-01T12:00:00+08:00' }, columns: { key: '编号', values: { value: '得分' } }, version: 3 }
	];
	for (const json of kinds) {
		const rules = rulesOf(json);
		expect(readRules(rulesJson(rules))).toEqual({ rules, problems: [] });
	}
});

describe('editing', () => {
	const json = rulesJson(rulesOf({ tiers: [tier, { ...tier, id: 'second' }] }));
	test('a value at a path, as problems name it', () => {
		expect(pathSteps('tiers[0].label.zh')).toEqual(['tiers', 0, 'label', 'zh']);
		expect(valueAt(json, 'tiers[1].id')).toBe('second');
		expect(valueAt(json, 'tiers[7].id')).toBeUndefined();
		expect(valueAt(json, 'toString')).toBeUndefined();
		const next = withValue(json, 'tiers[1].count', 4);
		expect([valueAt(next, 'tiers[1].count'), valueAt(json, 'tiers[1].count')]).toEqual([4, 1]);
		expect(Object.keys(next)).toEqual(Object.keys(json));
	});
	test('taking out, from objects and from lists, and putting in what was not there', () => {
		expect(valueAt(withValue(json, 'tiers[0]', undefined), 'tiers')).toEqual([
			{ ...tier, id: 'second', rounding: 'down' }
		]);
		expect(Object.hasOwn(withValue(json, 'tiers', undefined), 'tiers')).toBe(false);
		expect(valueAt(withValue(json, 'freeze.release', 'r1'), 'freeze')).toEqual({ release: 'r1' });
	});
	test('typed numbers; what is none stays for its problem to be told beside it', () => {
		expect([' 12 ', '-3', '', '1.5', '十'].map(typedNumber)).toEqual([12, -3, undefined, '1.5', '十']);
		const { problems } = readRules(withValue(json, 'tiers[0].count', typedNumber('十')));
		expect(problemsAt(problems, 'tiers[0].count').map((one) => problemText(one, '名额'))).toEqual([
			'名额 的数值不对，需要 ≥ 0。'
		]);
		expect(problemsAt(problems, 'tiers[1].count')).toEqual([]);
	});
	test('a step of the chain moves by one', () => {
		expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
		expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
	});
});

test('a change makes the next version; taken back it is the published one again', () => {
	const published = rulesOf({ version: 4 });
	const json = rulesJson(published);
	expect(asDraft(json, published)).toEqual(json);
	const changed = asDraft(withValue(json, 'names', 'code'), published);
	expect(changed['version']).toBe(5);
	expect(sameRules(changed, published)).toBe(false);
	expect(sameRules(withValue(changed, 'names', 'shown'), published)).toBe(true);
	expect(asDraft(withValue(changed, 'version', 9), published)['version']).toBe(9);
});

test('a decision by hand is recorded with who, when and why, one for each group', () => {
	const json = rulesJson(rulesOf({ tiers: [tier] }));
	const first = { group: '', keys: ['a'], by: '张三', at: '2026-11-21T10:00:00Z', note: '抽签' };
	const once = withDecision(json, 'first', first);
	expect(valueAt(once, 'tiers[0].decided')).toEqual([first]);
	const other = { ...first, group: '焊工' };
	const second = { ...first, keys: ['b'] };
	expect(valueAt(withDecision(withDecision(once, 'first', other), 'first', second), 'tiers[0].decided')).toEqual([
		other,
		second
	]);
	expect(readRules(once).rules?.tiers[0]?.decided).toEqual([first]);
	expect(withDecision(json, 'nobody', first)).toBe(json);
});

test('times are typed without a zone and kept with one', () => {
	const zoned = zonedTime('2026-11-21 18:00');
	expect(zoned).toMatch(/^2026-11-21T18:00:00[+-]\d\d:\d\d$/);
	expect(localTime(zoned ?? '')).toBe('2026-11-21 18:00');
	expect(Date.parse(zoned ?? '')).toBe(new Date(2026, 10, 21, 18, 0).getTime());
	expect(zonedTime('2026-1-2 8：05')).toMatch(/^2026-01-02T08:05:00/);
	for (const wrong of ['', '18:00', '2026-02-31 10:00', '2026-11-21 25:00', '2026-11-21'])
		expect(zonedTime(wrong)).toBeNull();
	expect(localTime('开赛前')).toBe('开赛前');
});

test('problems of rules in words of both languages, with the form’s name or the path', () => {
	const { problems } = readRules({
		id: 'b',
		title: '榜',
		kind: 'measure',
		entity: 'region',
		freeze: { at: 'noon', when: 1 }
	});
	expect(problems.map((one) => problemText(one))).toEqual([
		'freeze.at 的类型不对，需要 带时区的时间。',
		'没有 freeze.when 这一项，请改正或删去。'
	]);
});
