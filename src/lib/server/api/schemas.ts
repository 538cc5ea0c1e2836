/** A JSON Schema, as OpenAPI 3.1 has them. */
export type Schema = Readonly<Record<string, unknown>>;

/** Any text. */
export const text: Schema = { type: 'string' };
const whole: Schema = { type: 'integer' };
const yes: Schema = { type: 'boolean' };
const textOrNull: Schema = { type: ['string', 'null'] };
const wholeOrNull: Schema = { type: ['integer', 'null'] };

/** An object of these properties, all of them there. */
export function objectOf(properties: Readonly<Record<string, Schema>>): Schema {
	return { type: 'object', required: Object.keys(properties), properties };
}

/** A list of such members. */
export function listOf(items: Schema): Schema {
	return { type: 'array', items };
}

const bilingual = objectOf({ zh: text, en: text });
const link = objectOf({ href: text, title: bilingual });

/** The body of every answer that is none. */
export const problem = objectOf({ error: objectOf({ code: text, zh: text, en: text, parameter: textOrNull }) });

export const index = objectOf({ version: text, links: listOf(link) });

export const release = objectOf({
	id: text,
	profile: text,
	title: bilingual,
	createdAt: text,
	newest: yes,
	datapackage: text,
	observations: text,
	boards: text
});

export const datapackage = objectOf({
	name: text,
	id: text,
	title: text,
	created: text,
	resources: listOf(objectOf({ name: text, path: text, format: text, bytes: whole, hash: text }))
});

export const indicator = objectOf({
	id: text,
	group: text,
	title: bilingual,
	short: bilingual,
	definition: bilingual,
	formula: bilingual,
	unit: bilingual,
	kind: { type: 'string', enum: ['flow', 'stock', 'ratio'] },
	direction: { type: 'string', enum: ['higher', 'lower', 'neutral'] },
	digits: whole,
	numerator: text,
	denominator: textOrNull,
	source: objectOf({ dataset: text, title: bilingual, document: bilingual }),
	dimensions: listOf(text),
	answered: yes
});

/** Parts of a table that share a page. */
const paged = { total: whole, offset: whole, limit: whole, next: textOrNull };

export const observations = objectOf({
	release: text,
	profile: text,
	indicator: text,
	columns: listOf(text),
	...paged,
	rows: listOf({ type: 'object', additionalProperties: text })
});

const rules: Schema = { type: 'object', required: ['id', 'version', 'title', 'kind', 'entity', 'chain'] };

export const boardHead = objectOf({ id: text, title: bilingual, source: { type: 'object' }, rules, href: text });

export const board = objectOf({
	release: text,
	profile: text,
	title: text,
	period: text,
	fingerprint: text,
	rules,
	problems: listOf(objectOf({ code: text, text })),
	...paged,
	rows: listOf(
		objectOf({
			group: textOrNull,
			rank: wholeOrNull,
			tied: yes,
			key: text,
			name: text,
			values: { type: 'object' },
			reason: { type: ['object', 'null'] }
		})
	)
});
