import type { Field } from '#lib/datasets/dataset.ts';
import { datasets } from '#lib/datasets/index.ts';
import { columnType } from '#lib/datasets/table.ts';
import { mapFileName } from '#lib/dimensions/drawn-map.ts';
import type { ManifestInput, ReleaseFile } from './manifest.ts';
import { detailTables } from './registers.ts';
import { csvHeader } from './csv.ts';
import { summaryTables } from './summary-tables.ts';
import { type ColumnType, type Table } from './tables.ts';

/** A Frictionless Data Package (https://specs.frictionlessdata.io/data-package/). */
export interface DataPackage {
	readonly name: string;
	readonly id: string;
	readonly title: string;
	readonly created: string;
	readonly sources?: readonly { readonly title: string }[];
	readonly resources: readonly DataResource[];
}

interface DataResource {
	readonly name: string;
	readonly path: string;
	readonly format: string;
	readonly bytes: number;
	readonly hash: string;
	readonly profile?: 'tabular-data-resource';
	readonly encoding?: 'utf-8';
	readonly title?: string;
	readonly schema?: TableSchema;
	/** For database files: the Table Schema of each table. */
	readonly tables?: readonly { readonly name: string; readonly schema: TableSchema }[];
}

interface TableSchema {
	readonly fields: readonly { readonly name: string; readonly type: string; readonly title?: string }[];
	readonly primaryKey?: readonly string[];
	readonly missingValues: readonly string[];
}

const types: Readonly<Record<ColumnType, string>> = {
	VARCHAR: 'string',
	INTEGER: 'integer',
	BOOLEAN: 'boolean',
	'DECIMAL(18,4)': 'number',
	BIGINT: 'integer'
};

/** Describes the files of a release: database files by their tables, batches as tabular resources. */
export function datapackage(
	input: Omit<ManifestInput, 'files'> & { readonly id: string; readonly files: readonly ReleaseFile[] }
): DataPackage {
	const batches = new Map(input.batches.map((batch) => [`batches/${batch.id}.csv`, batch]));
	return {
		name: `gongbang-${input.profile.id}`,
		id: input.id,
		title: input.profile.title.zh,
		created: input.createdAt,
		...(input.profile.source === undefined ? {} : { sources: [{ title: input.profile.source.zh }] }),
		resources: input.files.map((file) => {
			const batch = batches.get(file.name);
			const shared = { path: file.name, bytes: file.bytes, hash: `sha256:${file.sha256}` };
			if (file.name === mapFileName) return { name: 'map', format: 'json', encoding: 'utf-8' as const, ...shared };
			if (!batch) {
				const tables: readonly Table[] = file.name === 'detail.duckdb' ? detailTables : summaryTables;
				return {
					name: file.name.replace('.duckdb', ''),
					format: 'duckdb',
					...shared,
					tables: tables.map((table) => ({ name: table.name, schema: tableSchema(table) }))
				};
			}
			return {
				name: `batch-${batch.id}`,
				format: 'csv',
				profile: 'tabular-data-resource' as const,
				encoding: 'utf-8' as const,
				title: batch.receipt.file,
				...shared,
				schema: batchSchema(datasets[batch.dataset].fields, csvHeader(batch.csv))
			};
		})
	};
}

function tableSchema(table: Table): TableSchema {
	return {
		fields: Object.entries(table.columns).map(([name, type]) => ({ name, type: types[type] })),
		missingValues: ['']
	};
}

function batchSchema(fields: readonly Field[], header: readonly string[]): TableSchema {
	const known = new Map(fields.map((field) => [field.name, field]));
	const key = fields.filter((field) => field.key).map((field) => field.name);
	return {
		fields: header.map((name) => {
			const field = known.get(name);
			if (!field) return { name, type: name === '_line' ? 'integer' : 'string' };
			return { name, type: types[columnType(field) as ColumnType] ?? 'string', title: field.title.zh };
		}),
		...(key.length > 0 ? { primaryKey: key } : {}),
		missingValues: ['']
	};
}
