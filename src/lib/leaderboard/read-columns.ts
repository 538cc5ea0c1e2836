import type { Standing } from './entry.ts';
import type { JsonReader } from './json-reader.ts';
import type { BoardColumns, BoardRules } from './rules.ts';

const standings: readonly Standing[] = ['eligible', 'guest', 'absent', 'cancelled', 'not-reported'];
const names = ['key', 'name', 'event', 'team', 'award', 'publishedRank', 'denominator', 'at'] as const;

/** Which column of a table holds what. */
export function readColumns(file: JsonReader): BoardColumns | undefined {
	const columns = file.object('columns');
	if (!columns) return undefined;
	const given = names.flatMap((name) => {
		const header = columns.text(name);
		return header === undefined ? [] : [[name, header] as const];
	});
	const group = Array.isArray(columns.peek('group')) ? columns.texts('group') : columns.text('group');
	const values = columns.object('values');
	const read = (values?.names() ?? []).map((field) => [field, columnOf(values as JsonReader, field)] as const);
	columns.close();
	return { ...Object.fromEntries(given), ...(group === undefined ? {} : { group }), values: Object.fromEntries(read) };
}

function columnOf(values: JsonReader, field: string): string | { numerator: string; denominator: string } {
	if (typeof values.peek(field) === 'string') return values.text(field) ?? '';
	const ratio = values.object(field);
	const [numerator, denominator] = [ratio?.text('numerator', true), ratio?.text('denominator', true)];
	ratio?.close();
	return { numerator: numerator ?? '', denominator: denominator ?? '' };
}

/** Which column says who takes part, and what its values mean. */
export function readEligibility(file: JsonReader): BoardRules['eligibility'] {
	const eligibility = file.object('eligibility');
	if (!eligibility) return undefined;
	const column = eligibility.text('column', true) ?? '';
	const values = eligibility.object('values', true);
	const meaning = (values?.names() ?? []).map(
		(value) => [value, values?.choice(value, standings, true) ?? 'eligible'] as const
	);
	eligibility.close();
	return { column, values: Object.fromEntries(meaning) };
}
