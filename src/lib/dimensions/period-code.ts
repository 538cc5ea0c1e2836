/** year 2024 · half 2024H1 · quarter 2024Q3 · month 2024-05 · range 2018/2023 (two codes of one kind, both included). */
export type PeriodKind = 'year' | 'half' | 'quarter' | 'month' | 'range';

/** When a year begins: 1 January, or 1 October of the year before (the statistical year of trade unions). */
export type YearStart = 'calendar' | 'union';

/** A stretch of whole months of one kind: `first` is the number of months since the year 0. */
export interface Months {
	readonly kind: Exclude<PeriodKind, 'range'>;
	readonly year: number;
	/** 1-based position in the year: 1 for years, 1–2 for halves, 1–4 for quarters, 1–12 for months. */
	readonly part: number;
}

const lengths = { year: 12, half: 6, quarter: 3, month: 1 } as const;
const pattern = /^(\d{4})(?:H([12])|Q([1-4])|-(0[1-9]|1[0-2]))?$/;

/** The code of a stretch. */
export function writePeriod({ kind, year, part }: Months): string {
	const four = String(year).padStart(4, '0');
	if (kind === 'year') return four;
	if (kind === 'half') return `${four}H${part}`;
	if (kind === 'quarter') return `${four}Q${part}`;
	return `${four}-${String(part).padStart(2, '0')}`;
}

/** The parts of a simple code; null for ranges and for texts that are no canonical code. */
export function readPeriod(code: string): Months | null {
	const found = pattern.exec(code);
	if (!found) return null;
	const [, year, half, quarter, month] = found;
	const kind = half ? 'half' : quarter ? 'quarter' : month ? 'month' : 'year';
	return { kind, year: Number(year), part: Number(half ?? quarter ?? month ?? 1) };
}

/** Both ends of a range; null when the text is none. */
export function readRange(code: string): [first: Months, last: Months] | null {
	const [from, to, more] = code.split('/');
	const first = from === undefined ? null : readPeriod(from);
	const last = to === undefined ? null : readPeriod(to);
	if (!first || !last || more !== undefined || first.kind !== last.kind) return null;
	return first.year * 12 + first.part < last.year * 12 + last.part ? [first, last] : null;
}

/** The kind of a canonical code. Throws a RangeError on any other text. */
export function periodKind(code: string): PeriodKind {
	const period = readPeriod(code);
	if (period) return period.kind;
	if (readRange(code)) return 'range';
	throw new RangeError(`Not a period: ${code}`);
}

/** Whether a text is a canonical period code. */
export function isPeriod(code: string): boolean {
	return readPeriod(code) !== null || readRange(code) !== null;
}

/** First month of a stretch and the number of its months. A union year begins three months early. */
export function monthsOf(period: Months, yearStart: YearStart = 'calendar'): { first: number; count: number } {
	const count = lengths[period.kind];
	const shift = yearStart === 'union' && period.kind === 'year' ? -3 : 0;
	return { first: period.year * 12 + (period.part - 1) * count + shift, count };
}

/** The simple period of a kind that begins at a month (months since the year 0). */
export function periodAt(kind: Months['kind'], first: number): Months {
	const year = Math.floor(first / 12);
	return { kind, year, part: Math.floor((first - year * 12) / lengths[kind]) + 1 };
}

function day(month: number, last: boolean): string {
	return new Date(Date.UTC(Math.floor(month / 12), (month % 12) + (last ? 1 : 0), last ? 0 : 1))
		.toISOString()
		.slice(0, 10);
}

/** First and last day of a period, ISO dates, both included. */
export function periodBounds(code: string, yearStart: YearStart = 'calendar'): { start: string; end: string } {
	const single = readPeriod(code);
	const [first, last] = single ? [single, single] : (readRange(code) ?? []);
	if (!first || !last) throw new RangeError(`Not a period: ${code}`);
	const end = monthsOf(last, yearStart);
	return { start: day(monthsOf(first, yearStart).first, false), end: day(end.first + end.count - 1, true) };
}

/** The shortest code for whole months from `first` to `last` (months since the year 0, both included). */
export function periodOfMonths(first: number, last: number): string {
	const count = last - first + 1;
	for (const kind of ['year', 'half', 'quarter', 'month'] as const) {
		if (count === lengths[kind] && first % lengths[kind] === 0) return writePeriod(periodAt(kind, first));
	}
	const kind = (['year', 'half', 'quarter', 'month'] as const).find(
		(name) => name !== 'half' && first % lengths[name] === 0 && (last + 1) % lengths[name] === 0
	);
	const unit = kind ?? 'month';
	return `${writePeriod(periodAt(unit, first))}/${writePeriod(periodAt(unit, last))}`;
}
