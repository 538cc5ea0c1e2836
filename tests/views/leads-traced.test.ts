import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sentenceParts, type SentenceFigure } from '#lib/components/sentence-figures.ts';
import { explainedColumns } from '#lib/components/table.ts';
import type { Connector } from '#lib/engine/connector.ts';
import { indicators } from '#lib/indicators/index.ts';
import { dictionaryRows } from '#lib/indicators/dictionary.ts';
import { makeBoard } from '#lib/leaderboard/board.ts';
import { readRules } from '#lib/leaderboard/read-rules.ts';
import type { BoardRules } from '#lib/leaderboard/rules.ts';
import { overwriteGetLocale } from '#lib/messages/generated/runtime.js';
import type { Query } from '#lib/query/query.ts';
import { Sql } from '#lib/sql/sql.ts';
import type { ReleaseLists } from '#lib/state/release-lists.ts';
import {
	isFigureQuestion,
	isRowsQuestion,
	type DerivedQuestion,
	type TraceQuestion
} from '#lib/state/tracing.svelte.ts';
import { awardFigures } from '#lib/views/awards/lead-figures.ts';
import { awardGroups } from '#lib/views/awards/award-list.ts';
import { balanceFigures } from '#lib/views/balance/questions.ts';
import { driftItems } from '#lib/views/balance/pictures.ts';
import { spreadOf } from '#lib/views/balance/spread.ts';
import { balanceSentence } from '#lib/views/balance/words.ts';
import { registerQuery, type RegisterPage } from '#lib/views/competitions/queries.ts';
import { registerFigures, registerSentence } from '#lib/views/competitions/sentence.ts';
import { dictionaryFigures } from '#lib/views/dictionary/lead-figures.ts';
import { datasetList } from '#lib/views/dictionary/dictionary.ts';
import { explainDerived } from '#lib/views/explanation/derived.ts';
import { Figures, type Figure } from '#lib/views/figure.ts';
import { askBoard, boardById, boardFrom, type BoardHome } from '#lib/views/leaderboards/board-source.ts';
import { boardSentence } from '#lib/views/leaderboards/board-words.ts';
import { askFigureBoards } from '#lib/views/leaderboards/list-query.ts';
import { boardFigures, listFigures } from '#lib/views/leaderboards/sentence-figures.ts';
import { boardUnits } from '#lib/views/leaderboards/units.ts';
import { ledgerFigures } from '#lib/views/ledger/lead-figures.ts';
import type { LedgerRow } from '#lib/views/ledger/ledger.ts';
import { matrixColumns, type Matrix } from '#lib/views/quality/matrix.ts';
import { fixtureScope, openFixture } from './fixture.ts';

let connector: Connector;
let lists: ReleaseLists;
beforeAll(async () => {
	overwriteGetLocale(() => 'zh-CN');
	({ connector, lists } = await openFixture());
	await connector.run(new Sql(`UPDATE competitions SET participations = NULL WHERE competition_id = 'JS2'`));
});
afterAll(() => connector.close());
const ask = async <T>(query: Query<T>) => query.parse(await connector.query(query.sql));

/** The numbers of a sentence that say how they came about, in order. */
const printed = (text: string | null, figures: readonly SentenceFigure[]) =>
	sentenceParts(text ?? '', figures)
		.flat()
		.flatMap(({ figure }) => figure ?? []);

/** What a number is made of; its formula has no gaps and ends in what is printed. */
function madeOf(figure: SentenceFigure | undefined): DerivedQuestion {
	const question = figure?.explain() as TraceQuestion;
	if (isFigureQuestion(question) || isRowsQuestion(question)) throw new Error(question.subject);
	const { worked } = explainDerived(question, { lists, profile: null, language: 'zh' } as never);
	for (const line of worked) expect(line).not.toMatch(/undefined|NaN|= —/);
	expect(worked.join(' ')).toContain(question.value);
	return question;
}

describe('competitions', () => {
	const shown = (register: RegisterPage, search = '', everything = true) => {
		const scope = fixtureScope(lists);
		return { scope, everything, search, register, rows: register.rows.filter(({ id }) => id.includes(search)) };
	};
	const register = () => ask(registerQuery(fixtureScope(lists), true));
	const rowsBehind = async (figure: SentenceFigure | undefined) => {
		const question = figure?.explain();
		if (!question || !isRowsQuestion(question)) throw new Error('no rows');
		return { question, listed: await ask(question.rows) };
	};

	test('the count and the participations are the rows behind them; who states none is named', async () => {
		const page = shown(await register());
		const text = registerSentence(page);
		expect(text).toBe('全部时期，示例市登记竞赛 3 项，参赛 20人次。');
		const [count, sum] = printed(text, registerFigures(page));
		expect((await rowsBehind(count)).listed.count).toBe(3);
		const { question, listed } = await rowsBehind(sum);
		expect(listed.rows.map(({ name, value }) => [name, value])).toEqual([
			['竞赛JS1', 10],
			['竞赛JS3', 10]
		]);
		expect(question.worked).toEqual(['参赛人次 = 台账 2 条之和 = 20']);
		expect(question.notes).toEqual(['有 1 项没有登记参赛人次。']);
	});
	test('of a period, and of what a search leaves', async () => {
		const period = shown(await ask(registerQuery(fixtureScope(lists), false)), '', false);
		const [count] = printed(registerSentence(period), registerFigures(period));
		expect((await rowsBehind(count)).listed.rows.map(({ name }) => name)).toEqual(['竞赛JS2', '竞赛JS1']);
		const found = shown(await register(), 'JS3');
		const [one] = printed(registerSentence(found), registerFigures(found));
		expect((await rowsBehind(one)).listed.rows.map(({ name }) => name)).toEqual(['竞赛JS3']);
	});
	test('of a register that is too long for the page all rows are counted, whatever it holds of them', async () => {
		const page = shown({ rows: (await register()).rows.slice(0, 1), total: 3 });
		const [all, ...more] = printed(registerSentence(page), registerFigures(page));
		expect([(await rowsBehind(all)).listed.count, more.length]).toEqual([3, 0]);
	});
});

describe('leaderboards', () => {
	const home: BoardHome = {
		profile: { highlights: ['participations'], regionNoun: { zh: '区县', en: 'districts' } },
		indicators: [...indicators],
		lists: { groups: [], batches: [] }
	} as never;

	test('what the first has, how far ahead it is, who has reported, who changed places', async () => {
		const board = boardById('region-participations', home);
		if (!board) throw new Error('No board');
		const asked = askBoard(board, fixtureScope(lists, { comparison: 'yoy' }), 'r1');
		const answer = asked.combine(await Promise.all(asked.all.map((query) => query && ask(query))));
		const made = boardFrom(answer);
		const [group] = made.groups;
		if (!group) throw new Error('No group');
		const words = { rules: board.rules, units: boardUnits(board), language: 'zh' as const };
		const text = boardSentence(words, made, group, answer.name);
		// 甲 200 (last year 100), 乙 100 (150), 丙 owes a report: 200 − 100 ahead; both changed places.
		const found = printed(text, boardFigures(answer, words, made, group));
		expect(found.map((figure) => figure.text.replace('\u2009', ' '))).toEqual(['200 人次', '100 人次', '2', '2']);
		const [leader, ahead, reported, moved] = found;
		expect(isFigureQuestion(leader?.explain() as TraceQuestion)).toBe(true);
		expect(madeOf(ahead).inputs.map(({ label, question }) => [label, question !== null])).toEqual([
			['甲区', true],
			['乙区', true]
		]);
		expect(madeOf(reported).inputs.map(({ value }) => value.replace('\u2009', ' '))).toEqual([
			'200 人次',
			'100 人次',
			'未报'
		]);
		expect(madeOf(moved).inputs.map(({ label, value }) => `${label} ${value}`)).toEqual([
			'甲区 第 2 名 → 第 1 名',
			'乙区 第 1 名 → 第 2 名'
		]);
	});
	test('who made no progress, and who has too small a base, are counted one by one', async () => {
		const board = boardById('progress-participations', home);
		if (!board?.rules.progress) throw new Error('No board');
		const saidUnder = async (minimumBase: string) => {
			const rules = { ...board.rules, progress: { ...board.rules.progress!, minimumBase } };
			const asked = askBoard({ ...board, rules }, fixtureScope(lists, { comparison: 'yoy' }), 'r1');
			const answer = asked.combine(await Promise.all(asked.all.map((query) => query && ask(query))));
			const made = boardFrom(answer);
			const [group] = made.groups;
			if (!group) throw new Error('No group');
			const words = { rules, units: boardUnits(board), language: 'zh' as const };
			const text = boardSentence(words, made, group, answer.name);
			return { text, found: printed(text, boardFigures(answer, words, made, group)) };
		};
		// 甲 200 (last year 100) is +100 %, 乙 100 (150) is −33.3 %, 丙 owes a report.
		const some = await saidUnder('100');
		expect(some.text).toContain('甲区以 100.0%居首，比乙区领先 133.3 个百分点，没有进步的 1 个，已报 2/3');
		const unrisen = some.found.find(({ text }) => text === '1');
		expect(madeOf(unrisen).inputs.map(({ label, value }) => [label, value])).toEqual([['乙区', '−33.3%']]);
		const none = await saidUnder('1000');
		expect(none.text).toContain('还没有名次：两期都有数的 2 个，基数都不足 1,000，已报 2/3');
		expect(madeOf(none.found[0]).inputs.map(({ label, value }) => [label, value])).toEqual([
			['甲区', '100'],
			['乙区', '150']
		]);
	});
	test('the list: every board with its leader, and those that are provisional', async () => {
		const board = boardById('region-participations', home);
		if (!board) throw new Error('No board');
		const asked = askFigureBoards([board], fixtureScope(lists), 'r1');
		const { listed } = asked.combine(await Promise.all(asked.all.map((query) => query && ask(query))));
		const [count, provisional] = listFigures(2, listed, ['参赛人次区县榜', '工作室专利榜'], 'zh');
		expect(madeOf(count).inputs.map(({ label, value }) => [label, value.replace('\u2009', ' ')])).toEqual([
			['参赛人次区县榜', '甲区 200 人次'],
			['工作室专利榜', '—']
		]);
		expect(madeOf(provisional).inputs).toEqual([{ label: '参赛人次区县榜', value: '已报 2/3', question: null }]);
	});
});

test('the ledger: files by state, rows loaded and set aside by file; nothing set aside explains nothing', () => {
	const row = (order: number, state: LedgerRow['state'], rowsLoaded: number, rowsSetAside: number) =>
		({ order, state, rowsLoaded, rowsSetAside, file: `${order}.csv`, dataset: 'summary' }) as LedgerRow;
	const rows = [row(1, 'published', 40, 0), row(2, 'draft', 2, 3), row(3, 'out', 99, 99)];
	const [files, published, drafts, out, loaded, aside] = ledgerFigures(rows, 'zh');
	expect([files, published, drafts, out, loaded, aside].map((figure) => figure?.text)).toEqual([
		'3',
		'1',
		'2',
		'1',
		'42',
		'3'
	]);
	expect(madeOf(drafts).inputs.map(({ label }) => label)).toEqual(['2. 2.csv', '3. 3.csv']);
	expect(madeOf(loaded).inputs.map(({ value }) => value)).toEqual(['40', '2']);
	expect(madeOf(aside).numbers['terms']).toBe('3');
	expect(ledgerFigures([row(1, 'published', 40, 0)], 'zh').map(({ text }) => text)).toEqual(['1', '40']);
	const many = ledgerFigures(
		Array.from({ length: 40 }, (_, at) => row(at + 1, 'published', at + 1, 0)),
		'zh'
	);
	// 40 × 41 ÷ 2; the formula stays a line, all of the files are below it.
	expect([many[1]?.text, madeOf(many[1]).numbers['terms'], madeOf(many[1]).inputs.length]).toEqual([
		'820',
		'1 + 2 + 3 + … + 40',
		40
	]);
});

test('the dictionary: every indicator and every dataset that its sentence counts', () => {
	const rows = dictionaryRows(indicators, []);
	const [counted, datasets] = dictionaryFigures(rows, datasetList, 'zh');
	expect(madeOf(counted).inputs.map(({ label }) => label)).toEqual(rows.map(({ title }) => title.zh));
	expect([counted?.text, datasets?.text]).toEqual([String(rows.length), String(madeOf(datasets).inputs.length)]);
});

test.each(['zh', 'en'] as const)('the award list: winners under the name policy, groups and tiers, %s', (language) => {
	const tiers = [{ id: 'first', label: { zh: '一等奖', en: 'First' }, count: 1, cut: 'all-up' }];
	const json = { id: 'b', title: '榜', kind: 'results', entity: 'person', names: 'masked', tiers };
	const rules = readRules(json).rules as BoardRules;
	const entry = (key: string, group: string, total: number) =>
		({ key, name: '张三丰', group, standing: 'eligible', values: { total } }) as const;
	const groups = awardGroups(makeBoard(rules, [entry('a', '焊工', 3), entry('b', '焊工', 3), entry('c', '电工', 1)]));
	overwriteGetLocale(() => (language === 'zh' ? 'zh-CN' : 'en'));
	const [winners, ...others] = awardFigures(groups, rules, language);
	expect([winners?.text, ...others.map(({ text }) => text)]).toEqual([
		'3',
		...(language === 'zh' ? ['2', '1'] : ['1', '2'])
	]);
	expect(madeOf(winners).inputs.map(({ label }) => label)).toEqual(['张* · 焊工', '张* · 焊工', '张* · 电工']);
	overwriteGetLocale(() => 'zh-CN');
});

test('who moves away from the others is counted one by one, each with its own way', () => {
	const scope = fixtureScope(lists, { comparison: 'none' });
	const members = ['a', 'b', 'c', 'd'].map((key) => ({ key, name: key, short: key, expected: true }));
	const values = { '2025Q2': [10, 12, 11, 11], '2026Q2': [10, 12, 11, 40] };
	const none = { unionSystem: null, kind: null, level: null, skillLevel: null, industry: null };
	const rest = { denominator: null, how: 'reported', partsReported: null, partsExpected: null, complete: true };
	const all = Object.entries(values).flatMap(([period, some]) =>
		some.map((value, at): Figure => ({
			...{ ...none, ...rest, indicator: 'participations', period, value, numerator: value },
			region: members[at]?.key ?? ''
		}))
	);
	const regions = spreadOf(scope, 'region', members, new Figures(all));
	const ways = driftItems(regions, new Map(), scope.filters.period);
	const away = ways.filter(({ drifts }) => drifts);
	const empty = { ...regions, now: null, first: null, comparison: null, drifts: [] };
	const text = balanceSentence(scope, regions, empty);
	const last = printed(text, balanceFigures(scope, regions, empty, ways)).at(-1);
	expect(away.length).toBeGreaterThan(0);
	expect(text).toContain(`${away.length} 个地区离平均更远`);
	expect(last?.text).toBe(String(away.length));
	expect(madeOf(last).inputs.map(({ label, question }) => [label, question !== null])).toEqual(
		away.map(({ name }) => [name, true])
	);
});

test('a report that is missing says how that came about, like those that came; one that is not due does not', () => {
	const report = (state: string) => ({ state, reported: 0, expected: 3, blank: [] }) as never;
	const states: Readonly<Record<string, string>> = { a: 'missing', b: 'early', c: 'full' };
	const matrix = {
		rows: [],
		columns: [{ key: 'summary', name: '汇总' }],
		cells: [],
		report: (row: string) => (row === 'b' ? null : report(states[row] ?? ''))
	} as unknown as Matrix;
	const columns = matrixColumns(matrix, '地区', 'zh', {} as never, null, { report: () => null, late: () => null });
	const able = (key: string) => explainedColumns({ columns }, { key, name: key }).map((column) => column.key);
	expect([able('a'), able('b'), able('c')]).toEqual([['summary'], [], ['summary']]);
});
