import { nameKey } from '#lib/dimensions/name-key.ts';
import type { BoardRules } from '#lib/leaderboard/rules.ts';
import { UsageError } from '#lib/release/question/usage-error.ts';

/** Where each thing stands in a table: positions of columns. */
export interface TableColumns {
	readonly key: number;
	readonly name: number | null;
	/** Columns that make the group together; none: one group. */
	readonly group: readonly number[];
	readonly event: number | null;
	readonly team: number | null;
	readonly award: number | null;
	readonly publishedRank: number | null;
	readonly denominator: number | null;
	readonly at: number | null;
	readonly standing: number | null;
	readonly values: Readonly<Record<string, number | { readonly numerator: number; readonly denominator: number }>>;
	/** Fields of the chain that the table has no column for. */
	readonly absent: readonly string[];
}

/** Values that the engine works out itself. */
const derived = /^(?:points|team|members|place\d+|index|improvement|awards|entries)$/;

/** Finds the columns that the rules name in a header. Throws a UsageError on one that is not there. */
export function columnsOf(rules: BoardRules, header: readonly string[]): TableColumns {
	const { columns = { values: {} }, eligibility } = rules;
	const find = (name: string) => header.findIndex((each) => nameKey(each) === nameKey(name));
	const need = (name: string, what: string): number => {
		const at = find(name);
		if (at >= 0) return at;
		const list = header.filter(Boolean).join('、');
		throw new UsageError(
			`表中没有规则 ${what} 所指的“${name}”一列，有：${list}；请改规则的 columns。`,
			`The table has no column “${name}” for ${what}; it has ${list}. Change “columns” in the rules.`
		);
	};
	const optional = (name: string | undefined, what: string) => (name === undefined ? null : need(name, what));
	const absent: string[] = [];
	const values: Record<string, TableColumns['values'][string]> = {};
	for (const field of fieldsOf(rules)) {
		const given = columns.values[field];
		if (typeof given === 'object') {
			values[field] = { numerator: need(given.numerator, field), denominator: need(given.denominator, field) };
			continue;
		}
		const at = given === undefined ? find(field) : need(given, field);
		if (at >= 0) values[field] = at;
		else if (isNeeded(rules, field)) need(field, field);
		else absent.push(field);
	}
	const [key, name] = [columns.key ?? columns.name, columns.name];
	return {
		key: key === undefined ? 0 : need(key, 'key'),
		name: optional(name, 'name'),
		group: [columns.group ?? rules.groupBy ?? []].flat().map((column) => need(column, 'groupBy')),
		event: optional(columns.event, 'event'),
		team: optional(columns.team, 'team'),
		award: optional(columns.award, 'award'),
		publishedRank: optional(columns.publishedRank, 'publishedRank'),
		denominator: optional(columns.denominator, 'denominator'),
		at: optional(columns.at, 'at'),
		standing: optional(eligibility?.column, 'eligibility'),
		values,
		absent
	};
}

/** The values that the rules read from a table, once each. */
export function fieldsOf(rules: BoardRules): string[] {
	const { chain, team, combined, progress, points, medals, columns } = rules;
	const parts = [
		...(team ? [team.field, ...team.memberChain.map(({ field }) => field)] : []),
		...(combined?.parts ?? []).map(({ field }) => field),
		...(progress ? [progress.field, progress.base, ...(progress.guard ? [progress.guard] : [])] : []),
		// Awards are either counted from a column of awards, or counts already.
		...(columns?.award === undefined ? [...Object.keys(points ?? {}), ...(medals ?? [])] : []),
		...chain.map(({ field }) => field).filter((field) => !derived.test(field) && !isAward(rules, field))
	];
	return [...new Set(parts)];
}

function isAward({ points, medals, columns }: BoardRules, field: string): boolean {
	return columns?.award !== undefined && (field in (points ?? {}) || (medals ?? []).includes(field));
}

/** A later step of the chain may be missing from a table; what decides first, and what others are made of, may not. */
function isNeeded(rules: BoardRules, field: string): boolean {
	return !rules.chain.slice(1).some((step) => step.field === field) && !(rules.medals ?? []).includes(field);
}
