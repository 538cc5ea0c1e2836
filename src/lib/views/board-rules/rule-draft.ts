import { canonical } from '#lib/leaderboard/fingerprint.ts';
import type { RuleProblem } from '#lib/leaderboard/json-reader.ts';
import { readRules } from '#lib/leaderboard/read-rules.ts';
import type { BoardRules, TierDecision } from '#lib/leaderboard/rules.ts';

/** Rules as JSON has them while they are edited: they may have problems. */
export type RulesJson = Readonly<Record<string, unknown>>;

/** The rules of a board as a file has them; `readRules` gives the same rules back. */
export function rulesJson(rules: BoardRules): RulesJson {
	return JSON.parse(JSON.stringify(rules)) as RulesJson;
}

/** The names and numbers of a path as problems name it: `tiers[0].count` → tiers, 0, count. */
export function pathSteps(path: string): (string | number)[] {
	return [...path.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map(([, index, name]) =>
		index === undefined ? (name ?? '') : Number(index)
	);
}

/** What stands at a path; undefined where nothing does. */
export function valueAt(json: unknown, path: string): unknown {
	return pathSteps(path).reduce<unknown>(
		(value, step) =>
			typeof value === 'object' && value !== null && Object.hasOwn(value, step)
				? (value as Record<string | number, unknown>)[step]
				: undefined,
		json
	);
}

/** The same JSON with another value at a path; undefined takes it out, from lists as well. */
export function withValue(json: RulesJson, path: string, value: unknown): RulesJson {
	return put(json, pathSteps(path), value) as RulesJson;
}

function put(json: unknown, [step, ...rest]: readonly (string | number)[], value: unknown): unknown {
	if (step === undefined) return value;
	if (typeof step === 'number') {
		const list = Array.isArray(json) ? [...(json as unknown[])] : [];
		const next = put(list[step], rest, value);
		if (next === undefined) list.splice(step, 1);
		else list[step] = next;
		return list;
	}
	const { [step]: old, ...others } = (json ?? {}) as Record<string, unknown>;
	const next = put(old, rest, value);
	if (next === undefined) return others;
	// In its place, so that a file that goes out differs where it was changed alone.
	return old === undefined
		? { ...others, [step]: next }
		: Object.fromEntries(Object.entries(json as object).map(([name, member]) => [name, name === step ? next : member]));
}

/** What was typed as a number where it is one; other text stays for `readRules` to complain of, nothing is taken out. */
export function typedNumber(text: string): number | string | undefined {
	const trimmed = text.trim();
	if (trimmed === '') return undefined;
	return /^-?\d{1,15}$/.test(trimmed) ? Number(trimmed) : trimmed;
}

/** The steps of a list with one of them moved by one place. */
export function moved<T>(list: readonly T[], index: number, by: -1 | 1): T[] {
	const to = index + by;
	if (to < 0 || to >= list.length) return [...list];
	return list.map((item, at) => (at === index ? (list[to] as T) : at === to ? (list[index] as T) : item));
}

/** Rules that differ from the published ones are of another version: the next, unless somebody set one already. */
export function asDraft(json: RulesJson, published: BoardRules): RulesJson {
	return json.version === published.version && !sameRules(json, published)
		? withValue(json, 'version', published.version + 1)
		: json;
}

/** Whether the JSON says what the published rules say, the version apart. */
export function sameRules(json: RulesJson, published: BoardRules): boolean {
	const { rules } = readRules(json);
	return rules !== null && canonical({ ...rules, version: 0 }) === canonical({ ...published, version: 0 });
}

/** The decision about a tie across a tier's cut, recorded in place of an earlier one for the same group. */
export function withDecision(json: RulesJson, tier: string, decision: TierDecision): RulesJson {
	const tiers = (valueAt(json, 'tiers') ?? []) as readonly { id?: unknown; decided?: readonly TierDecision[] }[];
	const index = tiers.findIndex(({ id }) => id === tier);
	if (index === -1) return json;
	const others = (tiers[index]?.decided ?? []).filter(({ group }) => (group ?? '') !== decision.group);
	return withValue(json, `tiers[${index}].decided`, [...others, decision]);
}

/** Problems at a place of the form. */
export function problemsAt(problems: readonly RuleProblem[], path: string): RuleProblem[] {
	return problems.filter(({ details }) => details['path'] === path);
}
