/** A value that may reach a statement as a bound parameter. Decimals and ids travel as text and are cast in SQL. */
export type SqlValue = string | number | boolean | null;

/** A piece of SQL: text with `?` placeholders and the values bound to them, in order. */
export class Sql {
	readonly text: string;
	readonly values: readonly SqlValue[];

	constructor(text: string, values: readonly SqlValue[] = []) {
		this.text = text;
		this.values = values;
	}
}

/**
 * The only way to build SQL. Interpolated fragments are spliced in with their own values; everything else becomes a
 * bound parameter.
 */
export function sql(parts: TemplateStringsArray, ...items: (Sql | SqlValue)[]): Sql {
	let text = parts[0] ?? '';
	const values: SqlValue[] = [];
	items.forEach((item, index) => {
		if (item instanceof Sql) {
			text += item.text;
			values.push(...item.values);
		} else {
			text += '?';
			values.push(item);
		}
		text += parts[index + 1] ?? '';
	});
	return new Sql(text, values);
}

/** A quoted name. Throws a RangeError on a name that no table or column can have. */
export function identifier(name: string): Sql {
	if (name === '' || name.includes('\0')) throw new RangeError(`Not a usable SQL name: ${JSON.stringify(name)}`);
	return new Sql(`"${name.replaceAll('"', '""')}"`);
}

/** Fragments joined by a separator, a comma unless told otherwise. */
export function join(fragments: readonly Sql[], separator: Sql = new Sql(', ')): Sql {
	return new Sql(
		fragments.map((fragment) => fragment.text).join(separator.text),
		fragments.flatMap((fragment, index) => (index === 0 ? fragment.values : [...separator.values, ...fragment.values]))
	);
}

/** Conditions joined by AND; TRUE when there are none. */
export function and(conditions: readonly Sql[]): Sql {
	return conditions.length === 0 ? new Sql('TRUE') : join(conditions, new Sql(' AND '));
}

/** A parenthesised list of bound values, for `IN`. An empty list matches nothing. */
export function list(values: readonly SqlValue[]): Sql {
	return values.length === 0 ? new Sql('(NULL)') : sql`(${join(values.map((value) => sql`${value}`))})`;
}

/**
 * A quoted text constant, for the statements that take no parameters: ATTACH, SET, COPY and DDL. Everything else binds
 * its values. Throws a RangeError on NUL, which no statement can hold.
 */
export function literal(text: string): Sql {
	if (text.includes('\0')) throw new RangeError(`Not a usable SQL text: ${JSON.stringify(text)}`);
	return new Sql(`'${text.replaceAll("'", "''")}'`);
}
