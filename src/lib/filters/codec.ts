import { noFilters, type Comparison, type Filters } from './filters.ts';

/** A parameter that could not be used, as it stood in the URL. */
export interface UnusableParameter {
	readonly name: string;
	readonly value: string;
}

type TextFilter = Exclude<keyof Filters, 'comparison' | 'level'>;

/** Names out of files (campaigns, figures) may hold anything that prints; their ends are never blank. */
const named = /^(?![\s])[^\p{C}<>]{1,120}(?<![\s])$/u;
/** Both ends of a range are of one kind. */
const period =
	/^(?:\d{4}(?:\/\d{4})?|\d{4}H[12](?:\/\d{4}H[12])?|\d{4}Q[1-4](?:\/\d{4}Q[1-4])?|\d{4}-(?:0[1-9]|1[0-2])(?:\/\d{4}-(?:0[1-9]|1[0-2]))?)$/;

/** Whether a text has the form of a period, or of a range of two of one kind. */
export function isPeriodText(text: string): boolean {
	return period.test(text);
}

/** Each text filter with its name in the URL and the form of what it may hold. */
const texts: readonly { filter: TextFilter; name: string; form: RegExp }[] = [
	{ filter: 'profile', name: 'profile', form: /^[a-z0-9-]{1,40}$/ },
	{ filter: 'period', name: 'period', form: period },
	{ filter: 'region', name: 'region', form: /^(?:group:)?[A-Za-z0-9-]{1,40}$/ },
	{ filter: 'industry', name: 'industry', form: /^[A-T](?:\d{2})?$/ },
	{ filter: 'unionSystem', name: 'system', form: /^[a-z0-9-]{1,60}$/ },
	{ filter: 'ownership', name: 'ownership', form: /^[a-z0-9-]{1,40}$/ },
	{ filter: 'competitionLevel', name: 'grade', form: /^[a-z0-9-]{1,40}$/ },
	{ filter: 'kind', name: 'kind', form: named },
	{ filter: 'campaign', name: 'campaign', form: named },
	{ filter: 'indicator', name: 'indicator', form: named }
];
const comparisons: readonly Comparison[] = ['yoy', 'previous', 'ytd', 'cumulative', 'none'];
const levels: readonly Filters['level'][] = ['children', 'groups', 'province', 'prefecture', 'county'];
const comparisonName = 'compare';
const levelName = 'level';

/** The parameters that say these filters; defaults are left out. */
export function encodeFilters(filters: Filters): URLSearchParams {
	const params = new URLSearchParams();
	for (const { filter, name } of texts) {
		const value = filters[filter];
		if (value !== null) params.set(name, value);
	}
	if (filters.comparison !== noFilters.comparison) params.set(comparisonName, filters.comparison);
	if (filters.level !== noFilters.level) params.set(levelName, filters.level);
	return params;
}

/**
 * The filters that parameters say. Never throws: what is damaged, repeated or unknown is listed as unusable, and the
 * default stands in its place. `alsoKnown` names parameters that belong to somebody else.
 */
export function decodeFilters(
	params: URLSearchParams,
	alsoKnown: readonly string[] = []
): { filters: Filters; unusable: UnusableParameter[] } {
	const unusable: UnusableParameter[] = [];
	const found: { -readonly [name in keyof Filters]?: Filters[name] } = {};
	const seen = new Set<string>();
	for (const [name, value] of params) {
		const text = texts.find((known) => known.name === name);
		const usable = !seen.has(name) && assign(name, value, text);
		if (!usable && !alsoKnown.includes(name)) unusable.push({ name, value });
		seen.add(name);
	}
	return { filters: { ...noFilters, ...found }, unusable };

	function assign(name: string, value: string, text: (typeof texts)[number] | undefined): boolean {
		if (text) {
			if (!text.form.test(value)) return false;
			found[text.filter] = value;
			return true;
		}
		if (name === comparisonName && isOneOf(comparisons, value)) {
			found.comparison = value;
			return true;
		}
		if (name === levelName && isOneOf(levels, value)) {
			found.level = value;
			return true;
		}
		return false;
	}
}

function isOneOf<T extends string>(members: readonly T[], value: string): value is T {
	return (members as readonly string[]).includes(value);
}
