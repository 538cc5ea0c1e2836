import type { Bilingual } from '#lib/format/language.ts';
import { isObject, JsonReader, type RuleProblem } from './json-reader.ts';
import { readRules } from './read-rules.ts';
import type { BoardRules } from './rules.ts';

const origins = ['indicators', 'organisations', 'results', 'studios'] as const;
const splits = ['region', 'group', 'industry', 'unionSystem', 'entrant', 'team'] as const;
const expansions = ['totals', 'rates', 'competitions'] as const;

/** Where the entries of a board over a release come from. */
export interface BoardSource {
	/** Figures by member, medals by organisation, the results of a competition, or the studio register. */
	readonly from: (typeof origins)[number];
	/** Who the members are; figures and results need it. */
	readonly by?: (typeof splits)[number];
	/** Indicator by field of the rules, for figures. */
	readonly values: Readonly<Record<string, string>>;
	/** The page's period, or always the year up to it. */
	readonly period: 'page' | 'year-to-date';
	/** The competition of a board of results. */
	readonly competition?: string;
	/** Kinds of the studio register that take part; all of them where left out. */
	readonly kinds?: readonly string[];
}

/** A board as a file declares it: one, or one for each of a set (`each`). `{indicator}`, `{noun}`, `{competition}` are filled in. */
export interface BoardTemplate {
	readonly id: string;
	/** One board for each main indicator that is an amount or a rate, or for each competition. */
	readonly each?: (typeof expansions)[number];
	readonly source: BoardSource;
	/** The rules as the file has them. */
	readonly json: Readonly<Record<string, unknown>>;
}

/** A board whose rules are read. */
export interface DeclaredBoard {
	readonly rules: BoardRules;
	readonly source: BoardSource;
}

/** A problem of a file of boards; its path begins with the place of the board in the list. */
export interface DeclaredProblem {
	/** Position in the list, from 0. */
	readonly index: number;
	readonly id: string;
	readonly problem: RuleProblem;
}

/** What is put in the place of `{…}`. */
export interface Filling {
	readonly indicator?: { readonly id: string; readonly title: Bilingual };
	readonly noun?: Bilingual;
	readonly competition?: string;
	/** The board's own direction where the file states none. */
	readonly direction?: 'ascending' | 'descending';
}

/** Reads a list of boards. One with a problem is left out, the others work. */
export function readDeclared(json: unknown): {
	readonly templates: readonly BoardTemplate[];
	readonly problems: readonly DeclaredProblem[];
} {
	if (!Array.isArray(json))
		return {
			templates: [],
			problems: [{ index: 0, id: '', problem: { code: 'RULE_TYPE', details: { path: '', needed: 'list' } } }]
		};
	const seen = new Set<string>();
	const read = json.map((item: unknown, index) => {
		const { template, problems } = readTemplate(item);
		const id = template?.id ?? (isObject(item) && typeof item['id'] === 'string' ? item['id'] : '');
		const kind = `${id} ${template?.each ?? ''}`;
		const repeated: RuleProblem[] =
			seen.has(kind) && id !== '' ? [{ code: 'RULE_REPEATED', details: { path: 'id', name: id } }] : [];
		seen.add(kind);
		return { template, found: [...problems, ...repeated].map((problem) => ({ index, id, problem })) };
	});
	return {
		templates: read.flatMap(({ template, found }) => (template && found.length === 0 ? [template] : [])),
		problems: read.flatMap(({ found }) => found)
	};
}

function readTemplate(item: unknown): { template: BoardTemplate | null; problems: readonly RuleProblem[] } {
	const problems: RuleProblem[] = [];
	if (!isObject(item)) return { template: null, problems: [{ code: 'RULE_NOT_OBJECT', details: { path: '' } }] };
	const { source: _source, each: _each, ...rules } = item;
	const file = new JsonReader(item, '', problems);
	const each = file.choice('each', expansions);
	const source = readSource(file, each);
	const template: BoardTemplate = { id: String(item['id'] ?? ''), ...(each ? { each } : {}), source, json: rules };
	// Checked with something in the place of what is filled in later: the rest of the rules is the same for all.
	problems.push(...readRules(filled(template, sample)).problems);
	problems.push(...minimumProblems(template));
	return { template, problems };
}

/** The least base of the indicators that have none of their own, where it is declared by indicator. */
const others = 'others';

/** What is wrong with the least bases of single indicators. */
function minimumProblems({ each, json }: BoardTemplate): readonly RuleProblem[] {
	const problems: RuleProblem[] = [];
	const file = new JsonReader(json, '', problems);
	if (each === undefined || !isObject(json['progress']) || !isObject(json['progress']['minimumBase'])) return problems;
	const bases = file.object('progress')?.object('minimumBase');
	for (const name of bases?.names() ?? []) if (name !== others) bases?.decimal(name);
	return problems;
}

const sample: Filling = {
	indicator: { id: 'x', title: { zh: 'x', en: 'x' } },
	noun: { zh: 'x', en: 'x' },
	competition: 'x'
};

function readSource(file: JsonReader, each: BoardTemplate['each']): BoardSource {
	const source = file.object('source', true);
	const from = source?.choice('from', origins, true) ?? 'indicators';
	const by = source?.choice('by', splits, from === 'indicators' || from === 'results');
	const values = source?.object('values', from === 'indicators' && each === undefined);
	const competition = source?.text('competition', from === 'results' && each === undefined);
	const kinds = source?.texts('kinds');
	const period = source?.choice('period', ['page', 'year-to-date']) ?? 'page';
	source?.close();
	return {
		from,
		...(by ? { by } : {}),
		values: Object.fromEntries(values?.names().map((field) => [field, values.text(field, true) ?? '']) ?? []),
		period,
		...(competition === undefined ? {} : { competition }),
		...(kinds ? { kinds } : {})
	};
}

/** The board of a template; null where its rules cannot be read, which `readDeclared` has told. */
export function declaredBoard(template: BoardTemplate, filling: Filling): DeclaredBoard | null {
	const { rules } = readRules(filled(template, filling));
	if (!rules) return null;
	const { indicator, competition } = filling;
	const { source } = template;
	const values = indicator ? { value: indicator.id, ...source.values } : source.values;
	return { rules, source: { ...source, values, ...(competition === undefined ? {} : { competition }) } };
}

function filled({ json, each }: BoardTemplate, { indicator, noun, competition, direction }: Filling): unknown {
	const text = (value: unknown, language: 'zh' | 'en' | null) =>
		typeof value !== 'string'
			? value
			: value
					.replaceAll('{indicator}', (_, at: number) => {
						const title = (language ? indicator?.title[language] : indicator?.id) ?? '';
						return language === 'en' && at > 0
							? title.replace(/^[A-Z](?![A-Z])/, (first) => first.toLowerCase())
							: title;
					})
					.replaceAll('{noun}', (language && noun?.[language]) ?? '')
					.replaceAll('{competition}', competition ?? '');
	const { title, progress } = json;
	const both = isObject(title)
		? { ...title, zh: text(title['zh'], 'zh'), en: text(title['en'], 'en') }
		: text(title, 'zh');
	return {
		...(direction && json['direction'] === undefined && json['chain'] === undefined ? { direction } : {}),
		...json,
		id: text(json['id'], null),
		...(indicator && each && isObject(progress) ? { progress: withMinimum(progress, indicator.id) } : {}),
		title: both,
		...(indicator && each && json['measure'] === undefined ? { measure: indicator.id } : {})
	};
}

/** A progress rule whose least base is declared by indicator has that of this one, or that of all others. */
function withMinimum(
	progress: Readonly<Record<string, unknown>>,
	indicator: string
): Readonly<Record<string, unknown>> {
	const { minimumBase } = progress;
	if (!isObject(minimumBase)) return progress;
	const key = Object.hasOwn(minimumBase, indicator) ? indicator : others;
	return { ...progress, minimumBase: minimumBase[key] ?? null };
}

/** The boards of the product with those of a profile: one of the same id and set takes the other's place. */
export function mergedTemplates(
	usual: readonly BoardTemplate[],
	own: readonly BoardTemplate[]
): readonly BoardTemplate[] {
	const same = (a: BoardTemplate) => (b: BoardTemplate) => a.id === b.id && a.each === b.each;
	const kept = usual.map((template) => own.find(same(template)) ?? template);
	return [...kept, ...own.filter((template) => !usual.some(same(template)))];
}
