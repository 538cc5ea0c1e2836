import type { Connector } from '#lib/engine/connector.ts';
import type { Profile } from '#lib/dimensions/profile.ts';
import type { Batch } from '#lib/import/batch.ts';
import type { Issue } from '#lib/import/issue.ts';
import { literal, Sql } from '#lib/sql/sql.ts';
import { textOf } from './compare-figures.ts';
import { columnOf, comparedIssue, figureText, measureTitle, named, periodWords, regionTitle } from './compare-words.ts';
import { at } from './tables.ts';
import { previewPlace } from './views.ts';

/** From here on a figure is no growth any more: a digit too many, or another unit. */
const suspectFactor = 7;
/** Small counts jump: 3 competitions may be followed by 30. */
const smallest = 100;
/** Years back in which the last period is looked for. */
const memory = 2;

/**
 * UNIT_SUSPECT: figures that are about ten or ten thousand times what the same unit reported in its last period of the
 * same kind, and in the same period of the year before if it reported then. One issue for each column and direction.
 */
export async function outlierIssues(connector: Connector, profile: Profile, batch: Batch): Promise<Issue[]> {
	if (batch.dataset !== 'summary' && batch.dataset !== 'metrics') return [];
	const same = (alias: string) =>
		['measure', 'region', 'industry', 'ownership'].map((name) => `${alias}.${name} = n.${name}`).join(' AND ');
	const ratio = (against: string) => `ln(CAST(n.value AS DOUBLE) / CAST(${against} AS DOUBLE)) / ln(10)`;
	const rows = await connector.query(
		new Sql(`WITH figure AS (
				SELECT f.*, p.kind, p.start_date, p.end_date FROM ${at(previewPlace, 'fact').text} f
				JOIN ${at(previewPlace, 'period').text} p ON p.code = f.period
				LEFT JOIN ${at(previewPlace, 'metric').text} m ON m.measure = f.measure
				WHERE f.value > 0 AND coalesce(m.kind, '') <> 'ratio'
			), own AS (SELECT * FROM figure WHERE batch = ${literal(batch.id).text}),
			last AS (
				SELECT n.*, o.period AS before_period, o.value AS before_value FROM own n JOIN figure o
					ON ${same('o')} AND o.kind = n.kind AND o.end_date < n.start_date
					AND CAST(left(n.end_date, 4) AS INTEGER) - CAST(left(o.end_date, 4) AS INTEGER) <= ${memory}
				QUALIFY row_number() OVER (PARTITION BY n.measure, n.region, n.industry, n.ownership, n.period ORDER BY o.end_date DESC) = 1
			), suspect AS (
				SELECT n.*, ${ratio('n.before_value')} AS magnitude, y.value AS year_ago FROM last n
				LEFT JOIN figure y ON ${same('y')} AND y.kind = n.kind AND y.start_date =
					CAST(CAST(left(n.start_date, 4) AS INTEGER) - 1 AS VARCHAR) || substr(n.start_date, 5)
				WHERE greatest(n.value, n.before_value) >= ${smallest}
			)
			SELECT measure, CASE WHEN abs(magnitude) < 2.5 THEN 10 ELSE 10000 END AS factor, magnitude > 0 AS larger, count(*) AS count,
				min(line) AS line, arg_min(region, line) AS region, arg_min(period, line) AS period,
				CAST(arg_min(value, line) AS VARCHAR) AS value, arg_min(coalesce(original, ''), line) AS original,
				arg_min(before_period, line) AS before_period, CAST(arg_min(before_value, line) AS VARCHAR) AS before_value
			FROM suspect n WHERE abs(magnitude) >= log10(${suspectFactor})
				AND (year_ago IS NULL OR (abs(${ratio('year_ago')}) >= log10(${suspectFactor}) AND (${ratio('year_ago')} > 0) = (magnitude > 0)))
			GROUP BY ALL ORDER BY measure, factor DESC, larger`)
	);
	return rows.map((row) => {
		const measure = measureTitle(profile, String(row.measure));
		const region = regionTitle(profile, textOf(row.region));
		const period = periodWords(String(row.period));
		const earlier = periodWords(String(row.before_period));
		const [value, before] = [row.value, row.before_value].map((figure) => figureText(textOf(figure)));
		const tenfold = Number(row.factor) === 10;
		const larger = row.larger === true;
		return comparedIssue(batch, {
			code: 'UNIT_SUSPECT',
			severity: 'W',
			line: Number(row.line),
			column: columnOf(batch, String(row.measure)),
			sample: textOf(row.original) || String(value),
			count: Number(row.count),
			details: {
				found: String(value),
				expected: String(before),
				factor: tenfold ? '10' : '10000',
				...named('region', region),
				...named('measure', measure),
				...named('period', period),
				...named('earlier', earlier)
			},
			what: {
				zh: `{region}“{measure}”{period}为 {found}，{earlier}为 {expected}，约为其${tenfold ? '十' : '万'}${larger ? '倍' : '分之一'}`,
				en: `“{measure}” of {region} is {found} in {period} and was {expected} in {earlier}: about ${larger ? '' : 'a '}${tenfold ? 'ten' : 'ten thousand'}${larger ? ' times as much' : 'th of it'}`
			},
			action: {
				zh: '请核对单位和位数（如把万人写成人、多写或少写一位）',
				en: 'Check the unit and the digits, e.g. 万人 written as 人, or a digit too many'
			}
		});
	});
}
