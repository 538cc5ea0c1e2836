import type { Column } from '#lib/components/table.ts';
import { periodTitle } from '#lib/dimensions/period.ts';
import { ownerships } from '#lib/dimensions/ownership.ts';
import { formatExact, formatNumber, formatShare } from '#lib/format/number.ts';
import { m } from '#lib/messages/generated/messages.js';
import { findingTexts, type FindingCode } from '#lib/release/finding-codes.ts';
import type { FigureQuestion } from '#lib/state/tracing.svelte.ts';
import { parentOf, placeOf } from '../members.ts';
import { industryName, listName } from '../narrowing-names.ts';
import type { Scope } from '../scope.ts';
import type { DueDataset } from './calendar.ts';
import { datasetTitle, measureName } from './names.ts';
import type { Finding, Suspect } from './queries.ts';
import { measuredQuestion } from './questions.ts';

/**
 * What kind of check a figure failed. partial: a total of which not all parts are there and that is therefore more than
 * their sum; smaller: a register that lists less than the returns state, as registers do; rounding explains the last.
 */
export const checkKinds = ['totals', 'sources', 'suspects', 'others', 'partial', 'smaller', 'rounding'] as const;
export type CheckKind = (typeof checkKinds)[number];

/** The kinds in which a figure must be wrong. */
export const wrongKinds = ['totals', 'sources', 'suspects'] as const satisfies readonly CheckKind[];
const explainedKinds: readonly CheckKind[] = ['partial', 'smaller'];

/** A figure to look at: what it should be, what it is, and where it comes from. */
export interface Check {
	readonly key: string;
	readonly kind: CheckKind;
	readonly dataset: string | null;
	readonly region: string | null;
	readonly place: string;
	readonly period: string | null;
	readonly measure: string;
	/** How the figures of both sides came about; null where they are none of an indicator. */
	readonly questions: readonly [FigureQuestion | null, FigureQuestion | null];
	readonly expected: number | null;
	readonly actual: number | null;
	readonly difference: number | null;
	readonly note: string;
	readonly batch: string | null;
	readonly line: number | null;
	/** A mistake rather than a remark: parts that are all there do not make the total, or fewer make more. */
	readonly grave: boolean;
}

/** Of a total and its parts, the reported total explains both: it is held against its parts there. */
const both = (question: FigureQuestion | null) => [question, question] as const;

function kindOf({ code, rounding, severity, difference }: Finding): CheckKind {
	if (code === 'TOTAL_MISMATCH') return rounding ? 'rounding' : severity === 'I' ? 'partial' : 'totals';
	if (code === 'SOURCES_DIFFER') return (difference ?? 0) > 0 ? 'sources' : 'smaller';
	return 'others';
}

/** Checks of what a page shows, and those that are only told apart. */
export interface SortedChecks {
	/** Those in which a figure must be wrong: of the period shown, and of others. */
	readonly wrong: readonly Check[];
	readonly elsewhere: readonly Check[];
	/** What missing parts or the nature of registers explain, of the period shown. */
	readonly explained: readonly Check[];
}

/** Sorts checks by whether they are of the page's period or one within it, or of the period in which their dataset is due. */
export function sortedChecks(
	checks: readonly Check[],
	scope: Scope,
	due: readonly Pick<DueDataset, 'dataset' | 'shown'>[]
): SortedChecks {
	const { periods } = scope.lists;
	const page = periods.find(({ code }) => code === scope.filters.period);
	const within = periods.filter(({ start, end }) => page && start >= page.start && end <= page.end);
	const shown = new Set([scope.filters.period, ...within.map(({ code }) => code)]);
	const dueAt = new Map(due.map((one) => [one.dataset, one.shown]));
	const wrong = checks.filter(({ kind }) => (wrongKinds as readonly CheckKind[]).includes(kind));
	const isShown = ({ period, dataset }: Check) =>
		period !== null && (shown.has(period) || dueAt.get(dataset ?? '') === period);
	return {
		wrong: wrong.filter(isShown),
		elsewhere: wrong.filter((check) => !isShown(check)),
		explained: checks.filter((check) => explainedKinds.includes(check.kind) && isShown(check))
	};
}

/** What the parts of a region are called: of the home as those who report are, of one within it as units below. */
function partsNoun(region: string | null, { home, reporting, reportingWords, lists, language }: Scope): string {
	const ofHome = reporting.every((one) => parentOf(one, lists, language)?.key === home.key);
	return region === home.key && ofHome ? reportingWords.noun : m.quality_by_parts();
}

/** 按省份相加 31/33: how many of the parts are in the sum. */
function noteOf({ code, note, region }: Finding, scope: Scope): string {
	const { language } = scope;
	if (code === 'SOURCES_DIFFER')
		return m.quality_note_register({ register: datasetTitle(note?.split('.')[0] ?? '', language) });
	const [, dimension, parts, expected] = / · (region|period|industry|ownership) (\d+)\/(\d+)$/.exec(note ?? '') ?? [];
	if (code === 'TOTAL_MISMATCH' && dimension && parts && expected) {
		const title = {
			region: partsNoun(region, scope),
			period: m.quality_by_period(),
			industry: m.column_industry(),
			ownership: m.filter_part_ownership()
		}[dimension as 'region'];
		return m.quality_note_parts({ dimension: title, parts, expected });
	}
	const said = findingTexts[code as FindingCode]?.[language] ?? code;
	return note && code !== 'TOTAL_MISMATCH' ? `${said} · ${note}` : said;
}

/** Findings of the release and suspect figures as one list. */
export function checksOf(findings: readonly Finding[], suspects: readonly Suspect[], scope: Scope): Check[] {
	const { lists, language } = scope;
	const name = (region: string | null) => (region ? (placeOf(region, lists, language)?.name ?? region) : '—');
	const at = (region: string | null, ...more: readonly (string | null)[]) =>
		[name(region), ...more.filter((part) => part !== null)].join(' · ');
	const industry = (code: string | null) => (code && code !== 'all' ? industryName(code, lists, language) : null);
	return [
		...findings.map((finding, index): Check => ({
			key: `f${index}`,
			kind: kindOf(finding),
			dataset: finding.dataset,
			region: finding.region,
			place: at(finding.region, industry(finding.industry)),
			period: finding.period,
			measure: finding.measure ? measureName(finding.measure, lists.metrics, language) : '—',
			questions: both(measuredQuestion(finding.measure, finding, scope)),
			expected: finding.expected,
			actual: finding.actual,
			difference: finding.difference,
			note: noteOf(finding, scope),
			batch: finding.batch,
			line: finding.line,
			grave: finding.severity === 'W' || finding.severity === 'E'
		})),
		...suspects.map((suspect, index): Check => ({
			key: `s${index}`,
			kind: 'suspects',
			dataset: suspect.measure.startsWith('metric:') ? 'metrics' : 'summary',
			region: suspect.region,
			place: at(
				suspect.region,
				industry(suspect.industry),
				suspect.ownership === 'all' ? null : listName(suspect.ownership, ownerships, language)
			),
			period: suspect.period,
			measure: measureName(suspect.measure, lists.metrics, language),
			questions: [
				measuredQuestion(suspect.measure, { ...suspect, period: suspect.beforePeriod }, scope),
				measuredQuestion(suspect.measure, suspect, scope)
			],
			expected: suspect.before,
			actual: suspect.value,
			difference: suspect.value - suspect.before,
			note: m.quality_note_times({
				period: periodTitle(suspect.beforePeriod, language),
				times: formatNumber(suspect.value / suspect.before, language)
			}),
			batch: suspect.batch,
			line: suspect.line,
			grave: true
		}))
	];
}

/** What the two sides of a check are called. */
function sidesOf(kind: CheckKind): readonly [string, string] {
	if (kind === 'sources' || kind === 'smaller') return [m.quality_side_summary(), m.quality_side_register()];
	if (kind === 'suspects') return [m.quality_side_before(), m.quality_side_now()];
	if (kind === 'others') return [m.quality_side_expected(), m.quality_side_actual()];
	return [m.quality_side_total(), m.quality_side_sum()];
}

/** What a kind of check is called. */
export function checkTitle(kind: CheckKind): string {
	return {
		totals: m.quality_check_totals,
		sources: m.quality_check_sources,
		suspects: m.quality_check_suspects,
		others: m.quality_check_others,
		partial: m.quality_check_partial,
		smaller: m.quality_check_smaller,
		rounding: m.quality_check_rounding
	}[kind]();
}

/** The table of checks of one kind; the file leads to the ledger. */
export function checkColumns(kind: CheckKind, scope: Scope, hrefOf: (batch: string) => string | null): Column<Check>[] {
	const { language, lists } = scope;
	const [expected, actual] = sidesOf(kind);
	const figure = (key: 'expected' | 'actual' | 'difference', title: string): Column<Check> => ({
		key,
		title,
		kind: 'number',
		value: (row) => row[key],
		text: (row) => formatExact(row[key]),
		...(key === 'difference' ? {} : { explain: ({ questions }: Check) => questions[key === 'expected' ? 0 : 1] })
	});
	const shareOf = ({ difference, expected: base }: Check) =>
		difference === null || !base ? null : difference / Math.abs(base);
	const file = (row: Check) => lists.batches.find(({ id }) => id === row.batch)?.file ?? null;
	const columns: Column<Check>[] = [
		{ key: 'place', title: scope.memberWords.column, kind: 'pinyin', value: (row) => row.place },
		{
			key: 'period',
			title: m.column_period(),
			kind: 'text',
			value: (row) => row.period,
			text: (row) => (row.period ? periodTitle(row.period, language) : '—')
		},
		{ key: 'measure', title: m.column_indicator(), kind: 'pinyin', value: (row) => row.measure },
		figure('expected', expected),
		figure('actual', actual),
		{ ...figure('difference', m.quality_difference()), priority: 2 },
		{
			key: 'share',
			title: m.quality_difference_share(),
			kind: 'number',
			value: shareOf,
			text: (row) => formatShare(shareOf(row)),
			priority: 2
		},
		{ key: 'note', title: m.quality_note(), kind: 'text', value: (row) => row.note, priority: 2 },
		{
			key: 'file',
			title: m.quality_file(),
			kind: 'pinyin',
			value: file,
			text: (row) => {
				const found = file(row);
				return found === null ? '—' : row.line === null ? found : m.quality_file_line({ file: found, line: row.line });
			},
			href: (row) => (row.batch ? hrefOf(row.batch) : null),
			priority: 3
		}
	];
	return columns;
}
