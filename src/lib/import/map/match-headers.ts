import type { Dataset, Field } from '#lib/datasets/dataset.ts';
import type { ColumnMapping } from '../batch.ts';
import { decidedFor } from './decided.ts';
import { headerKey, type HeaderText } from './header-text.ts';
import { likeness, pairsOf, type Pairs } from './likeness.ts';
import { isPersonal, isPersonName } from './personal.ts';

/** One column of the file and the field it was matched to. */
export interface ColumnMatch {
	readonly index: number;
	readonly header: HeaderText;
	/** Name of the group above it in a two-row header, or ''. */
	readonly group: string;
	readonly field: Field | null;
	readonly how: ColumnMapping['how'];
	readonly personal: boolean;
	/** Another column already gives this field. */
	readonly duplicate: boolean;
	/** The nearest field for an unknown header. */
	readonly nearest: Field | null;
}

interface Known {
	field: Field;
	how: 'title' | 'alias';
}

const indexes = new WeakMap<Dataset, Map<string, Known>>();
/** Dice coefficient of bigrams above which an unknown header may be taken for a known one, and merely suggested. */
const similarEnough = 0.6;
const suggestable = 0.45;

/** Header key → field, titles and names before aliases. */
export function headerIndex(dataset: Dataset): Map<string, Known> {
	let index = indexes.get(dataset);
	if (!index) {
		index = new Map();
		for (const field of dataset.fields) {
			for (const text of [field.name, field.title.zh, field.title.en])
				index.set(headerKey(text), { field, how: 'title' });
		}
		for (const field of dataset.fields) {
			for (const text of field.aliases) {
				if (!index.has(headerKey(text))) index.set(headerKey(text), { field, how: 'alias' });
			}
		}
		indexes.set(dataset, index);
	}
	return index;
}

/** Matches every column: as given, by title, by alias, then by similarity. Several region columns are allowed. */
export function matchHeaders(
	headers: readonly HeaderText[],
	groups: readonly string[],
	dataset: Dataset,
	given: Readonly<Record<string, string>> = {}
): ColumnMatch[] {
	const index = headerIndex(dataset);
	const taken = new Set<string>();
	const exact = headers.map((header, column) =>
		exactMatch(header, column, groups[column] ?? '', index, dataset, given)
	);
	// What a person decided comes before what a title says.
	for (const match of exact) if (typeof match === 'object' && match?.how === 'given') taken.add(match.field.name);
	const matches = exact.map((match, column): ColumnMatch => {
		const header = headers[column] as HeaderText;
		const personal = isPersonal(header.printed) || (match === null && isPersonName(header.printed));
		const base = { index: column, header, group: groups[column] ?? '', personal, duplicate: false, nearest: null };
		if (match === 'skip') return { ...base, field: null, how: 'given' as const };
		if (!match || isPersonal(header.printed)) return { ...base, field: null, how: 'none' as const };
		const duplicate = match.how !== 'given' && taken.has(match.field.name) && match.field.type !== 'region';
		taken.add(match.field.name);
		return duplicate ? { ...base, field: null, how: 'none' as const, duplicate } : { ...base, ...match };
	});
	return matches.map((match) => {
		if (match.field || match.personal || match.duplicate || match.how === 'given' || match.header.key === '')
			return match;
		const { nearest, score, text } = mostSimilar(match.header.key, dataset, taken);
		if (!nearest || score < suggestable) return match;
		if (score < similarEnough || !differHarmlessly(match.header.key, text)) return { ...match, nearest };
		taken.add(nearest.name);
		return { ...match, field: nearest, how: 'similar' as const };
	});
}

function exactMatch(
	header: HeaderText,
	column: number,
	group: string,
	index: ReadonlyMap<string, Known>,
	dataset: Dataset,
	given: Readonly<Record<string, string>>
): { field: Field; how: ColumnMapping['how'] } | 'skip' | null {
	const decided = decidedFor(given, column, header.printed);
	if (decided === '') return 'skip';
	if (decided !== undefined) {
		const field = dataset.fields.find((field) => field.name === decided);
		if (field) return { field, how: 'given' };
	}
	if (header.key === '') return null;
	// 参赛职工(人次) is 参赛职工人次: people and person-times are different figures.
	const counted = header.unit && header.unit.base !== '' ? index.get(header.key + headerKey(header.unit.base)) : null;
	const grouped = group === '' ? null : index.get(headerKey(group) + header.key);
	return grouped ?? counted ?? index.get(header.key) ?? null;
}

const comparable = new WeakMap<Field, readonly Pairs[]>();

/** Titles and aliases of a field as they are compared, worked out once. */
function textsOf(field: Field): readonly Pairs[] {
	let texts = comparable.get(field);
	if (!texts) {
		texts = [field.title.zh, field.title.en, ...field.aliases].map((text) => pairsOf(headerKey(text)));
		comparable.set(field, texts);
	}
	return texts;
}

/** The fields whose titles or aliases are most like a header, best first, with how alike they are, 0–1. */
export function similarFields(
	key: string,
	dataset: Dataset,
	taken: ReadonlySet<string>
): { field: Field; score: number; text: string }[] {
	const pairs = pairsOf(key);
	return dataset.fields
		.filter((field) => !taken.has(field.name))
		.map((field) => {
			let best = { field, score: 0, text: '' };
			for (const known of textsOf(field)) {
				const score = likeness(pairs, known);
				if (score > best.score) best = { field, score, text: known.text };
			}
			return best;
		})
		.sort((a, b) => b.score - a.score);
}

function mostSimilar(key: string, dataset: Dataset, taken: ReadonlySet<string>) {
	const [best] = similarFields(key, dataset, taken);
	return { nearest: best && best.score > 0 ? best.field : null, score: best?.score ?? 0, text: best?.text ?? '' };
}

/** 参赛职工总人数 is 参赛职工人数, but 参赛女职工人数 is not: only words that say nothing may differ. */
function differHarmlessly(a: string, b: string): boolean {
	const rest = [...b];
	const extra = [...a].filter((character) => {
		const at = rest.indexOf(character);
		if (at >= 0) rest.splice(at, 1);
		return at < 0;
	});
	return [...extra, ...rest].every((character) => '数量额的总名称号及和与共s'.includes(character));
}
