import type { Connector } from '#lib/engine/connector.ts';
import type { Profile } from '#lib/dimensions/profile.ts';
import { datasets } from '#lib/datasets/index.ts';
import type { Batch } from '#lib/import/batch.ts';
import type { Issue } from '#lib/import/issue.ts';
import { identifier, literal, sql, Sql } from '#lib/sql/sql.ts';
import { textOf } from './compare-figures.ts';
import { columnOf, comparedIssue, figureText, measureTitle, named, periodWords, regionTitle } from './compare-words.ts';
import { isRegister } from './register-measures.ts';
import { registerKey } from './registers.ts';
import { at } from './tables.ts';
import { previewPlace, seenPlace } from './views.ts';

const table = (name: string) => at(seenPlace, name).text;
const previewed = (name: string) => at(previewPlace, name).text;

/**
 * What was reported before: PERIOD_REPEATED for each file that reported the same figures of the same regions and periods (a
 * breakdown by industry repeats no total), KEY_DUPLICATE for each whose values an appended batch would take the place of.
 * One that replaces or is laid in by key was meant to: it is only told.
 */
export async function repeatedIssues(connector: Connector, batch: Batch): Promise<Issue[]> {
	if (isRegister(batch.dataset) || batch.dataset === 'targets') return duplicateKeys(connector, batch);
	const own = reported(previewPlace, `batch = ${literal(batch.id).text}`);
	const earlier = reported(
		seenPlace,
		`${batch.dataset === 'metrics' ? '' : 'NOT'} starts_with(measure, 'metric:') AND batch <> ${literal(batch.id).text}`
	);
	const rows = await connector.query(
		new Sql(`SELECT b.file, o.batch, count(DISTINCT n.region || ' ' || n.period) AS places, min(n.line) AS line,
				arg_min(n.period, n.line) AS period, count(DISTINCT n.period) AS periods,
				count(*) FILTER (o.industry = n.industry AND o.ownership = n.ownership AND o.value <> n.value) AS differing
			FROM (${own}) n JOIN (${earlier}) o ON o.region = n.region AND o.period = n.period AND o.measure = n.measure
				AND (o.industry = 'all') = (n.industry = 'all') AND (o.ownership = 'all') = (n.ownership = 'all')
			JOIN (SELECT id, any_value(file) AS file, max(position) AS position FROM ${table('batch')} GROUP BY id) b ON b.id = o.batch
			GROUP BY b.file, o.batch, b.position ORDER BY b.position DESC`)
	);
	const meant = batch.mode !== 'append';
	return rows.flatMap((row) => {
		const file = String(row.file);
		const period = periodWords(String(row.period));
		const more = Number(row.periods) > 1;
		const shared = { line: Number(row.line), column: null, sample: null, details: { file, batch: String(row.batch) } };
		const repeated = comparedIssue(batch, {
			...shared,
			code: 'PERIOD_REPEATED',
			severity: meant ? 'I' : 'W',
			count: Number(row.places),
			details: { ...shared.details, ...named('period', period) },
			what: {
				zh: `{count} 个“填报单位 × 时期”（{period}${more ? ' 等' : ''}）此前已由 {file} 报送`,
				en: `{count} of its reporting units × periods ({period}${more ? ' and others' : ''}) were reported before, by {file}`
			},
			action: meant
				? { zh: '无需处理：按所选方式更正', en: 'Nothing to do: it corrects them as chosen' }
				: {
						zh: '如为更正请选“替换”或“更新”；如为重复报送请不要叠加',
						en: 'Choose replace or update if it corrects them; leave it out if it repeats them'
					}
		});
		const differing = Number(row.differing);
		if (meant || differing === 0) return [repeated];
		return [repeated, takenOver(batch, differing, shared)];
	});
}

/** What a place holds as reported, year-to-date figures as such. */
function reported(place: Sql, where: string): string {
	const columns = 'measure, region, industry, ownership, period, value, batch, line';
	return `SELECT ${columns} FROM ${at(place, 'fact').text} WHERE cumulative IS NULL AND ${where}
		UNION ALL SELECT ${columns} FROM ${at(place, 'year_to_date').text} WHERE ${where}`;
}

function takenOver(
	batch: Batch,
	count: number,
	shared: { line: number; column: null; sample: string | null; details: Readonly<Record<string, string>> }
): Issue {
	return comparedIssue(batch, {
		...shared,
		code: 'KEY_DUPLICATE',
		severity: 'W',
		count,
		what: {
			zh: '{count} 项与 {file} 报送的相同而内容不同，将以本文件为准',
			en: '{count} entries are in {file} too, with other content; this file would count'
		},
		action: { zh: '请确认以哪一个文件为准', en: 'Make sure which of the two files is right' }
	});
}

/** Rows of an appended register whose keys are there already, with other content. */
async function duplicateKeys(connector: Connector, batch: Batch): Promise<Issue[]> {
	if (batch.mode !== 'append') return [];
	const name = batch.dataset === 'targets' ? 'target' : batch.dataset;
	const key = isRegister(batch.dataset)
		? registerKey(batch.dataset).map((field) => field.name)
		: ['indicator', 'region', 'end_year'];
	const rest = datasets[batch.dataset].fields.map((field) => field.name).filter((field) => !key.includes(field));
	const cells = (alias: string) => `(${rest.map((field) => `${alias}.${identifier(field).text}`).join(', ')})`;
	const same = key.map((field) => `n.${identifier(field).text} IS NOT DISTINCT FROM o.${identifier(field).text}`);
	const rows = await connector.query(
		new Sql(`SELECT b.file, o.batch, count(*) AS differing, min(n.line) AS line,
				arg_min(concat_ws(' · ', ${key.map((field) => `n.${identifier(field).text}`).join(', ')}), n.line) AS entry
			FROM ${previewed(name)} n JOIN ${table(name)} o ON ${same.join(' AND ')}
			JOIN (SELECT id, any_value(file) AS file FROM ${table('batch')} GROUP BY id) b ON b.id = o.batch
			WHERE n.batch = ${literal(batch.id).text} AND o.batch <> n.batch AND ${cells('n')} IS DISTINCT FROM ${cells('o')}
			GROUP BY b.file, o.batch ORDER BY min(n.line)`)
	);
	return rows.map((row) =>
		takenOver(batch, Number(row.differing), {
			line: Number(row.line),
			column: null,
			sample: textOf(row.entry),
			details: { file: String(row.file), batch: String(row.batch) }
		})
	);
}

/** Totals that would no longer be the sum of their parts, or by another difference: one issue a measure. */
export async function totalIssues(connector: Connector, profile: Profile, batch: Batch): Promise<Issue[]> {
	const rows = await connector.query(
		sql`SELECT measure, count(*) AS count, arg_max(region, size) AS region, arg_max(period, size) AS period,
				CAST(arg_max(expected, size) AS VARCHAR) AS expected, CAST(arg_max(actual, size) AS VARCHAR) AS actual,
				CAST(arg_max(difference, size) AS VARCHAR) AS difference, min(CASE WHEN batch = ${batch.id} THEN line END) AS line
			FROM (SELECT n.*, abs(n.difference) AS size FROM ${at(previewPlace, 'finding')} n
				WHERE code = 'TOTAL_MISMATCH' AND severity = 'W' AND region IS NOT NULL AND NOT starts_with(note, 'rows ')
				AND NOT EXISTS (SELECT 1 FROM ${at(seenPlace, 'finding')} o WHERE o.code = n.code AND o.severity = 'W' AND o.measure = n.measure
					AND o.region = n.region AND o.industry = n.industry AND o.period = n.period AND o.difference = n.difference))
			GROUP BY measure ORDER BY measure`
	);
	return rows.map((row) => {
		const measure = measureTitle(profile, String(row.measure));
		const region = regionTitle(profile, textOf(row.region));
		const period = periodWords(String(row.period));
		const [total, sum, difference] = [row.expected, row.actual, row.difference].map((value) =>
			figureText(textOf(value))
		);
		return comparedIssue(batch, {
			code: 'TOTAL_MISMATCH',
			severity: 'W',
			line: row.line === null ? null : Number(row.line),
			column: columnOf(batch, String(row.measure)),
			sample: null,
			count: Number(row.count),
			details: {
				difference: String(difference),
				expected: String(total),
				found: String(sum),
				...named('region', region),
				...named('period', period),
				...named('measure', measure)
			},
			what: {
				zh: '叠加后{region}{period}“{measure}”合计 {expected}，各部分之和 {found}，相差 {difference}',
				en: 'With this file “{measure}” of {region}, {period}, is {expected} as reported and {found} as the sum of its parts: {difference} apart'
			},
			action: { zh: '请核对合计与各部分', en: 'Check the total and its parts' }
		});
	});
}
