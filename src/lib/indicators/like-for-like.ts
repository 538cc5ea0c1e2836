import type { CellValue, Row } from '#lib/engine/connector.ts';
import { list, sql, type Sql } from '#lib/sql/sql.ts';
import type { Indicator } from './indicator.ts';
import { codesOf, setsOf, sharedDimensions, type By, type Selection } from './selection.ts';

/** Before the id of a measure: the row is of a comparison. */
const mark = '~';

/**
 * What comparisons among the periods of a selection come to over those alone who reported everything both times, under
 * the columns of looked-up cells: `how` is the earlier period, `value` both sides, `parts_reported` how many they are.
 * Null where no indicator is an amount that is reported: shares move by who reported them on both sides.
 */
export function likeForLikeCells(indicators: readonly Indicator[], selection: Selection): Sql | null {
	const amounts = indicators.filter(isAmount);
	if (amounts.length === 0 || selection.period.length < 2) return null;
	const [region, industry, ownership] = sharedDimensions.map((name) => list(codesOf(setsOf(selection, name))));
	const period = list(selection.period);
	return sql`SELECT ${mark} || measure AS measure, region, industry, ownership, period,
			concat(CAST(value AS VARCHAR), ' ', CAST(base_value AS VARCHAR)) AS value, base AS how,
			units AS parts_reported, CAST(NULL AS INTEGER) AS parts_expected, FALSE AS complete
		FROM like_for_like WHERE measure IN ${list(amounts.map(({ numerator }) => numerator.id))}
			AND region IN ${region ?? null} AND industry IN ${industry ?? null} AND ownership IN ${ownership ?? null}
			AND period IN ${period} AND base IN ${period}`;
}

/** Rows of `indicator`, the columns of `by`, `period`, `base` (the earlier period), `value`, `base_value`, `units`. */
export function likeForLikeRows(
	indicators: readonly Indicator[],
	by: readonly By[],
	selection: Selection,
	rows: readonly Row[]
): Row[] {
	const found = Map.groupBy(
		rows.filter(({ measure }) => String(measure).startsWith(mark)),
		({ measure }) => String(measure).slice(mark.length)
	);
	const keys = sharedDimensions
		.filter((name) => by.includes(name))
		.map((name) => [name, new Map(setsOf(selection, name).map(({ key, codes }) => [codes[0], key]))] as const);
	return indicators.filter(isAmount).flatMap(({ id, numerator, scale }) =>
		(found.get(numerator.id) ?? []).map((row): Row => {
			const [value, base] = String(row.value).split(' ').map(Number);
			const members = keys.map(([name, known]): [string, CellValue] => [name, known.get(String(row[name])) ?? null]);
			return {
				...{ indicator: id, ...Object.fromEntries(members), period: row.period ?? null, base: row.how ?? null },
				...{ value: (value ?? 0) * scale, base_value: (base ?? 0) * scale, units: row.parts_reported ?? null }
			};
		})
	);
}

function isAmount({ numerator, denominator }: Indicator): boolean {
	return numerator.source === 'cell' && numerator.additive !== false && !denominator;
}
