import type { CellValue, Row } from '#lib/engine/connector.ts';

/** One answer of an indicator query: the value, what it is made of, how it came about and how complete it is. */
export interface Figure {
	readonly indicator: string;
	/** Key of the region, group or other member that the row stands for; null where the query did not ask by region. */
	readonly region: string | null;
	readonly industry: string | null;
	readonly unionSystem: string | null;
	/** Kind, level and skill level of register entries; null where the query did not ask by them. */
	readonly kind: string | null;
	readonly level: string | null;
	readonly skillLevel: string | null;
	readonly period: string | null;
	readonly value: number | null;
	readonly numerator: number | null;
	readonly denominator: number | null;
	readonly how: string | null;
	readonly partsReported: number | null;
	readonly partsExpected: number | null;
	readonly complete: boolean | null;
}

/** A comparison over those alone who reported everything both times: an amount of a period, and of the earlier one. */
export interface LikeForLike {
	readonly value: number;
	readonly base: number;
	/** How many they are; null where these differ from one of several periods to the next. */
	readonly units: number | null;
}

/** A text cell, or null. */
export function text(cell: CellValue | undefined): string | null {
	return cell === null || cell === undefined || cell === '' ? null : String(cell);
}

/** A number cell (numbers may arrive as decimal text), or null. Nothing is ever read as 0. */
export function number(cell: CellValue | undefined): number | null {
	if (cell === null || cell === undefined || cell === '' || typeof cell === 'boolean') return null;
	const value = typeof cell === 'number' ? cell : Number(cell);
	return Number.isFinite(value) ? value : null;
}

/** Reads a row of `indicatorQuery`. */
export function figureOf(row: Row): Figure {
	return {
		indicator: text(row.indicator) ?? '',
		region: text(row.region),
		industry: text(row.industry),
		unionSystem: text(row.union_system),
		kind: text(row.kind),
		level: text(row.level),
		skillLevel: text(row.skill_level),
		period: text(row.period),
		value: number(row.value),
		numerator: number(row.numerator),
		denominator: number(row.denominator),
		how: text(row.how),
		partsReported: number(row.parts_reported),
		partsExpected: number(row.parts_expected),
		complete: typeof row.complete === 'boolean' ? row.complete : null
	};
}

/** Where a figure is looked up: all that is left out must be left out of the query too. */
export interface Place {
	readonly indicator: string;
	readonly region?: string | null;
	readonly industry?: string | null;
	readonly unionSystem?: string | null;
	readonly kind?: string | null;
	readonly level?: string | null;
	readonly skillLevel?: string | null;
	readonly period?: string | null;
}

function keyOf(place: Place, base: string | null = null): string {
	const { indicator, region, industry, unionSystem, kind, level, skillLevel, period } = place;
	return [indicator, region, industry, unionSystem, kind, level, skillLevel, period, base]
		.map((part) => part ?? '')
		.join('\u0001');
}

/** Figures by their coordinates, so that a picture asks for what it needs without another statement. */
export class Figures {
	readonly rows: readonly Figure[];
	readonly #byKey: ReadonlyMap<string, Figure>;
	readonly #likeForLike: ReadonlyMap<string, LikeForLike>;

	/** `likeForLike` with the key of a figure and the earlier period. */
	constructor(rows: readonly Figure[], likeForLike: ReadonlyMap<string, LikeForLike> = new Map()) {
		this.rows = rows;
		this.#byKey = new Map(rows.map((row) => [keyOf(row), row]));
		this.#likeForLike = likeForLike;
	}

	/** The figure at a place, or null when the release has none. */
	at(place: Place): Figure | null {
		return this.#byKey.get(keyOf(place)) ?? null;
	}

	/** The value at a place; null is missing, never 0. */
	value(place: Place): number | null {
		return this.at(place)?.value ?? null;
	}

	/** The figure at a place held against an earlier period, like for like; null where nobody reported both, or all did. */
	likeForLike(place: Place, base: string): LikeForLike | null {
		return this.#likeForLike.get(keyOf(place, base)) ?? null;
	}
}

/** Reads the answer of an indicator query, with comparisons like for like where these were asked. */
export function figuresOf(rows: readonly Row[]): Figures {
	const compared = rows.filter(({ base_value: base }) => base !== undefined);
	if (compared.length === 0) return new Figures(rows.map(figureOf));
	return new Figures(
		rows.filter(({ base_value: base }) => base === undefined).map(figureOf),
		new Map(
			compared.map((row) => [
				keyOf(figureOf(row), text(row.base)),
				{ value: number(row.value) ?? 0, base: number(row.base_value) ?? 0, units: number(row.units) }
			])
		)
	);
}
