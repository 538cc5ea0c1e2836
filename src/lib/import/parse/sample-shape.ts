import Papa from 'papaparse';
import { inspect } from './structure.ts';

/** What the first rows look like when they are cut in one way. */
export interface SampleShape {
	readonly delimiter: string;
	readonly quote: string;
	/** Rows that are not blank. */
	readonly rows: readonly (readonly string[])[];
	/** The most frequent number of cells above one; 1 when no row has more. */
	readonly width: number;
	/** Share of the rows that have it. */
	readonly share: number;
	/** Rows with damaged or unclosed quotes, and quoted cells that are sound. */
	readonly damagedQuotes: number;
	readonly quoted: boolean;
}

const sampleRows = 200;

/** Cuts the sample with one delimiter and quote. `complete`: the sample is the whole file, so its last row counts. */
export function sampleShape(sample: string, complete: boolean, delimiter: string, quote: string): SampleShape {
	const seen = inspect(sample, delimiter, quote);
	const newline = newlineOf(seen);
	const quoting = quote === '' ? { fastMode: true } : { quoteChar: quote };
	const parser = new Papa.Parser({ delimiter, newline, preview: sampleRows, ...quoting } as never);
	const parsed = (parser.parse(sample, 0, !complete) as { data: string[][] }).data;
	const rows = parsed.filter((row) => row.length > 1 || (row[0] ?? '').trim() !== '');
	const counts = new Map<number, number>();
	for (const row of rows) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
	let width = 1;
	let most = 0;
	for (const [length, count] of counts) {
		if (length > 1 && (count > most || (count === most && length > width))) [width, most] = [length, count];
	}
	const share = rows.length === 0 ? 0 : most / rows.length;
	const open = seen.openAt >= 0 && complete ? 1 : 0;
	const quoted = quote !== '' && sample.includes(quote) && opensCell(sample, delimiter, quote);
	return { delimiter, quote, rows, width, share, damagedQuotes: seen.strayRows.size + open, quoted };
}

/** Which line ends stand between quotes, and so end no row, depends on delimiter and quote. */
function newlineOf({ lf, crlf, cr }: { lf: number; crlf: number; cr: number }): '\n' | '\r\n' | '\r' {
	return crlf > lf ? '\r\n' : lf === 0 && cr > 0 ? '\r' : '\n';
}

function opensCell(sample: string, delimiter: string, quote: string): boolean {
	return sample.startsWith(quote) || [delimiter, '\n', '\r'].some((before) => sample.includes(before + quote));
}
