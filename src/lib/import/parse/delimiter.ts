import Papa from 'papaparse';
import { inspect } from './structure.ts';

/** Tried in this order; the first of equals wins. */
export const delimiters = [',', '\t', ';', '|', '，'] as const;

/** The delimiter, how sure it is, and whether another fits as well. */
export interface DelimiterEvidence {
	readonly delimiter: string;
	readonly certainty: number;
	/** Everything is in one column although the lines are full of separators. */
	readonly oneColumn: boolean;
	readonly ambiguous: boolean;
}

const sampleRows = 200;

/** Reads the sample with every delimiter and takes the one under which the most rows have the same number of cells. */
export function findDelimiter(sample: string, complete: boolean): DelimiterEvidence {
	const shapes = delimiters.map((delimiter) => ({ delimiter, ...shape(sample, delimiter, complete) }));
	const comma = shapes[0];
	// A table that is perfectly regular with commas is RFC 4180, whatever else is in its cells.
	if (comma && comma.width > 1 && comma.share === 1) {
		return { delimiter: ',', certainty: 1, oneColumn: false, ambiguous: false };
	}
	const fitting = shapes.filter((shape) => shape.width > 1).sort((a, b) => b.share - a.share || b.width - a.width);
	const [best, second] = fitting;
	if (!best) {
		const full = sample.split(/\r\n?|\n/).filter((line) => /[^\s]([:：、 \u3000~^#].*){3}/.test(line)).length;
		const oneColumn = full > 2 && full > (comma?.rows ?? 0) / 2;
		return { delimiter: ',', certainty: oneColumn ? 0.2 : 0.8, oneColumn, ambiguous: false };
	}
	const ambiguous =
		second !== undefined && best.share < 0.9 && second.share === best.share && second.width === best.width;
	return { delimiter: best.delimiter, certainty: ambiguous ? 0.5 : best.share, oneColumn: false, ambiguous };
}

/** Which line ends stand between quotes, and so end no row, depends on the delimiter. */
function newlineUnder(sample: string, delimiter: string): '\n' | '\r\n' | '\r' {
	const { lf, crlf, cr } = inspect(sample, delimiter);
	return crlf > lf ? '\r\n' : lf === 0 && cr > 0 ? '\r' : '\n';
}

function shape(sample: string, delimiter: string, complete: boolean) {
	const parser = new Papa.Parser({ delimiter, newline: newlineUnder(sample, delimiter), preview: sampleRows } as never);
	const rows = (parser.parse(sample, 0, !complete) as { data: string[][] }).data;
	const filled = rows.filter((row) => row.length > 1 || (row[0] ?? '').trim() !== '');
	const counts = new Map<number, number>();
	for (const row of filled) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
	let width = 1;
	let most = 0;
	for (const [length, count] of counts) {
		if (length > 1 && (count > most || (count === most && length > width))) [width, most] = [length, count];
	}
	return { width, share: filled.length === 0 ? 0 : most / filled.length, rows: filled.length };
}
