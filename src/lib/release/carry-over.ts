import type { Connector } from '#lib/engine/connector.ts';
import { join, literal, Sql } from '#lib/sql/sql.ts';
import { isRegister, registers } from './register-measures.ts';
import { summaryMeasures } from './measures.ts';
import { csvColumns, metricCode, touchedMeasures } from './facts.ts';
import type { Build } from './input.ts';
import { texts, withCsv, withCsvPieces } from './staging.ts';
import { summaryTable, summaryTables, type SummaryTable } from './summary-tables.ts';
import { at, columnList, createTable } from './tables.ts';

/*
 * A build over a base release works out anew only what its batches touch. Cells of one measure are made of cells of that
 * measure alone, so the measures that no batch reports or takes away stay as the base has them; so do the registers.
 */

/** Tables out of the profile and the code lists, which no batch changes. */
const dimensionTables: readonly SummaryTable[] = [
	'region',
	'region_ancestor',
	'region_group',
	'region_group_member',
	'industry',
	'campaign'
];

/** Whether the base's tables of the registers stay as they are. */
export function carriesRegisters({ base, batches }: Pick<Build, 'base' | 'batches'>): boolean {
	return base !== null && !batches.some(({ dataset }) => isRegister(dataset));
}

/** Creates the tables of `summary`: empty, or as views of the base's where those stay. */
export async function createSummary(build: Build): Promise<void> {
	const { connector, summary, base } = build;
	const carried = new Set<SummaryTable>(base ? dimensionTables : []);
	if (carriesRegisters(build)) for (const name of ['register_fact', 'register_total'] as const) carried.add(name);
	for (const table of summaryTables) {
		await connector.run(
			base && carried.has(table.name)
				? new Sql(`CREATE VIEW ${at(summary, table.name).text} AS SELECT * FROM ${at(base.summary, table.name).text}`)
				: createTable(summary, table)
		);
	}
}

/** Lists the measures that the batches report or take away; of those the base's figures are taken up and settled anew. */
export async function stageTouched({ connector, base, batches }: Build): Promise<void> {
	const touch = (measures: string) =>
		connector.run(new Sql(`INSERT INTO ${touchedMeasures.text} SELECT DISTINCT measure FROM (${measures})`));
	await connector.run(new Sql(`CREATE OR REPLACE TABLE ${touchedMeasures.text} (measure VARCHAR)`));
	if (!base) return;
	for (const { dataset, mode, csv } of batches) {
		if (dataset !== 'summary' && dataset !== 'metrics') continue;
		const columns = csvColumns(dataset, csv);
		if (dataset === 'metrics') {
			await withCsv(connector, csv, columns, (rows) =>
				touch(`SELECT ${metricCode(columns)} AS measure FROM ${rows.text}`)
			);
			continue;
		}
		const present = summaryMeasures.filter((measure) => measure in columns);
		if (present.length > 0) await touch(`SELECT unnest([${join(present.map(literal)).text}]) AS measure`);
		if (mode !== 'replace') continue;
		// A replacing report takes away what it does not hold.
		await withCsvPieces(connector, csv, columns, async (rows) => {
			for (const table of ['fact', 'year_to_date'] as const)
				await touch(`SELECT measure FROM ${at(base.summary, table).text}
					WHERE NOT starts_with(measure, 'metric:') AND (region, period) IN (SELECT (region, period) FROM ${rows.text})`);
		});
	}
}

const untouched = `measure NOT IN (SELECT measure FROM ${touchedMeasures.text})`;

/** Adds what the base holds of measures that no batch touches to a table of the build. */
export async function carryMeasures(
	{ connector, summary, base }: Build,
	name: 'fact' | 'year_to_date' | 'rollup' | 'like_for_like'
): Promise<void> {
	if (!base) return;
	const columns = columnList(summaryTable(name)).text;
	await connector.run(
		new Sql(`INSERT INTO ${at(summary, name).text} (${columns})
			SELECT ${columns} FROM ${at(base.summary, name).text} WHERE ${untouched}`)
	);
}

/** The measures that the batches touch. */
export async function touched(connector: Connector): Promise<ReadonlySet<string>> {
	return new Set(await texts(connector, new Sql(`SELECT DISTINCT measure FROM ${touchedMeasures.text}`)));
}

/** Findings that are made of one measure or one register at a time, and not of all figures together. */
const ofTheirOwn = ['TOTAL_MISMATCH', 'REGIONS_MISSING', 'KEY_DUPLICATE', 'PERIOD_CUMULATIVE'];

/** Adds the base's findings about measures and registers that no batch touches. */
export async function carryFindings(build: Build): Promise<void> {
	const { connector, summary, base, batches } = build;
	if (!base) return;
	const kept = registers.filter((name) => !batches.some(({ dataset }) => dataset === name));
	const list = (names: readonly string[]) =>
		names.length === 0 ? 'NULL' : names.map((name) => literal(name).text).join(', ');
	await connector.run(
		new Sql(`INSERT INTO ${at(summary, 'finding').text} BY NAME SELECT * FROM ${at(base.summary, 'finding').text}
			WHERE code IN (${list(ofTheirOwn)})
				AND (dataset IN (${list(kept)}) OR (dataset IN ('summary', 'metrics') AND ${untouched}))
				OR (code = 'SOURCES_DIFFER' AND ${String(carriesRegisters(build))} AND ${untouched})`)
	);
}
