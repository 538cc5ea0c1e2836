import type { CellValue, Row } from '#lib/engine/connector.ts';
import { list, sql, type Sql } from '#lib/sql/sql.ts';
import type { Indicator, Measure } from './indicator.ts';
import { codesOf, measuresOf, setsOf, sharedDimensions, type By, type Selection } from './selection.ts';

/** Before the id of a measure: the row is of a comparison. */
const mark = '~';

/**
 * What comparisons among the periods of a selection come to over those alone who reported everything both times, under
 * the columns of looked-up cells: `how` is the earlier period, `value` both sides and who they are of, `parts_reported`
 * how many these are. Null where no indicator is made of reported amounts alone.
 */
export function likeForLikeCells(indicators: readonly Indicator[], selection: Selection): Sql | null {
	const measures = measuresOf(indicators.filter(isReported));
	if (measures.length === 0 || selection.period.length < 2) return null;
	const [region, industry, ownership] = sharedDimensions.map((name) => list(codesOf(setsOf(selection, name))));
	const period = list(selection.period);
	return sql`SELECT ${mark} || measure AS measure, region, industry, ownership, period,
			concat_ws(' ', CAST(value AS VARCHAR), CAST(base_value AS VARCHAR), CAST(fingerprint AS VARCHAR)) AS value, base AS how,
			units AS parts_reported, CAST(NULL AS INTEGER) AS parts_expected, FALSE AS complete
		FROM like_for_like WHERE measure IN ${list([...new Set(measures.map(({ id }) => id))])}
			AND region IN ${region ?? null} AND industry IN ${industry ?? null} AND ownership IN ${ownership ?? null}
			AND period IN ${period} AND base IN ${period}`;
}

/**
 * Rows of `indicator`, the columns of `by`, `period`, `base` (the earlier period), `value`, `base_value`, `units`. A ratio
 * has one where both its sides are of the same.
 */
export function likeForLikeRows(
	indicators: readonly Indicator[],
	by: readonly By[],
	selection: Selection,
	rows: readonly Row[]
): Row[] {
	const found = Map.groupBy(
		rows.filter(({ measure }) => String(measure).startsWith(mark)).map(readRow),
		({ measure }) => measure
	);
	const keys = sharedDimensions
		.filter((name) => by.includes(name))
		.map((name) => [name, new Map(setsOf(selection, name).map(({ key, codes }) => [codes[0], key]))] as const);
	return indicators.filter(isReported).flatMap(({ id, numerator, denominator, scale }) => {
		const below = denominator && new Map((found.get(denominator.id) ?? []).map((cell) => [cell.place, cell]));
		return (found.get(numerator.id) ?? []).flatMap((above): Row[] => {
			const under = below ? below.get(above.place) : whole;
			if (!under || (below && under.fingerprint !== above.fingerprint)) return [];
			if (under.value === 0 || under.base === 0) return [];
			const members = keys.map(([name, known]): [string, CellValue] => [
				name,
				known.get(String(above.row[name])) ?? null
			]);
			return [
				{
					...{
						indicator: id,
						...Object.fromEntries(members),
						period: above.row.period ?? null,
						base: above.row.how ?? null
					},
					...{ value: (above.value * scale) / under.value, base_value: (above.base * scale) / under.base },
					units: above.row.parts_reported ?? null
				}
			];
		});
	});
}

interface Compared {
	readonly measure: string;
	readonly place: string;
	readonly value: number;
	readonly base: number;
	/** The same for the same parts. */
	readonly fingerprint: string;
	readonly row: Row;
}

/** What an amount is divided by. */
const whole = { value: 1, base: 1, fingerprint: '' };

function readRow(row: Row): Compared {
	const [value, base, fingerprint = ''] = String(row.value).split(' ');
	const { region, industry, ownership, period, how } = row;
	return {
		...{ measure: String(row.measure).slice(mark.length), row, fingerprint },
		...{ place: [region, industry, ownership, period, how].join('\u0001'), value: Number(value), base: Number(base) }
	};
}

function isReported({ numerator, denominator }: Indicator): boolean {
	const isAmount = ({ source, additive, only }: Measure) => source === 'cell' && additive !== false && !only;
	return isAmount(numerator) && (!denominator || isAmount(denominator));
}
