import type { YearStart } from '#lib/dimensions/period.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';
import { indicatorById } from '#lib/indicators/index.ts';
import { totalDifferences } from '#lib/indicators/quality.ts';
import type { Query } from '#lib/query/query.ts';
import { together, type Together } from '#lib/query/together.ts';
import { list, sql } from '#lib/sql/sql.ts';
import { number, text, type Figures } from '../figure.ts';
import type { Member } from '../members.ts';
import { askIndustries, askMatrix, askRegions, askTrail } from '../questions.ts';
import type { Scope } from '../scope.ts';
import type { Aim } from '../target-aims.ts';
import { aimsQuery } from '../target-query.ts';
import type { Surroundings } from './surroundings.ts';

/** What a briefing is asked about. */
export interface Asked {
	readonly scope: Scope;
	readonly surroundings: Surroundings;
	/** The page's indicator, then the profile's main ones. */
	readonly main: readonly Indicator[];
	/** Rates per 10,000 workers that the release can answer. */
	readonly rates: readonly Indicator[];
	/** What coverage is judged by; null where the release has neither. */
	readonly coverage: Indicator | null;
	readonly aims: readonly Aim[];
	readonly yearStart: YearStart;
}

/** How many totals disagree with their parts, and how many returns with the register. */
export interface Differences {
	readonly totals: number;
	readonly sources: number;
}

/** What the release answered. */
export interface Answers {
	readonly place: Figures;
	readonly regions: Figures;
	/** The rates of the region above; null at home. */
	readonly above: Figures | null;
	readonly industries: Figures;
	/** Coverage by part and industry, and the workers there. */
	readonly matrix: Figures | null;
	readonly targets: Figures | null;
	/** `>`, `≈` … by indicator, where a figure was reported so. */
	readonly qualifiers: ReadonlyMap<string, string>;
	/** Null within an industry: findings are of whole places. */
	readonly differences: Differences | null;
}

/** Where somebody works, something can be missing: see `coverageOf`. */
export const workers = indicatorById('workers_total') as Indicator;

/** The code of all industries together. */
export const allIndustries = 'all';

/** Everything that a briefing says, asked for one scope and worked out by `draw`; `context` is all that `asked` comes from. */
export function briefingQuestions<C extends object, D extends object>(
	context: C,
	asked: Asked,
	draw: (answers: Asked & Answers) => D
): Together<C & Answers & D> {
	const { scope, surroundings, main, rates, coverage } = asked;
	const { parts, peers, above, industries, industryPeers } = surroundings;
	const shown = [...main, ...rates];
	const members = [
		...new Map([scope.place, ...peers, ...(above ? [above] : []), ...parts].map((one) => [one.key, one])).values()
	];
	const codes = [...new Set([...industries, ...industryPeers, allIndustries])];
	const cells = coverageIndustries(scope, surroundings);
	const lead = main[0] ? [main[0]] : [];
	const byIndustry = industryPeers.length > 0 ? shown : lead;
	return together(
		context,
		{
			place: askTrail(scope, shown),
			regions: askRegions(scope, main, members),
			above: above && rates.length > 0 ? askRegions(scope, rates, [above]) : null,
			industries: askIndustries(scope, [...new Set([...byIndustry, workers])], codes),
			matrix: coverage && askMatrix(coverageScope(scope, surroundings), coverage, cells, [workers]),
			targets: aimsQuery(asked.aims, scope.filters.period, asked.yearStart),
			qualifiers: qualifiersQuery(scope, main),
			differences: scope.filters.industry ? null : differencesQuery(scope, parts)
		},
		(answers) => draw({ ...asked, ...(answers as Answers) })
	) as Together<C & Answers & D>;
}

/** Coverage is looked at by the parts of the place, where it has none at the place itself. */
export function coverageScope(scope: Scope, { parts }: Surroundings): Scope {
	return { ...scope, members: parts.length > 0 ? parts : [scope.place] };
}

/** The sections, or the one industry that the page is narrowed to. */
export function coverageIndustries({ filters }: Scope, { industries }: Surroundings): readonly string[] {
	return filters.industry ? [filters.industry] : industries;
}

/** How the main figures were qualified where they were reported: only figures of one place and period can be. */
function qualifiersQuery(scope: Scope, main: readonly Indicator[]): Query<ReadonlyMap<string, string>> | null {
	const { place, spans, filters } = scope;
	const [region, period] = [place.codes, spans.current];
	if (region.length !== 1 || period.length !== 1) return null;
	const reported = new Map(
		main.flatMap(({ id, numerator, denominator }): [string, string][] =>
			numerator.source === 'cell' && !numerator.only && !denominator ? [[numerator.id, id]] : []
		)
	);
	return {
		sql: sql`SELECT measure, qualifier FROM rollup WHERE measure IN ${list([...reported.keys()])} AND qualifier IS NOT NULL
			AND region = ${region[0] ?? ''} AND period = ${period[0] ?? ''} AND industry = ${filters.industry ?? allIndustries} AND ownership = ${filters.ownership ?? 'all'}`,
		parse: (rows) =>
			new Map(
				rows.flatMap((row): [string, string][] => {
					const [id, qualifier] = [reported.get(text(row.measure) ?? ''), text(row.qualifier)];
					return id && qualifier ? [[id, qualifier]] : [];
				})
			)
	};
}

/** Differences are found where a report is of: at the quarters of a year, too. */
function differencesQuery({ place, spans, lists }: Scope, parts: readonly Member[]): Query<Differences> {
	const regions = [...place.codes, ...parts.flatMap(({ codes }) => codes)];
	const shown = lists.periods.filter(({ code }) => spans.current.includes(code));
	const within = lists.periods.filter(({ start, end }) =>
		shown.some((period) => start >= period.start && end <= period.end)
	);
	return {
		sql: totalDifferences(
			regions,
			within.map(({ code }) => code)
		),
		parse: (rows) => {
			const count = (code: string) =>
				rows.reduce((sum, row) => sum + (row.code === code ? (number(row.count) ?? 0) : 0), 0);
			return { totals: count('TOTAL_MISMATCH'), sources: count('SOURCES_DIFFER') };
		}
	};
}
