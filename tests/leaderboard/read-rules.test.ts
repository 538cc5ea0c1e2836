import { describe, expect, test } from 'vitest';
import { readRules } from '#lib/leaderboard/read-rules.ts';
import { rulesOf } from './boards.ts';

const least = { id: 'x', title: '榜', kind: 'measure', entity: 'region' };
const found = (json: unknown) =>
	readRules(json).problems.map(({ code, details: { path, ...rest } }) =>
		[code, path, ...Object.values(rest)].join(' ')
	);

describe('rules from a file', () => {
	test('the least that they take, with what is filled in', () => {
		expect(readRules(least)).toEqual({
			problems: [],
			rules: {
				id: 'x',
				version: 1,
				title: { zh: '榜', en: '榜' },
				kind: 'measure',
				entity: 'region',
				chain: [{ field: 'value', direction: 'descending' }],
				tiers: [],
				names: 'shown'
			}
		});
	});
	test('what has been read can be read again', () => {
		const rules = rulesOf({
			kind: 'combined',
			combined: { parts: [{ field: 'a', weight: 0.5, standardise: 'z' }] },
			tiers: [{ id: 't', percent: '12.5', cut: 'by-hand', decided: [{ group: 'g', keys: ['k'], by: '评委会' }] }],
			freeze: { at: '2026-05-01T00:00:00+08:00' },
			movement: { against: 'period', which: '2023' },
			eligibility: { column: '状态', values: { 打星: 'guest' } },
			columns: { key: '编号', values: { a: '甲', b: { numerator: '子', denominator: '母' } } },
			minimumDenominator: 30
		});
		expect(readRules(JSON.parse(JSON.stringify(rules)))).toEqual({ rules, problems: [] });
		expect(rules).toMatchObject({ minimumDenominator: '30', freeze: { version: 1 }, combined: { digits: 6 } });
	});
	test('the usual chains', () => {
		const chain = (json: Readonly<Record<string, unknown>>) =>
			rulesOf(json).chain.map(({ field, direction }) => `${field} ${direction === 'ascending' ? '↑' : '↓'}`);
		expect(chain({ kind: 'results' })).toEqual(['total ↓', 'time ↑', 'practical ↓', 'theory ↓']);
		expect(chain({ kind: 'medals' })).toEqual(['gold ↓', 'silver ↓', 'bronze ↓', 'merit ↓']);
		expect(chain({ kind: 'points', points: { 金: 5 } })).toEqual(['points ↓']);
		expect(chain({ kind: 'rate', minimumDenominator: 1, direction: 'ascending' })).toEqual(['value ↑']);
		expect(chain({ kind: 'results', team: { best: 3, field: 'total', places: 2 } })).toEqual([
			'team ↓',
			'place1 ↓',
			'place2 ↓'
		]);
	});
	test('every problem names its place', () => {
		expect(found([])).toEqual(['RULE_NOT_OBJECT ']);
		expect(found({})).toEqual(['RULE_MISSING kind', 'RULE_MISSING id', 'RULE_MISSING title', 'RULE_MISSING entity']);
		expect(found({ ...least, chian: [] })).toEqual(['RULE_UNKNOWN chian']);
		const movement = { against: 'period', which: '2024', whcih: '2023' };
		expect(found({ ...least, movement })).toEqual(['RULE_UNKNOWN movement.whcih']);
		expect(found({ ...least, kind: 'sum' })[0]).toMatch(/^RULE_CHOICE kind sum measure, rate/);
		expect(found({ ...least, version: 0 })).toEqual(['RULE_NUMBER version ≥ 1']);
		expect(found({ ...least, title: { zh: '榜' } })).toEqual(['RULE_MISSING title.en']);
		expect(found({ ...least, kind: 'rate' })).toEqual(['RULE_MISSING minimumDenominator']);
		expect(found({ ...least, minimumDenominator: -1 })).toEqual(['RULE_NUMBER minimumDenominator ≥ 0']);
		expect(found({ ...least, minimumDenominator: 'many' })).toEqual(['RULE_TYPE minimumDenominator number']);
		expect(found({ ...least, chain: [] })).toEqual(['RULE_EMPTY chain']);
		expect(found({ ...least, chain: [{ field: 'a' }, { field: 'a' }, 5] })).toEqual([
			'RULE_TYPE chain[2] object',
			'RULE_REPEATED chain a'
		]);
		expect(found({ ...least, combined: { parts: [] } })).toEqual(['RULE_CONFLICT combined kind: measure']);
		expect(
			found({ ...least, kind: 'combined', combined: { parts: [{ field: 'a', weight: 0, standardise: 'z' }] } })
		).toEqual(['RULE_NUMBER combined.parts[0].weight > 0']);
		expect(
			found({
				...least,
				tiers: [
					{ id: 'a', count: 1, percent: 5, cut: 'all-up' },
					{ id: 'a', cut: 'up', count: 1 }
				]
			})
		).toEqual([
			'RULE_CONFLICT tiers[0].count percent',
			'RULE_CHOICE tiers[1].cut up all-up, all-down, by-hand',
			'RULE_REPEATED tiers a'
		]);
		const within = (margin: unknown) => ({ ...least, tiers: [{ id: 'a', count: 1, cut: 'all-up', margin }] });
		expect(readRules(within('2.50')).rules?.tiers[0]?.margin).toBe('2.50');
		expect(found(within(-1))).toEqual(['RULE_NUMBER tiers[0].margin ≥ 0']);
		expect(found(within('two'))).toEqual(['RULE_TYPE tiers[0].margin number']);
		expect(found({ ...least, freeze: { at: '2026-05-01 12:00' } })).toEqual(['RULE_TYPE freeze.at time']);
		expect(found({ ...least, freeze: {} })).toEqual(['RULE_MISSING freeze.at']);
		expect(found({ ...least, eligibility: { column: 'x', values: { a: 'maybe' } } })[0]).toMatch(
			/^RULE_CHOICE eligibility\.values\.a maybe/
		);
		expect(readRules({ ...least, version: 0 }).rules).toBeNull();
	});
});
