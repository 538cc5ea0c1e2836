import type { Row } from '#lib/engine/connector.ts';
import { periodTitle } from '#lib/dimensions/period.ts';
import { applicable, indicatorQuery, type Indicator, type Selection } from '#lib/indicators/index.ts';
import { campaignsQuery } from '#lib/indicators/known-campaigns.ts';
import { registerDimensions, type By, type RegisterDimension } from '#lib/indicators/selection.ts';
import { runQuery } from '#lib/query/query.ts';
import { minus, printed, trimmed } from './decimal.ts';
import { findMember, membersOf, splitInto, type NamedSet } from './members.ts';
import { periodsFor } from './periods.ts';
import type { AskedRelease } from './asked-release.ts';
import { dimensionNames, type Question } from './question.ts';
import { UsageError } from './usage-error.ts';

/** One line of the answer, column by column; empty where nothing is known. */
export type AnswerRow = Readonly<Record<string, string>>;

/** The figures that a question comes to, before they are printed. */
export interface AskedFigures {
	/** Members without a figure have a row of their own, without `value`. */
	readonly rows: readonly Row[];
	/** What the rows are split by, the period apart. */
	readonly apart: readonly By[];
	readonly names: ReadonlyMap<By, ReadonlyMap<string, NamedSet>>;
	readonly periods: readonly string[];
}

/** Asks a release for one indicator. Members without a figure are listed with an empty value. */
export async function answer(release: AskedRelease, indicator: Indicator, asked: Question): Promise<AnswerRow[]> {
	const { rows, apart, names } = await askedFigures(release, indicator, asked);
	return rows.map((row) => line(row, indicator, asked, apart, names));
}

/** The exact figures of one indicator. Throws a UsageError where the question cannot be asked. */
export async function askedFigures(
	release: AskedRelease,
	indicator: Indicator,
	asked: Question
): Promise<AskedFigures> {
	const by = splitBy(asked);
	const { selection, sets } = await askedSelection(release, indicator, asked);
	const campaigns = selection.campaign ? await runQuery(release.connector, campaignsQuery) : undefined;
	const able = applicable(indicator, selection, asked.by, campaigns);
	if (!able.ok) throw new UsageError(able.reason.zh, able.reason.en);
	const rows = await release.connector.query(indicatorQuery([indicator], by, selection));
	const apart = by.filter((name) => name !== 'period');
	const names = new Map(apart.map((name) => [name, namesOf(release, name, sets)]));
	return { rows: complete(rows, apart, sets, selection.period), apart, names, periods: selection.period };
}

/** What a question is about, with the sets that its rows are named by. Throws a UsageError on unknown names and periods. */
export async function askedSelection(
	release: AskedRelease,
	indicator: Indicator,
	asked: Question
): Promise<{ readonly selection: Selection; readonly sets: Sets }> {
	const sets = {
		region: chosenSets(release, 'region', asked, release.home),
		industry: chosenSets(release, 'industry', asked, 'all'),
		ownership: chosenSets(release, 'ownership', asked, 'all')
	};
	const period = await periodsFor(release, indicator, asked.where.period, asked.by.includes('period'));
	return { selection: { ...sets, ...narrowing(release, asked), period }, sets };
}

/** The columns of an answer, which are there also when it has no rows. */
export function answerColumns(asked: Question): string[] {
	const members = splitBy(asked).flatMap((name) => (name === 'period' ? [] : [name, `${name}_name`]));
	const figures = [
		'value',
		'display',
		'how',
		'parts_reported',
		'parts_expected',
		'parts_sum',
		'difference',
		'complete'
	];
	return ['indicator', 'unit', ...members, 'period', 'period_name', ...figures];
}

function splitBy(asked: Question): By[] {
	return dimensionNames.filter((name) => name === 'region' || asked.by.includes(name));
}

type Sets = Readonly<Record<'region' | 'industry' | 'ownership', readonly NamedSet[]>>;

function chosenSets(
	release: AskedRelease,
	dimension: 'region' | 'industry' | 'ownership',
	asked: Question,
	standard: string
): readonly NamedSet[] {
	const chosen = findMember(release, dimension, asked.where[dimension] ?? standard);
	return asked.by.includes(dimension) ? splitInto(release, dimension, chosen) : [chosen];
}

function narrowing(release: AskedRelease, asked: Question): Partial<Selection> {
	const given = Object.entries(registerDimensions).flatMap(([dimension, name]) => {
		const text = asked.where[dimension as RegisterDimension];
		return text === undefined ? [] : [[name, findMember(release, dimension as RegisterDimension, text).key]];
	});
	return Object.fromEntries(given);
}

/** Answers in list order. Members that should have one and have none are there, empty. */
function complete(rows: readonly Row[], apart: readonly By[], sets: Sets, periods: readonly string[]): Row[] {
	if (apart.some((name) => name in registerDimensions)) return [...rows];
	const keyOf = (row: Row) => JSON.stringify([...apart, 'period'].map((name) => row[name]));
	const found = new Map(rows.map((row) => [keyOf(row), row]));
	let places: Row[] = [{}];
	for (const name of apart) {
		const members = sets[name as keyof Sets];
		places = places.flatMap((place) => members.map(({ key }) => ({ ...place, [name]: key })));
	}
	const silent = new Set(sets.region.filter(({ expected }) => expected === false).map(({ key }) => key));
	return places
		.flatMap((place) => periods.map((period) => found.get(keyOf({ ...place, period })) ?? { ...place, period }))
		.filter((row) => 'indicator' in row || !silent.has(String(row.region)));
}

function namesOf(release: AskedRelease, name: By, sets: Sets): ReadonlyMap<string, NamedSet> {
	const known = name in sets ? sets[name as keyof Sets] : membersOf(release, name as Exclude<By, 'period'>);
	return new Map(known.map((member) => [member.key, member]));
}

function line(
	row: Row,
	indicator: Indicator,
	{ language }: Question,
	apart: readonly By[],
	names: ReadonlyMap<By, ReadonlyMap<string, NamedSet>>
): AnswerRow {
	const members = apart.flatMap((name) => {
		const key = String(row[name] ?? '');
		const title =
			names.get(name)?.get(key)?.name[language] ?? (key === 'all' ? (language === 'zh' ? '未填' : 'Not stated') : key);
		return [
			[name, key],
			[`${name}_name`, title]
		];
	});
	const value = exactValue(row, indicator);
	const partsSum = row.parts_sum === null || row.parts_sum === undefined ? '' : trimmed(String(row.parts_sum));
	return {
		indicator: indicator.title[language],
		unit: indicator.unit[language],
		...Object.fromEntries(members),
		period: String(row.period),
		period_name: periodTitle(String(row.period), language),
		value,
		display: value === '' ? '' : (row.qualifier ? String(row.qualifier) : '') + printed(value, indicator, language),
		how: text(row.how),
		parts_reported: text(row.parts_reported),
		parts_expected: text(row.parts_expected),
		parts_sum: partsSum,
		difference: partsSum === '' || value === '' ? '' : minus(partsSum, value),
		complete: text(row.complete)
	};
}

/** Amounts to the last digit; ratios, which have no last digit, to six places. */
function exactValue(row: Row, indicator: Indicator): string {
	if (row.value === null || row.value === undefined) return '';
	return indicator.denominator ? trimmed(Number(row.value).toFixed(6)) : trimmed(String(row.numerator_exact));
}

function text(cell: Row[string] | undefined): string {
	return cell === null || cell === undefined ? '' : String(cell);
}
