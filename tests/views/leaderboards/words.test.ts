import { expect, test } from 'vitest';
import { cellText } from '#lib/components/table.ts';
import { makeBoard } from '#lib/leaderboard/board.ts';
import type { Entry } from '#lib/leaderboard/entry.ts';
import { explainRow } from '#lib/leaderboard/explain.ts';
import { pursuits } from '#lib/leaderboard/pursuit.ts';
import { readRules } from '#lib/leaderboard/read-rules.ts';
import { known } from '../fixture.ts';
import { boardSentence, leaderHeadline, nobodyText } from '#lib/views/leaderboards/board-words.ts';
import { explanationText } from '#lib/views/leaderboards/explanation-words.ts';
import { historyFinding } from '#lib/views/leaderboards/history-words.ts';
import { closest, closingText } from '#lib/views/leaderboards/pursuit-words.ts';
import { searchRows } from '#lib/views/leaderboards/search.ts';
import { movementWords, plainColumns, tieFields } from '#lib/views/leaderboards/table-columns.ts';
import { completenessWord, fieldPhrase, leadPhrase, ruleLine, type BoardWords } from '#lib/views/leaderboards/words.ts';
import { fieldUnits } from '#lib/views/board-figures.ts';
import { boardUnits } from '#lib/views/leaderboards/units.ts';
import { overwriteGetLocale } from '#lib/messages/generated/runtime.js';

function words(json: object, indicators: Parameters<typeof fieldUnits>[1] = {}): BoardWords {
	const { rules, problems } = readRules({ id: 'x', title: '榜', entity: 'region', ...json });
	if (!rules) throw new Error(JSON.stringify(problems));
	return { rules, units: fieldUnits(rules, indicators), language: 'zh' };
}
const entry = (key: string, values: Entry['values'], standing: Entry['standing'] = 'eligible'): Entry => ({
	key,
	name: `${key}市`,
	values,
	standing
});
function boardOf(told: BoardWords, entries: readonly Entry[]) {
	const board = makeBoard(told.rules, entries, { expected: entries.map(({ key, name }) => ({ key, name })) });
	const [group] = board.groups;
	if (!group) throw new Error('No group');
	return { board, group };
}

const total = words({ kind: 'measure' }, { value: known('participations') });
const rate = words({ kind: 'rate', minimumDenominator: 100 }, { value: known('participation_rate') });
const medals = words({ kind: 'medals' });

test('the sentence says who leads by how much, who has reported, and that ranks are provisional', () => {
	const { board, group } = boardOf(total, [
		entry('甲', { value: '2629932' }),
		entry('乙', { value: '1110374' }),
		entry('丙', {}, 'not-reported')
	]);
	// 2,629,932 − 1,110,374 = 1,519,558.
	expect(boardSentence(total, board, group, '2026年三季度')).toBe(
		'2026年三季度，甲市以 263万人次居首，比乙市领先 152万人次，已报 2/3，名次暂定。'
	);
	const none = boardOf(total, [entry('丙', {}, 'not-reported')]);
	expect(boardSentence(total, none.board, none.group, '2026年')).toBe('2026年，还没有可以排名的数据。');
});

test('a progress board on which nobody rose does not call it progress', () => {
	const progress = words({ kind: 'progress', progress: { minimumBase: 100 } }, { value: known('participations') });
	const from = (key: string, value: string | null, base: string) => entry(key, { value, base });
	const said = (...entries: readonly Entry[]) => {
		const { board, group } = boardOf(progress, entries);
		const text = boardSentence(progress, board, group, '2026年');
		return [text, leaderHeadline(progress, group), nobodyText(progress.rules, group)];
	};
	// 150 of 200 is −25 %, 199 of 200 is −0.5 %: the rank stays, the praise does not.
	const fell = said(from('甲', '150', '200'), from('乙', '199', '200'));
	expect(fell).toEqual([
		'2026年，有名次的没有一个比基期进步，乙市退步最少（−0.5%），已报 2/2。',
		'有名次的没有一个比基期进步，乙市退步最少（−0.5%）',
		'有名次的没有一个比基期进步'
	]);
	expect(said(from('甲', '150', '200'), from('乙', '300', '300'))[0]).toContain(
		'有名次的没有一个比基期进步，乙市与基期持平，'
	);
	expect(said(from('甲', '200', '200'), from('乙', '300', '300'))[0]).toContain('乙市等 2 个与基期持平，');
	expect(said(from('甲', '90', '100'), from('乙', '180', '200'))[0]).toContain('乙市等 2 个退步最少（−10.0%），');
	// Where some rose, those who did not are counted: +10 %, +5 %, 0 and −50 %.
	const mixed = said(
		from('甲', '110', '100'),
		from('乙', '210', '200'),
		from('丙', '100', '100'),
		from('丁', '50', '100')
	);
	expect(mixed[0]).toBe('2026年，甲市以 10.0%居首，比乙市领先 5.0 个百分点，没有进步的 2 个，已报 4/4。');
	// 10,002 of 10,000 is +0.02 %, 10,001 is +0.01 %: neither the value nor the lead prints as nothing.
	expect(said(from('甲', '10002', '10000'), from('乙', '10001', '10000'))[0]).toContain(
		'甲市以 0.02%居首，比乙市领先 0.01 个百分点，'
	);
	const small = said(from('甲', '9', '3'), from('乙', '7', '99'), entry('丙', {}, 'not-reported'));
	expect(small).toEqual([
		'2026年，还没有名次：两期都有数的 2 个，基数都不足 100，已报 2/3。',
		'',
		'两期都有数的 2 个，基数都不足规则要求的 100，因此没有名次。'
	]);
	overwriteGetLocale(() => 'en');
	const { board, group } = boardOf({ ...progress, language: 'en' }, [from('A', '150', '200'), from('B', '199', '200')]);
	expect(boardSentence({ ...progress, language: 'en' }, board, group, '2026')).toBe(
		'2026, nobody who is ranked has progressed on the base, B市 lost least (−0.5%), 2 of 2 reported.'
	);
	overwriteGetLocale(() => 'zh-CN');
});

test('the rule of each kind in a line', () => {
	expect(ruleLine(total)).toBe('依次比较：参赛人次 ↓');
	expect(ruleLine(rate)).toBe('职工参与率 ↓；分母不足 100 的不排名');
	expect(ruleLine(medals)).toMatch(/金.*银.*铜.*优胜/);
	expect(ruleLine(words({ kind: 'points', points: { gold: 5, silver: 3 } }))).toMatch(/5.*3/);
	const combined = words({
		kind: 'combined',
		combined: {
			parts: [
				{ field: 'a', weight: 3, standardise: 'min-max', label: '甲项' },
				{ field: 'b', weight: 1, standardise: 'min-max', label: '乙项' }
			]
		}
	});
	expect(ruleLine(combined)).toBe('各项标准化后加权：甲项 75%、乙项 25%');
});

test('a rate is explained by its two sides: how many more of the numerator draw level and pass', () => {
	const value = (numerator: string, denominator: string) => ({ value: { numerator, denominator } });
	const { group } = boardOf(rate, [
		entry('甲', value('60', '200')),
		entry('乙', value('100', '400')),
		entry('丙', value('9', '50'))
	]);
	const said = explainRow(rate.rules, group, '乙').map((one) => explanationText(rate, one));
	// 30 % of 400 is 120: 20 more draw level, 21 pass.
	expect(said).toEqual([
		'上一名是甲市（第 1 名），由“职工参与率”分出先后：30.0% 对 25.0%，相差 5.0 个百分点。',
		'基数不变，分子差 20 即追平甲市，差 21 即超过。',
		'末位，共 2 个有名次。'
	]);
	expect(explainRow(rate.rules, group, '丙').map((one) => explanationText(rate, one))).toEqual([
		'基数过小：50，低于规则要求的 100，不排名。'
	]);
	const [, second] = pursuits(rate.rules, group);
	expect(second && closingText(rate, second)).toBe('基数不变，分子再多 20 追平，多 21 超过');
});

test('the closest pursuit is the one with the smallest share to go', () => {
	const { group } = boardOf(total, [
		entry('甲', { value: '1000' }),
		entry('乙', { value: '500' }),
		entry('丙', { value: '495' })
	]);
	const rows = pursuits(total.rules, group);
	const near = closest(total, rows);
	expect(near?.name).toBe('丙市');
	// 5 of 495.
	expect(near && closingText(total, near)).toBe('再多 5\u2009人次（+1.0%）即追平');
});

test('tie-break columns are those that decided; a medal table shows all of them', () => {
	const results = words({ kind: 'results' });
	const scores = (key: string, totalScore: string, time: string) =>
		entry(key, { total: totalScore, time, practical: '1', theory: '1' });
	const apart = boardOf(results, [scores('a', '90', '60'), scores('b', '80', '50')]).group.rows;
	expect(tieFields(results.rules, apart)).toEqual([]);
	const tied = boardOf(results, [scores('a', '90', '60'), scores('b', '90', '50')]).group.rows;
	expect(tieFields(results.rules, tied)).toEqual(['time']);
	expect(tied.map(({ entry: { key } }) => key)).toEqual(['b', 'a']);
	const won = boardOf(medals, [entry('a', { gold: 1, silver: 0, bronze: 0, merit: 0 })]).group.rows;
	expect(tieFields(medals.rules, won)).toEqual(['silver', 'bronze', 'merit']);
});

test('a search leaves ranks as they are; movement has a text and a spoken form', () => {
	const { group } = boardOf(total, [entry('甲', { value: '2' }), entry('乙', { value: '1' })]);
	expect(searchRows(group.rows, ' 乙 ').map(({ rank }) => rank)).toEqual([2]);
	expect(searchRows(group.rows, '')).toBe(group.rows);
	expect(searchRows(group.rows, '丁')).toEqual([]);
	expect(movementWords(3)).toEqual({ text: '▲3', spoken: '上升 3 名' });
	expect(movementWords(-1)?.text).toBe('▼1');
	expect(movementWords(0)).toBeNull();
	expect(movementWords('new')?.spoken).toBe('新上榜');
	/* A plain table has no arrows beside the name: who did not move is said to be unchanged, who cannot be compared is not. */
	const column = plainColumns(total, group).find(({ key }) => key === 'movement')!;
	const [row] = group.rows;
	const told = ([3, 0, 'new', null] as const).map((movement) => cellText(column, { ...row!, movement }));
	expect(told).toEqual(['▲3', '持平', '新', '—']);
});

test('a history says since when the leader leads and who rose most', () => {
	const line = (name: string, ...ranks: (number | null)[]) => ({ key: name, name, ranks });
	const names = ['一季度', '二季度', '三季度'];
	const steady = { names, breaks: [], lines: [line('甲', 2, 1, 1), line('乙', 5, 4, 2), line('丙', 1, 2, 3)] };
	expect(historyFinding(steady)).toBe('甲自二季度起一直居首，乙升得最多，上升 3 名');
	const fresh = { names, breaks: [], lines: [line('甲', 2, 2, 1), line('丙', 1, 1, 2)] };
	expect(historyFinding(fresh)).toBe('甲本期升到首位');
	expect(historyFinding({ names: ['一季度'], breaks: [], lines: [line('甲', 1)] })).toBeNull();
});

test('values in sentences are short and carry their unit', () => {
	expect(fieldPhrase(total, 'value', '2629932')).toBe('263万人次');
	expect(fieldPhrase(total, 'value', '98')).toBe('98\u2009人次');
	expect(fieldPhrase(rate, 'value', { numerator: '1', denominator: '3' })).toBe('33.3%');
	expect(fieldPhrase(total, 'value', null)).toBe('—');
});

test('a medal table says which medals lead, whether an indicator or a register counts them', () => {
	const won = (key: string, gold: number) => entry(key, { gold, silver: 0, bronze: 1, merit: 0 });
	const { board, group } = boardOf(medals, [won('甲', 13), won('乙', 10)]);
	const units = boardUnits({
		rules: medals.rules,
		source: { from: 'organisations', values: {}, period: 'page' },
		indicators: {}
	});
	const zh = { ...medals, units };
	expect(leadPhrase(zh, group.rows[0]?.value)).toBe('金牌 13 枚');
	expect(boardSentence(zh, board, group, '2026年')).toContain('甲市以金牌 13 枚居首');
	overwriteGetLocale(() => 'en');
	const en: BoardWords = { ...zh, language: 'en' };
	expect(leadPhrase(en, '13')).toBe('13 gold medals');
	expect(leadPhrase(en, '1')).toBe('1 gold medal');
	overwriteGetLocale(() => 'zh-CN');
	const points = words({ kind: 'points', points: { gold: 5, silver: 3 } });
	const scored = boardUnits({
		rules: points.rules,
		source: { from: 'results', values: {}, period: 'page' },
		indicators: {}
	});
	expect(leadPhrase({ ...points, units: scored }, '51')).toBe('51\u2009分');
});

test('where all have reported and ranks are provisional, it is said whose figures are not whole', () => {
	const part = (key: string, value: string): Entry => ({ ...entry(key, { value }), provisional: true });
	// All three have a figure; that of 甲 and that of 丙 lack reports of their parts.
	const whole = boardOf(total, [part('甲', '30'), entry('乙', { value: '20' }), part('丙', '10')]);
	expect(completenessWord(whole.group, whole.board)).toBe('甲市、丙市所属单位未报齐');
	const said = boardSentence(total, whole.board, whole.group, '2026年');
	expect(said).toContain('甲市、丙市所属单位未报齐，名次暂定');
	expect(said).not.toContain('已报');
	const many = boardOf(total, [part('甲', '30'), part('乙', '20'), part('丙', '10')]);
	expect(completenessWord(many.group, many.board)).toBe('甲市等 3 项的所属单位未报齐');
	overwriteGetLocale(() => 'en');
	expect(completenessWord(many.group, many.board)).toBe('reports are incomplete within 甲市 and 2 others');
	overwriteGetLocale(() => 'zh-CN');
	// 丙 is silent itself: two of three have reported, and that says it.
	const silent = boardOf(total, [part('甲', '30'), entry('乙', { value: '20' }), entry('丙', {}, 'not-reported')]);
	expect(completenessWord(silent.group, silent.board)).toBe('已报 2/3');
});
