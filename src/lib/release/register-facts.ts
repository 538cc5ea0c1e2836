import { datasets } from '#lib/datasets/index.ts';
import type { Connector } from '#lib/engine/connector.ts';
import { identifier, join, literal, Sql } from '#lib/sql/sql.ts';
import type { Build } from './input.ts';
import { countingCondition, registerSources, registers, type Register } from './register-measures.ts';
import { hiddenRows } from './hidden-rows.ts';
import { summaryTable } from './summary-tables.ts';
import { at, columnList, figure, orderList } from './tables.ts';

const dimensions = ['region', 'industry', 'ownership', 'union_system', 'campaign'] as const;

/**
 * Writes `register_fact`: counts and sums of the registers by their own region and month, not yet by ancestor. Over a
 * base release, the base's figures stay, less those of the rows that a batch has taken the place of.
 */
export async function buildRegisterFacts(build: Build): Promise<void> {
	const { connector, summary, base } = build;
	const touched = registers.filter((name) => build.batches.some((batch) => batch.dataset === name));
	const columns = at(summary, 'batch_column');
	const parts = touched.map((name) => figures(name, at(build.detail, name), competitionsOf(build), columns, ''));
	if (base) parts.push(new Sql(`SELECT *, false AS taken FROM ${at(base.summary, 'register_fact').text}`));
	if (base?.detail) {
		const detail = base.detail;
		for (const name of touched) {
			const hidden = new Sql(`(SELECT * FROM ${at(detail, name).text} WHERE ${hiddenRows(build.detail, name).text})`);
			parts.push(figures(name, hidden, at(detail, 'competitions'), columns, '-'));
		}
	}
	if (parts.length === 0) return;
	const table = summaryTable('register_fact');
	const keys = table.order.map(identifier);
	await connector.run(
		new Sql(`INSERT INTO ${at(summary, 'register_fact').text} (${columnList(table).text})
			SELECT ${join(keysInOrder()).text}, CAST(sum(value) AS ${figure}) AS value
			FROM (${join(parts, new Sql(' UNION ALL ')).text}) GROUP BY ${join(keys).text}
			HAVING sum(value) <> 0 OR NOT bool_or(taken) OR measure IN (${[...wholes.keys()].map((part) => literal(part).text).join(', ')})
			ORDER BY ${orderList(table).text}`)
	);
	if (base) await dropEmptyParts(connector, summary);
}

/** Parts of a whole, `innovations.adopted` of `innovations.adopted_known`: 0 where the whole is known. */
const wholes: ReadonlyMap<string, string> = new Map(
	registers.flatMap((name) =>
		registerSources[name].measures.flatMap((part) => (part.of ? [[`${name}.${part.name}`, `${name}.${part.of}`]] : []))
	)
);

/** A part that is 0 because all entries of its whole were taken away is no 0: nothing is known any more. */
async function dropEmptyParts(connector: Connector, summary: Sql): Promise<void> {
	const facts = at(summary, 'register_fact').text;
	const whole = [...wholes].map(([part, of]) => `WHEN ${literal(part).text} THEN ${literal(of).text}`).join(' ');
	const same = keysInOrder()
		.filter((key) => key.text !== identifier('measure').text)
		.map((key) => `w.${key.text} IS NOT DISTINCT FROM p.${key.text}`);
	await connector.run(
		new Sql(`DELETE FROM ${facts} p WHERE p.value = 0 AND CASE p.measure ${whole} END IS NOT NULL
			AND NOT EXISTS (SELECT 1 FROM ${facts} w WHERE w.measure = CASE p.measure ${whole} END AND ${same.join(' AND ')})`)
	);
}

/** Where results find their competition: among the batches' and, laid over a release, among its others. */
function competitionsOf({ detail, base }: Build): Sql {
	const own = at(detail, 'competitions');
	if (!base?.detail) return own;
	return new Sql(`(SELECT * FROM ${own.text} UNION ALL SELECT * FROM ${at(base.detail, 'competitions').text}
		WHERE NOT ${hiddenRows(detail, 'competitions').text})`);
}

function keysInOrder(): Sql[] {
	return Object.keys(summaryTable('register_fact').columns)
		.filter((column) => column !== 'value')
		.map(identifier);
}

/**
 * Rows of a register with the dimensions that they count under, results with those of their competition: `level_code`,
 * `kind_code`, `skill_code` and `month` beside the register's own columns.
 */
export function registerRows(name: Register, rows: Sql, competitions: Sql): Sql {
	const source = registerSources[name];
	const columns = new Set(datasets[name].fields.map((field) => field.name));
	const own = (column: string) => (columns.has(column) ? `r.${column}` : 'NULL');
	const inherited = name === 'results';
	const dimension = (column: string) =>
		`coalesce(${own(column)}, ${inherited ? `c.${column}` : 'NULL'}, ${column === 'region' ? 'NULL' : `'all'`}) AS ${column}`;
	const kept = [...columns].filter((column) => !['level', 'kind', 'period', ...dimensions].includes(column as never));
	return new Sql(`SELECT ${dimensions.map(dimension).join(', ')},
			coalesce(CAST(${inherited ? 'c.level' : source.level} AS VARCHAR), 'all') AS level_code,
			coalesce(CAST(${inherited ? 'c.kind' : source.kind} AS VARCHAR), 'all') AS kind_code,
			coalesce(CAST(${source.skillLevel} AS VARCHAR), 'all') AS skill_code,
			${inherited ? `coalesce(left(CAST(c.start_date AS VARCHAR), 7), left(CAST(c.end_date AS VARCHAR), 7), r.period, c.period)` : source.period}
				AS month, ${columns.has('kind') ? 'r.kind,' : ''} ${kept.map((column) => `r.${column}`).join(', ')}, r.batch, r.line
		FROM ${rows.text} r ${inherited ? `LEFT JOIN ${competitions.text} c USING (competition_id)` : ''}`);
}

/** Sums over rows of one register, one row out for each measure; `sign` '-' takes them away. */
function figures(name: Register, rows: Sql, competitions: Sql, columns: Sql, sign: '' | '-'): Sql {
	const { measures } = registerSources[name];
	const sums = measures.map((measure) => {
		const { value } = measure;
		const counts = countingCondition(measure, columns);
		const whole = measures.find((other) => other.name === measure.of);
		const none = whole ? ` WHEN ${countingCondition(whole, columns)?.text ?? `${whole.value} IS NOT NULL`} THEN 0` : '';
		const expression = counts === null ? value : `CASE WHEN ${counts.text} THEN ${value}${none} END`;
		return `CAST(${sign}sum(${expression}) AS ${figure}) AS ${identifier(`${name}.${measure.name}`).text}`;
	});
	return new Sql(`SELECT measure, region, industry, ownership, union_system, level, skill_level, kind, campaign, period, value, ${sign === '-'} AS taken
		FROM (UNPIVOT (SELECT ${dimensions.join(', ')}, level_code AS level, skill_code AS skill_level, kind_code AS kind, month AS period, ${sums.join(', ')}
			FROM (${registerRows(name, rows, competitions).text}) GROUP BY ALL)
			ON ${join(measures.map((measure) => identifier(`${name}.${measure.name}`))).text} INTO NAME measure VALUE value)`);
}
