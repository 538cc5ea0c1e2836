import { createHash } from 'node:crypto';
import type { DatasetName } from '#lib/datasets/dataset.ts';
import type { Profile } from '#lib/dimensions/profile.ts';
import type { Region } from '#lib/dimensions/region.ts';
import type { Batch, BatchMode, ColumnMapping, ControlTotal } from '#lib/import/batch.ts';
import type { Connector, Row } from '#lib/engine/connector.ts';
import { openNative } from '#lib/engine/native.ts';
import { buildRelease } from '#lib/release/build-release.ts';
import { buildTables } from '#lib/release/build-tables.ts';
import { openRelease } from '#lib/release/open-release.ts';
import { identifier, sql, Sql } from '#lib/sql/sql.ts';

/** A batch as an import would leave it, out of a CSV text with one header line. */
export function batch(
	dataset: DatasetName,
	csv: string,
	options: {
		mode?: BatchMode;
		mapping?: readonly Partial<ColumnMapping>[];
		file?: string;
		totals?: readonly Partial<ControlTotal>[];
	} = {}
): Batch {
	const [header = '', ...rows] = csv
		.trim()
		.split('\n')
		.map((line) => line.trim());
	const text = [`_line,${header}`, ...rows.map((row, index) => `${index + 2},${row}`), ''].join('\n');
	const mode = options.mode ?? 'append';
	const id = createHash('sha256').update(`${dataset}${mode}${text}`).digest('hex').slice(0, 16);
	const named = (): Partial<ColumnMapping>[] => header.split(',').map((field) => ({ field }));
	const mapping = (options.mapping ?? named()).map((column, index) => ({
		index,
		header: column.field ?? column.indicator ?? '',
		field: null,
		unit: null,
		factor: '1',
		how: 'title' as const,
		...column
	}));
	return {
		id,
		dataset,
		mode,
		createdAt: '2024-01-01T00:00:00Z',
		createdBy: '示例',
		decisions: {},
		csv: new TextEncoder().encode(text),
		receipt: {
			file: options.file ?? `示例-${dataset}.csv`,
			sha256: '0'.repeat(64),
			bytes: text.length,
			format: 'csv',
			encoding: 'utf-8',
			dialect: null,
			sheet: null,
			table: null,
			dataset,
			mapping,
			rowsRead: rows.length,
			rowsLoaded: rows.length,
			rowsSetAside: 0,
			setAside: [],
			controlTotals: (options.totals ?? []).map((total) => ({
				line: rows.length + 2,
				region: null,
				industry: null,
				period: null,
				values: {},
				...total
			})),
			issues: [],
			certainty: { encoding: 1, delimiter: 1, header: 1, dataset: 1 }
		}
	};
}

/** A country of two provinces: one of two cities with districts, one without parts, and an unexpected reporting unit. */
export const regions: readonly Region[] = [
	region('1', null, 'country'),
	region('11', '1', 'province'),
	region('111', '11', 'prefecture'),
	region('1111', '111', 'county'),
	region('1112', '111', 'county'),
	region('1113', '111', 'county'),
	region('112', '11', 'prefecture'),
	region('12', '1', 'province'),
	region('19', '1', 'unit', false)
];

function region(code: string, parent: string | null, level: Region['level'], expected = true): Region {
	const name = `示例${code}`;
	return {
		code,
		parent,
		name,
		short: name,
		nameEn: `Example ${code}`,
		level,
		expected,
		sort: 0,
		tileRow: null,
		tileCol: null
	};
}

/** A profile over the given regions. */
export function profile(overrides: Partial<Profile> = {}): Profile {
	return {
		id: 'example',
		title: { zh: '示例', en: 'Example' },
		subtitle: { zh: '示例数据', en: 'Example data' },
		home: '1',
		demo: true,
		yearStart: 'calendar',
		regionNoun: { zh: '地区', en: 'Region' },
		highlights: [],
		regions,
		groups: [],
		campaigns: [],
		metrics: [],
		...overrides
	} as Profile;
}

/** Builds into two databases in memory, as a release would be built into files. */
export async function build(connector: Connector, batches: readonly Batch[], over: Profile = profile()): Promise<void> {
	for (const place of ['summary', 'detail']) {
		await connector.run(new Sql(`ATTACH ':memory:' AS ${place}`));
	}
	await buildTables(connector, { profile: over, batches });
}

type Files = Readonly<Record<string, Uint8Array>>;
const built = new Map<string, Promise<Files>>();

/** The files of a release of the batches; built once for all engines that open it. */
function releaseFiles(batches: readonly Batch[]): Promise<Files> {
	const key = JSON.stringify(batches.map(({ id, receipt, decisions }) => [id, receipt, decisions]));
	const files = built.get(key) ?? buildFiles(batches);
	built.set(key, files);
	return files;
}

async function buildFiles(batches: readonly Batch[]): Promise<Files> {
	const builder = await openNative();
	try {
		return (await buildRelease(builder, { profile: profile(), batches, createdAt: '' })).files;
	} finally {
		await builder.close();
	}
}

/** Builds a release of the batches and opens it in an engine, its details too. */
export async function openBuilt(connector: Connector, batches: readonly Batch[]): Promise<void> {
	for (const [name, bytes] of Object.entries(await releaseFiles(batches))) await connector.writeFile(name, bytes);
	await openRelease(connector, { detail: true });
}

/** Rows of a table, every value as text, in the table's own order. */
export async function dump(connector: Connector, place: string, table: string): Promise<Row[]> {
	const columns = await connector.query(
		sql`SELECT column_name AS name FROM duckdb_columns() WHERE database_name = ${place} AND table_name = ${table} ORDER BY column_index`
	);
	const list = columns.map(({ name }) => {
		const column = identifier(String(name)).text;
		return `CAST(${column} AS VARCHAR) AS ${column}`;
	});
	return connector.query(new Sql(`SELECT ${list.join(', ')} FROM ${place}.${identifier(table).text}`));
}

/** One cell of the roll-up as text: `value how parts_reported/parts_expected parts_sum complete`, or null. */
export async function cell(connector: Connector, text: string): Promise<string | null> {
	const [measure = '', region = '', period = '', industry = 'all', ownership = 'all'] = text.split(' ');
	const [row] = await connector.query(
		sql`SELECT concat_ws(' ', CAST(CAST(value AS DOUBLE) AS VARCHAR), how, coalesce(parts_reported || '/' || parts_expected, '-'),
			coalesce(CAST(CAST(parts_sum AS DOUBLE) AS VARCHAR), '-'), CASE WHEN complete THEN 'complete' ELSE 'partial' END) AS text
			FROM summary.rollup WHERE measure = ${measure} AND region = ${region} AND period = ${period}
			AND industry = ${industry} AND ownership = ${ownership}`
	);
	return row === undefined ? null : String(row.text);
}
