import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bilingual, Language } from '#lib/format/language.ts';
import type { Indicator } from '#lib/indicators/index.ts';
import type { By } from '#lib/indicators/selection.ts';
import { makeBoard, type Board, type BoardContext, type BoardRow } from '#lib/leaderboard/board.ts';
import type { Entry } from '#lib/leaderboard/entry.ts';
import { toFraction, type Exact } from '#lib/leaderboard/exact.ts';
import { decimalText, multiply } from '#lib/leaderboard/fraction.ts';
import type { BoardRules } from '#lib/leaderboard/rules.ts';
import { askedFigures } from '#lib/release/question/answer.ts';
import type { QueryArguments } from '../query/arguments.ts';
import { printed, trimmed } from '#lib/release/question/decimal.ts';
import { findIndicator, indicatorsOf } from '#lib/release/question/find-indicator.ts';
import type { AskedRelease } from '#lib/release/question/asked-release.ts';
import { openReleaseFolder } from '../query/release.ts';
import { UsageError } from '#lib/release/question/usage-error.ts';
import type { BoardArguments } from './arguments.ts';
import { boardOfRegister } from './register-board.ts';
import { questionContext, questionOf } from './release-question.ts';

/** What the product counts of awards, by the indicators that count it. */
const counted = { gold: 'medals_gold', silver: 'medals_silver', bronze: 'medals_bronze', merit: 'merits' } as const;
const dimensions: Readonly<Partial<Record<BoardRules['entity'], By>>> = {
	region: 'region',
	industry: 'industry',
	system: 'union_system'
};

/** Those that are ranked by the registers. */
const fromRegisters: ReadonlySet<BoardRules['entity']> = new Set(['organisation', 'team', 'person', 'studio']);

/** A board with what it came from, and how its first value is printed. */
export interface BoardAnswer {
	readonly board: Board;
	readonly source: Readonly<Record<string, string>>;
	readonly remarks: readonly Bilingual[];
	display?(row: BoardRow): string;
}

/**
 * A board over a release: a measure or rate by its indicator, medals and points by what the release counts of awards,
 * organisations, teams and people by the results in detail, studios by their register.
 */
export async function boardOfRelease(rules: BoardRules, asked: BoardArguments): Promise<BoardAnswer> {
	const dimension = dimensions[rules.entity];
	if (dimension === undefined && !fromRegisters.has(rules.entity)) {
		throw new UsageError(
			`发布数据的榜单按地区、行业、产业工会、单位、工作室、团体或个人排名，规则的 entity 是 ${rules.entity}；可改用成绩文件。`,
			`A board over a release is of regions, industries, union systems, organisations, studios, teams or people, and “entity” is ${rules.entity}; rank a results file instead.`
		);
	}
	const id = await releaseId(asked.source);
	refuseOtherFreeze(rules, id);
	const release = await openReleaseFolder(asked.source);
	try {
		if (dimension === undefined) return await boardOfRegister(rules, asked, release, id);
		const query = questionOf(asked, [dimension]);
		const { entries, period } = await entriesOf(release, rules, query, dimension);
		const context = questionContext(id, query, period);
		const board = makeBoard(rules, entries, {
			...context,
			...(await baselineOf(release, rules, query, dimension, id))
		});
		const [indicator, ...more] = indicatorsOfBoard(rules, await indicatorsOf(release.connector)).map(
			([, each]) => each
		);
		const source = { release: id, period };
		if (!indicator || more.length > 0) return { board, source, remarks: [] };
		return { board, source, remarks: [], display: (row) => displayOf(row, indicator, asked.language) };
	} finally {
		await release.connector.close();
	}
}

/** A board that is frozen at one release shows nothing of another, and releases do not say when each figure came. */
function refuseOtherFreeze({ freeze }: BoardRules, id: string): void {
	if (!freeze || (freeze.release !== undefined && freeze.release === id)) return;
	const [zh, en] =
		freeze.release === undefined
			? [`在 ${freeze.at}`, `at ${freeze.at}`]
			: [`在发布 ${freeze.release}`, `at release ${freeze.release}`];
	throw new UsageError(
		`榜单已${zh} 封榜，这里是发布 ${id}；请用封榜时的发布文件夹，并以 freeze.release 写明。`,
		`The board is frozen ${en}, and this is release ${id}; name the release of the freeze, here and as freeze.release.`
	);
}

/** As offices print it; rounding is for this column alone. */
function displayOf({ value }: BoardRow, indicator: Indicator, language: Language): string {
	if (value === null) return '';
	const scaled = multiply(toFraction(value), toFraction(indicator.scale ?? 1));
	return printed(trimmed(decimalText(scaled, indicator.denominator ? indicator.digits : 4)), indicator, language);
}

/** The same board of the period that movement is measured against. */
async function baselineOf(
	release: AskedRelease,
	rules: BoardRules,
	query: QueryArguments,
	dimension: By,
	id: string
): Promise<Pick<BoardContext, 'baseline'>> {
	if (rules.movement?.against !== 'period') return {};
	const before = { ...query, where: { ...query.where, period: rules.movement.which } };
	const { entries, period } = await entriesOf(release, rules, before, dimension);
	return { baseline: { name: period, board: makeBoard(rules, entries, questionContext(id, before, period)) } };
}

async function entriesOf(
	release: AskedRelease,
	rules: BoardRules,
	query: QueryArguments,
	dimension: By
): Promise<{ entries: readonly Entry[]; period: string }> {
	const all = await indicatorsOf(release.connector);
	const wanted = indicatorsOfBoard(rules, all);
	const members = new Map<string, Entry>();
	let period = '';
	for (const [field, indicator] of wanted) {
		const { rows, names, periods } = await askedFigures(release, indicator, query);
		[period = ''] = periods;
		const whole = dimension === 'region' ? (rows[0]?.region ?? null) : 'all';
		for (const row of rows) {
			const key = String(row[dimension] ?? '');
			// The whole stands among its parts in an answer, and in no ranking.
			if (key === String(whole) || key === 'all') continue;
			const value = valueOf(row, indicator);
			// An empty register is nobody's missing report: who has no entries took no part.
			if (indicator.numerator.source === 'register' && value === null) continue;
			const name = names.get(dimension)?.get(key)?.name[query.language] ?? key;
			const before = members.get(key);
			members.set(key, {
				key,
				name,
				standing: value === null && !before ? 'not-reported' : 'eligible',
				provisional: before?.provisional === true || (value !== null && row.complete === false),
				values: { ...before?.values, [field]: value }
			});
		}
	}
	return { entries: [...members.values()], period };
}

function valueOf(row: Readonly<Record<string, unknown>>, indicator: Indicator): Exact | null {
	if (row.numerator_exact === null || row.numerator_exact === undefined) return null;
	if (!indicator.denominator) return row.value === null ? null : String(row.numerator_exact);
	const denominator = row.denominator_exact ?? null;
	return { numerator: String(row.numerator_exact), denominator: denominator === null ? '' : String(denominator) };
}

/** The indicators that a board needs, by the field that each becomes. Totals and rates never mix. */
function indicatorsOfBoard(rules: BoardRules, all: readonly Indicator[]): (readonly [string, Indicator])[] {
	if (rules.kind === 'medals' || rules.kind === 'points') {
		const awards = new Set([...(rules.medals ?? []), ...Object.keys(rules.points ?? {})]);
		return [...awards].map((award) => {
			if (Object.hasOwn(counted, award)) return [award, findIndicator(all, counted[award as keyof typeof counted])];
			const list = Object.keys(counted).join(', ');
			throw new UsageError(
				`发布数据统计的奖项是 ${list}，没有 ${award}。`,
				`A release counts the awards ${list}, not ${award}.`
			);
		});
	}
	if ((rules.kind !== 'measure' && rules.kind !== 'rate') || rules.measure === undefined) {
		throw new UsageError(
			'发布数据的榜单是 measure、rate（须写明 measure，即指标）、medals 或 points；其他榜单请用成绩文件。',
			'A board over a release is a measure or a rate (name the indicator as “measure”), medals or points; rank a results file for others.'
		);
	}
	const indicator = findIndicator(all, rules.measure);
	const isRate = indicator.denominator !== undefined && indicator.denominator !== null;
	if (isRate !== (rules.kind === 'rate')) {
		throw new UsageError(
			`“${indicator.title.zh}”是${isRate ? '比率' : '总量'}，规则的 kind 应为 ${isRate ? 'rate' : 'measure'}：总量与比率不同榜。`,
			`“${indicator.title.en}” is a ${isRate ? 'rate' : 'total'}, so “kind” is ${isRate ? 'rate' : 'measure'}: totals and rates are different boards.`
		);
	}
	return [[rules.chain[0]?.field ?? 'value', indicator]];
}

async function releaseId(folder: string): Promise<string> {
	const text = await readFile(join(folder, 'manifest.json'), 'utf8').catch(() => '{}');
	const { id } = JSON.parse(text) as { id?: unknown };
	return typeof id === 'string' ? id : '';
}
