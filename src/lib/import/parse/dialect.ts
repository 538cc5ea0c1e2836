import { sampleShape, type SampleShape } from './sample-shape.ts';

/** Tried in this order; the first of equals wins. */
export const delimiters = [',', '\t', ';', '|', '，', '；'] as const;
/** These also stand in prose, so that their mere presence says nothing. */
const prose = new Set<string>([';', '|', '，', '；']);

/** How the text is cut into cells, how sure that is, and what else could be meant. */
export interface DialectEvidence {
	readonly delimiter: string;
	readonly quote: string;
	readonly certainty: { readonly delimiter: number; readonly quote: number };
	/** A character that cuts every line alike where none of the delimiters does, or null. */
	readonly oneColumn: string | null;
	/** Another delimiter that fits about as well, or null. */
	readonly rival: string | null;
}

/** What is decided already; what is left out is found by evidence. */
export interface GivenDialect {
	readonly delimiter?: string | undefined;
	readonly quote?: string | undefined;
}

/** Whether a cell is the name of a column that some dataset has. */
type IsKnown = (cell: string) => boolean;

/** Reads the sample in every way and takes the one that makes the best table. */
export function findDialect(
	sample: string,
	complete: boolean,
	isKnown: IsKnown,
	given: GivenDialect = {}
): DialectEvidence {
	const quote = given.quote ?? '"';
	const found = findDelimiter(sample, complete, quote, isKnown, given.delimiter);
	if (given.quote !== undefined) return { ...found, quote, certainty: { ...found.certainty, quote: 1 } };
	if (sample.includes("'")) {
		const single = findDelimiter(sample, complete, "'", isKnown, given.delimiter);
		if (single.shape && found.shape && isSingleQuoted(found.shape, single.shape))
			return { ...single, certainty: { ...single.certainty, quote: 0.8 } };
	}
	return found;
}

type Found = DialectEvidence & { readonly shape: SampleShape | undefined };

function findDelimiter(sample: string, complete: boolean, quote: string, isKnown: IsKnown, given?: string): Found {
	const shapes = (given === undefined ? delimiters : [given]).map((delimiter) =>
		sampleShape(sample, complete, delimiter, quote)
	);
	const result = (shape: SampleShape | undefined, certainty: number, more: Partial<DialectEvidence> = {}): Found => ({
		delimiter: shape?.delimiter ?? ',',
		quote,
		certainty: { delimiter: certainty, quote: quoteCertainty(shape) },
		oneColumn: null,
		rival: null,
		...more,
		shape
	});
	const comma = shapes[0];
	if (given !== undefined) return result(comma, 1);
	const rated = shapes.map((shape) => ({ shape, ...ratingOf(shape, isKnown) }));
	const fitting = rated.filter(({ fits }) => fits);
	// A table that is perfectly regular with commas is RFC 4180, whatever else is in its cells.
	if (comma && comma.width > 1 && comma.share === 1 && comma.damagedQuotes === 0) {
		const rival = fitting.find(
			({ shape, known }) => shape !== comma && shape.share === 1 && known > (rated[0]?.known ?? 0)
		);
		return result(comma, rival ? 0.6 : 1, { rival: rival?.shape.delimiter ?? null });
	}
	fitting.sort(
		(a, b) =>
			Number(b.known > 1) - Number(a.known > 1) ||
			Number(a.shape.damagedQuotes > 0) - Number(b.shape.damagedQuotes > 0) ||
			b.shape.share - a.shape.share ||
			b.shape.width - a.shape.width
	);
	const [best, second] = fitting;
	if (!best) return oneColumnOf(result, comma, rated);
	const { width, share } = best.shape;
	const tied = second !== undefined && share < 0.9 && second.shape.share === share && second.shape.width === width;
	return result(best.shape, tied ? 0.5 : share, { rival: tied ? second.shape.delimiter : null });
}

/** No delimiter fits: one column, unless something else cuts every line alike or prose would make a table as well. */
function oneColumnOf(
	result: (shape: SampleShape | undefined, certainty: number, more?: Partial<DialectEvidence>) => Found,
	comma: SampleShape | undefined,
	rated: readonly { shape: SampleShape; doubtful: boolean }[]
): Found {
	const lines = (comma?.rows ?? []).map((row) => row.join(','));
	const oneColumn = otherSeparator(lines);
	if (oneColumn !== null) return result(comma, 0.2, { oneColumn });
	const doubtful = rated.find((rating) => rating.doubtful);
	return result(comma, doubtful ? 0.5 : 0.8, { rival: doubtful?.shape.delimiter ?? null });
}

/** Whether the cut makes a table; characters of prose must show more than that they are there. */
function ratingOf(shape: SampleShape, isKnown: IsKnown): { fits: boolean; doubtful: boolean; known: number } {
	const { delimiter, rows, share, width } = shape;
	if (width < 2) return { fits: false, doubtful: false, known: 0 };
	const known = Math.max(0, ...rows.slice(0, 40).map((row) => (row.length > 1 ? row.filter(isKnown).length : 0)));
	if (delimiter === ',') return { fits: true, doubtful: false, known };
	const typed = share >= 0.5 && hasFigures(rows.filter((row) => row.length === width));
	const regular = share === 1 && rows.length > 1;
	if (!prose.has(delimiter)) return { fits: known > 0 || typed || regular || width > 2, doubtful: false, known };
	const sentences = delimiter === '，' || delimiter === '；';
	const fits = known > 1 || (typed && share >= 0.8) || (regular && (!sentences || width > 2));
	return { fits, doubtful: !fits && regular && rows.length > 2, known };
}

const figure = /^[-+¥￥]?(?:\d{1,3}(?:[,，]\d{3})+|\d+)(?:\.\d+)?%?$|^\d{4}[-/.年]\d{1,2}/;

/** A column of figures or dates below its heading. */
function hasFigures(rows: readonly (readonly string[])[]): boolean {
	const data = rows.length > 1 ? rows.slice(1) : rows;
	const width = rows[0]?.length ?? 0;
	for (let column = 0; column < width; column++) {
		const filled = data.map((row) => (row[column] ?? '').trim()).filter((cell) => cell !== '');
		if (filled.length > 0 && filled.filter((cell) => figure.test(cell)).length >= filled.length * 0.8) return true;
	}
	return false;
}

const others = [':', '：', '、', '\u3000', '~', '^', '#', '/', '\\', ' '] as const;

/** A character that cuts (nearly) every line into the same number of pieces, at least three. */
function otherSeparator(lines: readonly string[]): string | null {
	if (lines.length < 3) return null;
	for (const separator of others) {
		const pieces = lines.map((line) => line.trim().split(separator === ' ' ? / {1,}/ : separator));
		const width = pieces[0]?.length ?? 0;
		if (width < 3 || pieces.filter((cells) => cells.length === width).length < lines.length * 0.9) continue;
		// A list of times or dates is one column.
		if (pieces.every((cells) => cells.every((cell) => /^\d*$/.test(cell)))) continue;
		return separator;
	}
	return null;
}

/** Single quotes are quotes where every text is wrapped in them, or where only so the rows are alike. */
function isSingleQuoted(plain: SampleShape, single: SampleShape): boolean {
	if (plain.quoted || single.damagedQuotes > 0 || !single.quoted) return false;
	const texts = plain.rows
		.slice(1)
		.flat()
		.filter((cell) => cell !== '' && !figure.test(cell));
	const wrapped = texts.filter((cell) => cell.length > 1 && cell.startsWith("'") && cell.endsWith("'")).length;
	if (wrapped >= 4 && wrapped >= texts.length * 0.95) return true;
	return wrapped >= 2 && plain.share < 1 && single.share > plain.share && single.width > 1;
}

function quoteCertainty(shape: SampleShape | undefined): number {
	if (!shape) return 0.9;
	if (shape.damagedQuotes > 0) return 0.5;
	return shape.quoted ? 1 : 0.9;
}
