import { describe, expect, test } from 'vitest';
import { makeBoard } from '#lib/leaderboard/board.ts';
import { readRules } from '#lib/leaderboard/read-rules.ts';
import type { Entry } from '#lib/leaderboard/entry.ts';
import type { BoardRules } from '#lib/leaderboard/rules.ts';
import type { RevealState } from '#lib/leaderboard/reveal-state.ts';
import { conduct, prepare, resume, stageView, type Ceremony } from '#lib/views/reveal/ceremony.ts';
import { upcoming } from '#lib/views/reveal/coming.ts';
import { configFile, readConfig, usualConfig, type RevealConfig } from '#lib/views/reveal/config.ts';

function rulesOf(json: object): BoardRules {
	const read = readRules({ id: 'b', title: '榜', kind: 'measure', entity: 'person', ...json });
	if (!read.rules) throw new Error(JSON.stringify(read.problems));
	return read.rules;
}
const tiers = [
	{ id: 'first', label: { zh: '一等奖', en: 'First' }, count: 1, cut: 'all-up' },
	{ id: 'second', label: { zh: '二等奖', en: 'Second' }, count: 2, cut: 'all-up' }
];
const person = (key: string, value: number | null, more: Partial<Entry> = {}): Entry => ({
	key,
	name: key,
	standing: 'eligible',
	values: { value },
	...more
});
const entries = [
	person('a', 50),
	person('b', 40),
	person('c', 30),
	person('g', 25, { standing: 'guest' }),
	person('d', 20),
	person('e', 10),
	person('x', null, { standing: 'absent' })
];

function ceremonyOf(
	patch: Partial<RevealConfig> = {},
	rules = rulesOf({ tiers }),
	before: readonly Entry[] = []
): Ceremony {
	const board = makeBoard(rules, entries);
	const config = { ...usualConfig(board, board.groups[0]), ...patch };
	return prepare({ rules, context: {}, units: {}, before, after: entries, config });
}
function run(ceremony: Ceremony, ...types: ('step' | 'back' | 'restart' | 'end' | 'blank')[]): RevealState {
	return types.reduce((state, type) => conduct(ceremony, state, { type }), ceremony.start);
}
const stage = (ceremony: Ceremony, state: RevealState) =>
	stageView(ceremony, state).rows.map(({ row, hidden }) => (row ? `${row.entry.key}${hidden ? '?' : ''}` : '▒'));

describe('an award ceremony', () => {
	test('the absent are not on the stage, guests stand in their place', () => {
		const ceremony = ceremonyOf();
		expect(ceremony.shown).toBe(6);
		expect(stage(ceremony, ceremony.start)).toEqual(['▒', '▒', '▒', '▒', '▒', '▒']);
		expect(stage(ceremony, run(ceremony, 'step', 'step', 'step'))).toEqual(['▒', '▒', '▒', 'g', 'd', 'e']);
		expect(stageView(ceremony, ceremony.start)).toMatchObject({ done: 0, items: 6, moved: null });
	});
	test('only the places that are called: the rest is neither shown nor counted, and nothing goes back behind them', () => {
		const ceremony = ceremonyOf({ places: 3 });
		expect(stage(ceremony, ceremony.start)).toEqual(['▒', '▒', '▒']);
		expect(stageView(ceremony, ceremony.start)).toMatchObject({ done: 0, items: 3, moved: null });
		expect(stageView(ceremony, ceremony.start).next?.key).toBe('c');
		expect(run(ceremony, 'back')).toEqual(ceremony.start);
		expect(run(ceremony, 'step', 'restart')).toEqual(ceremony.start);
		expect(stage(ceremony, run(ceremony, 'step', 'back', 'step'))).toEqual(['▒', '▒', 'c']);
	});
	test('a tie at the last place called is called as a whole', () => {
		const tied = [...entries, person('c2', 30)];
		const rules = rulesOf({ tiers });
		const board = makeBoard(rules, tied);
		const config = { ...usualConfig(board, board.groups[0]), places: 3 };
		const ceremony = prepare({ rules, context: {}, units: {}, before: [], after: tied, config });
		expect(ceremony.shown).toBe(4);
	});
	test('stepped through to the end it is the final board', () => {
		const ceremony = ceremonyOf();
		let state = ceremony.start;
		for (let at = 0; at < 20; at++) state = conduct(ceremony, state, { type: 'step' });
		expect(stage(ceremony, state)).toEqual(['a', 'b', 'c', 'g', 'd', 'e']);
		const final = makeBoard(rulesOf({ tiers }), entries).groups[0]?.rows.slice(0, 6);
		expect(stageView(ceremony, state).rows.map(({ row }) => row)).toEqual(final);
		expect(stageView(ceremony, state).next).toBeNull();
	});
	test('the presenter knows what comes, without its being on the stage', () => {
		const ceremony = ceremonyOf();
		expect(upcoming(ceremony, ceremony.start, 3).map(({ entry }) => entry.key)).toEqual(['e', 'd', 'g']);
		expect(upcoming(ceremony, run(ceremony, 'end'), 3)).toEqual([]);
	});
});

describe('an award ceremony of teams', () => {
	const rules = rulesOf({ kind: 'results', entity: 'team', team: { best: 2, field: 'total' }, tiers });
	const member = (key: string, team: string | null, total: number): Entry => ({
		...{ key, name: key, team, standing: 'eligible' },
		values: { total }
	});
	const members = [
		...[member('a1', 'A', 9), member('a2', 'A', 8), member('a3', 'A', 1)],
		...[member('b1', 'B', 7), member('b2', 'B', 6)],
		...[member('c1', 'C', 5), member('c2', 'C', 4), member('n', null, 10)]
	];
	const board = makeBoard(rules, members);
	const config = usualConfig(board, board.groups[0]);
	const ceremony = prepare({ rules, context: {}, units: {}, before: [], after: members, config });
	test('a step is a team, however many members it has, and so is a step back', () => {
		expect(stageView(ceremony, ceremony.start)).toMatchObject({ done: 0, items: 3 });
		expect(stage(ceremony, run(ceremony, 'step'))).toEqual(['▒', '▒', 'C']);
		expect(run(ceremony, 'step', 'step').stops).toEqual([{ tier: 'second', keys: ['C', 'B'] }]);
		expect(stage(ceremony, run(ceremony, 'step', 'step', 'back'))).toEqual(['▒', '▒', 'C']);
		expect(run(ceremony, 'step', 'back')).toEqual(ceremony.start);
	});
	test('ends with the last team: a member of none is nothing to reveal', () => {
		const end = run(ceremony, 'step', 'step', 'step', 'step');
		expect(stageView(ceremony, end)).toMatchObject({ done: 3, items: 3, next: null });
		expect(upcoming(ceremony, ceremony.start, 9).map(({ entry }) => entry.key)).toEqual(['C', 'B', 'A']);
	});
});

test('a frozen board begins as the public knows it and moves item by item', () => {
	const rules = rulesOf({ tiers, freeze: { release: 'r1' } });
	const before = entries.map((entry) =>
		entry.key === 'e' ? person('e', 5) : entry.key === 'a' ? person('a', 1) : entry
	);
	const ceremony = ceremonyOf({}, rules, before);
	expect(stage(ceremony, ceremony.start)).toEqual(['b', 'c', 'g', 'd', 'e?', 'a?', 'x']);
	expect(stage(ceremony, run(ceremony, 'step'))).toEqual(['a', 'b', 'c', 'g', 'd', 'e?', 'x']);
	expect(stageView(ceremony, run(ceremony, 'step')).moved).toEqual({ key: 'a', from: 5, to: 0 });
});

describe('through a reload', () => {
	test('goes on where it was, halt and black screen included, but paused', () => {
		const ceremony = ceremonyOf();
		const state = { ...run(ceremony, 'step', 'step', 'step', 'step', 'step', 'blank'), mode: 'auto' as const };
		expect(state.stops).toEqual([{ tier: 'second', keys: ['c', 'b'] }]);
		const kept: unknown = JSON.parse(JSON.stringify({ id: ceremony.id, state, startedAt: 5 }));
		expect(resume(ceremony, kept)).toEqual({ id: ceremony.id, startedAt: 5, state: { ...state, mode: 'paused' } });
	});
	test('not where the results, the rules or the group are other ones, nor from what is no state', () => {
		const ceremony = ceremonyOf();
		const kept = { id: ceremony.id, state: ceremony.start, startedAt: 5 };
		expect(resume(ceremony, kept)).not.toBeNull();
		expect(resume(ceremonyOf({ places: 3 }), kept)).toBeNull();
		expect(resume(ceremonyOf({}, rulesOf({ tiers, version: 2 })), kept)).toBeNull();
		const wrong: unknown[] = [
			null,
			'x',
			{ ...kept, startedAt: 'now' },
			{ ...kept, state: null },
			{ ...kept, state: { ...ceremony.start, log: [1] } },
			{ ...kept, state: { ...ceremony.start, log: ['a', 'a', 'x'] } },
			{ ...kept, state: { ...ceremony.start, log: [] } },
			{ ...kept, state: { ...ceremony.start, stops: [{}] } }
		];
		for (const one of wrong) expect(resume(ceremony, one)).toBeNull();
	});
	test('a citation that is put right does not make it another ceremony', () => {
		expect(ceremonyOf({ citations: { a: 'x' }, pace: 9 }).id).toBe(ceremonyOf().id);
	});
});

describe('the config', () => {
	const board = makeBoard(rulesOf({ tiers }), entries);
	const config: RevealConfig = {
		...usualConfig(board, board.groups[0]),
		stops: { first: 'each' },
		citations: { a: '攻坚克难' },
		notes: { a: '请领导上台' },
		places: 3
	};
	test('goes out as a file and comes back the same', () => {
		expect(readConfig(JSON.parse(JSON.stringify(configFile(config))))).toEqual({ config, problems: [] });
	});
	test('says what is wrong with it and where', () => {
		const codes = (patch: object) =>
			readConfig({ ...configFile(config), ...patch }).problems.map(({ code, details }) => `${code} ${details['path']}`);
		expect(codes({ kind: 'gongbang-mapping' })).toEqual(['RULE_CHOICE kind']);
		expect(codes({ pace: 0 })).toEqual(['RULE_NUMBER pace']);
		expect(codes({ pace: 500 })).toEqual(['RULE_NUMBER pace']);
		expect(codes({ places: 1.5 })).toEqual(['RULE_NUMBER places']);
		expect(codes({ stops: { first: 'sometimes' } })).toEqual(['RULE_CHOICE stops.first']);
		expect(codes({ citations: { a: 3 } })).toEqual(['RULE_TYPE citations.a']);
		expect(codes({ speed: 3 })).toEqual(['RULE_UNKNOWN speed']);
		expect(readConfig([]).problems[0]?.code).toBe('RULE_NOT_OBJECT');
	});
	test('of a long board only the places that win something are called', () => {
		const many = Array.from({ length: 100 }, (_, at) => person(`p${String(at).padStart(3, '0')}`, at));
		const long = makeBoard(rulesOf({ tiers }), many);
		expect(usualConfig(long, long.groups[0]).places).toBe(3);
		expect(usualConfig(board, board.groups[0]).places).toBeNull();
		const bare = makeBoard(rulesOf({}), many);
		expect(usualConfig(bare, bare.groups[0]).places).toBe(30);
	});
});
