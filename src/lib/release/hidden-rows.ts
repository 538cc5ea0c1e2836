import { identifier, literal, Sql } from '#lib/sql/sql.ts';
import type { Register } from './register-measures.ts';
import { registerKey } from './registers.ts';
import { replaceScope } from './replace-scope.ts';
import { at } from './tables.ts';

/**
 * The condition under which a row of the base release's register gives way to the batches laid over it: a batch has a
 * row with its key, or replaces what was there for its region and period. `laid` holds the tables of what is laid over.
 */
export function hiddenRows(laid: Sql, name: Register): Sql {
	const key = registerKey(name).map((field) => identifier(field.name).text);
	const replaced = `${replaceScope(name)} IN (SELECT scope FROM ${at(laid, 'replaced').text}
		WHERE dataset = ${literal(name).text})`;
	// Never unknown: a row without a key is nobody's twin, and must not vanish because of that.
	const same =
		key.length === 0
			? 'false'
			: `coalesce((${key.join(', ')}) IN (SELECT (${key.join(', ')}) FROM ${at(laid, name).text}), false)`;
	return new Sql(`(${same} OR ${replaced})`);
}
