import type { Dataset, Field, FieldType } from './dataset.ts';

/** A field of a Frictionless Table Schema, as much of it as we use. */
export interface SchemaField {
	readonly name: string;
	readonly type: 'string' | 'integer' | 'number' | 'date' | 'year';
	readonly title: string;
	readonly description?: string;
	readonly example: string;
	readonly constraints?: { readonly required?: true; readonly enum?: readonly string[] };
}

/** A Frictionless Table Schema of a dataset's clean CSV. */
export interface TableSchema {
	readonly fields: readonly SchemaField[];
	readonly primaryKey: readonly string[];
	readonly missingValues: readonly string[];
}

const types: Partial<Record<FieldType, SchemaField['type']>> = {
	integer: 'integer',
	decimal: 'number',
	date: 'date',
	year: 'year'
};

function schemaField(field: Field): SchemaField {
	const { codes, description, required } = field;
	const constraints = { ...(required && { required }), ...(codes && { enum: codes.map(({ code }) => code) }) };
	return {
		name: field.name,
		type: types[field.type] ?? 'string',
		title: field.title.zh,
		...(description && { description: description.zh }),
		example: field.example,
		...(Object.keys(constraints).length > 0 && { constraints })
	};
}

/** The Table Schema (https://datapackage.org/standard/table-schema/) of a dataset. */
export function tableSchema(dataset: Dataset): TableSchema {
	return {
		fields: dataset.fields.map(schemaField),
		primaryKey: dataset.fields.filter((field) => field.key).map((field) => field.name),
		missingValues: ['']
	};
}
