import type { Mover } from '#lib/charts/movers.ts';
import type { RankedBar } from '#lib/charts/ranked-bars.ts';
import type { Tile } from '#lib/charts/tile-map.ts';
import type { TrendLine, TrendPeriod } from '#lib/charts/trend-line.ts';
import { periodTitle } from '#lib/dimensions/period.ts';
import { readPeriod } from '#lib/dimensions/period-code.ts';
import type { Language } from '#lib/format/language.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';
import { m } from '#lib/messages/generated/messages.js';
import type { Figures } from './figure.ts';
import type { MemberRow } from './member-rows.ts';
import type { Scope } from './scope.ts';
import { bare, changeText, changeTitle, comparisonWord, exactly, unitBeside } from './words.ts';

function notesOf(row: MemberRow, indicator: Indicator, scope: Scope): string[] {
	const { language } = scope;
	const notes: string[] = [];
	if (row.value !== null && indicator.kind !== 'ratio')
		notes.push(`${exactly(row.value)} ${unitBeside(indicator, language)}`.trim());
	const word = comparisonWord(scope.filters.comparison);
	if (row.change && word) notes.push(`${changeTitle(word, [row])} ${changeText(row.change, indicator, language)}`);
	return notes;
}

/** Tiles of the map; members without a place in the grid follow below it in rows of their own. */
export function tilesOf(rows: readonly MemberRow[], scope: Scope, indicator = scope.indicator): Tile[] {
	const places = new Map(scope.members.map((member) => [member.key, member]));
	const shown = rows.filter((row) => row.value !== null || row.expected || places.get(row.key)?.tileRow != null);
	const placed = shown.filter((row) => places.get(row.key)?.tileRow != null);
	const bottom = Math.max(-1, ...placed.map((row) => places.get(row.key)?.tileRow ?? 0));
	const columns = placed.length > 0 ? Math.max(...placed.map((row) => places.get(row.key)?.tileCol ?? 0)) + 1 : 8;
	let loose = 0;
	return shown.map((row) => {
		const member = places.get(row.key);
		const at = member?.tileRow == null || member.tileCol == null ? loose++ : null;
		return {
			key: row.key,
			name: row.short,
			...(member?.brief ? { brief: member.brief } : {}),
			row: at === null ? (member?.tileRow ?? 0) : bottom + 1 + Math.floor(at / columns),
			col: at === null ? (member?.tileCol ?? 0) : at % columns,
			value: row.value,
			label: bare(row.value, indicator, scope.language),
			...(row.expected ? {} : { missing: m.state_not_expected_short() }),
			notes: notesOf(row, indicator, scope),
			selected: row.key === scope.place.key,
			provisional: row.provisional
		};
	});
}

/** Bars in the order given. */
export function barsOf(
	rows: readonly MemberRow[],
	selected: string | null,
	scope: Scope,
	indicator = scope.indicator
): RankedBar[] {
	return rows.map((row) => ({
		key: row.key,
		name: row.short,
		value: row.value,
		label: bare(row.value, indicator, scope.language),
		selected: row.key === selected,
		provisional: row.provisional,
		notes: notesOf(row, indicator, scope)
	}));
}

/** Diverging bars of changes. */
export function moversOf(rows: readonly MemberRow[], selected: string | null, scope: Scope): Mover[] {
	return rows.flatMap((row) =>
		row.change
			? [
					{
						key: row.key,
						name: row.short,
						change: row.change.amount,
						label: changeText(row.change, scope.indicator, scope.language),
						selected: row.key === selected,
						notes: notesOf(row, scope.indicator, scope)
					}
				]
			: []
	);
}

/** A period on an axis, as short as it can be: 26年三季度 would not fit, 2026 Q3 does. */
export function periodLabel(code: string, language: Language): string {
	const period = readPeriod(code);
	if (!period || period.kind === 'year') return periodTitle(code, language);
	const mark = { half: `H${period.part}`, quarter: `Q${period.part}`, month: String(period.part).padStart(2, '0') };
	return `${period.year}${period.kind === 'month' ? '-' : ' '}${mark[period.kind]}`;
}

/** Where a trend begins: at the first period with a figure, and no later than the period that is shown. */
function beginning(figures: Figures, { spans, place, filters }: Scope, indicator: Indicator): number {
	const first = spans.trail.findIndex((period, index) =>
		[period, spans.trailBase[index] ?? null].some(
			(code) => code !== null && figures.value({ indicator: indicator.id, region: place.key, period: code }) !== null
		)
	);
	const shown = spans.trail.indexOf(filters.period);
	return Math.max(0, first < 0 || shown < 0 ? Math.max(first, 0) : Math.min(first, shown));
}

/** The trend at the page's place: the indicator and, where one is compared with, the line one comparison earlier. */
export function trendOf(figures: Figures, scope: Scope, indicator = scope.indicator) {
	const { spans, language, place } = scope;
	const start = beginning(figures, scope, indicator);
	const trail = spans.trail.slice(start);
	const at = (period: string | null) =>
		period === null ? null : figures.at({ indicator: indicator.id, region: place.key, period });
	const line = (key: string, name: string, codes: readonly (string | null)[], role: TrendLine['role']): TrendLine => {
		const points = codes.map(at);
		const values = points.map((point) => point?.value ?? null);
		return {
			key,
			name,
			values,
			labels: values.map((value) => bare(value, indicator, language)),
			provisional: points.map((point) => point?.complete === false),
			role
		};
	};
	const lines = [line('now', m.trend_now(), trail, 'main')];
	const earlier = line('then', m.trend_year_before(), spans.trailBase.slice(start), 'comparison');
	if (earlier.values.some((value) => value !== null)) lines.push(earlier);
	const periods: TrendPeriod[] = trail.map((key) => ({
		key,
		label: periodLabel(key, language),
		selected: key === scope.filters.period
	}));
	return { lines, periods };
}
