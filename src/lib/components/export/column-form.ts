/** A number of a column and how the page prints it. */
export interface ShownNumber {
	readonly value: number;
	readonly text: string;
}

/** How the numbers of a column leave the page. */
export interface ColumnForm {
	/** A share is a fraction that is printed as percent: 0.317, 31.7%. */
	readonly kind: 'number' | 'share';
	/** What a value is multiplied by to be in the unit that the page prints; 1 for shares. */
	readonly factor: number;
	/** What stands behind every number, percent signs among it; empty where nothing does or several things do. */
	readonly unit: string;
	/** Digits after the point as printed, at most; of scaled figures (万) as many as the exact value has. */
	readonly digits: number;
}

const scales: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8, million: 1e6, billion: 1e9 };
const factors = [1, 100, 1000, 1e4, 1e5, 1e6, 1e8];
const shown = /^[^\d+−-]{0,4}([+−-]?)\s*(\d[\d,]*)(?:\.(\d+))?\s*(万|亿|million|billion)?\s*(.*)$/u;
const most = 4;

interface Parsed {
	readonly value: number;
	readonly printed: number;
	/** How far a value may be from what is printed of it. */
	readonly tolerance: number;
	readonly suffix: string;
	readonly digits: number;
	readonly scaled: boolean;
}

function parse({ value, text }: ShownNumber): Parsed | null {
	const [, sign, whole = '', fraction = '', word, suffix = ''] = shown.exec(text.replaceAll(/\s/gu, ' ').trim()) ?? [];
	if (whole === '') return null;
	const scale = word === undefined ? 1 : (scales[word] ?? 1);
	const amount = Number(`${whole.replaceAll(',', '')}.${fraction || '0'}`) * scale;
	const printed = sign === '−' || sign === '-' ? -amount : amount;
	/* Figures may be rounded to four significant digits as well as to the last digit that is printed. */
	const tolerance = Math.max(0.5 * 10 ** -fraction.length * scale, Math.abs(printed) * 5e-4) * 1.0001;
	return { value, printed, tolerance, suffix: suffix.trim(), digits: fraction.length, scaled: scale !== 1 };
}

/** The factor between values and what is printed of them, by which all of them agree best; null where none does. */
function factorOf(parsed: readonly Parsed[]): number | null {
	const apart = (factor: number, { value, printed }: Parsed) => Math.abs(value * factor - printed);
	const agreeing = factors.filter((factor) => parsed.every((one) => apart(factor, one) <= one.tolerance));
	const sum = (factor: number) => parsed.reduce((total, one) => total + apart(factor, one), 0);
	return agreeing.reduce<number | null>(
		(best, factor) => (best === null || sum(factor) < sum(best) ? factor : best),
		null
	);
}

/** Digits after the point that an exact value has, four at most. */
function digitsOf(value: number): number {
	const fraction = value.toFixed(most).split('.')[1] ?? '';
	return fraction.replace(/0+$/, '').length;
}

/**
 * How a column's numbers are meant, read off what the page prints of them: a file then holds the same figures to their
 * last digit, in the unit that the page names, whether it prints 31.7% of 0.317, 8.3% of 8.3 or 1,480万 of 14,802,345.
 */
export function columnForm(numbers: readonly ShownNumber[]): ColumnForm {
	const parsed = numbers.map(parse).filter((one): one is Parsed => one !== null);
	const own = Math.max(0, ...numbers.map(({ value }) => digitsOf(value)));
	const telling = parsed.filter(({ value }) => value !== 0);
	const factor = telling.length === 0 ? 1 : factorOf(telling);
	if (factor === null || parsed.length === 0) return { kind: 'number', factor: 1, unit: '', digits: own };
	const suffixes = new Set(parsed.map(({ suffix }) => suffix));
	const [suffix = ''] = suffixes;
	const unit = suffixes.size === 1 && /^[^\d（）()、,，]{0,16}$/u.test(suffix) ? suffix : '';
	const printed = Math.max(0, ...parsed.map(({ digits }) => digits));
	const digits = parsed.some(({ scaled }) => scaled) ? own : printed;
	if (factor === 100 && unit === '%') return { kind: 'share', factor: 1, unit, digits };
	return { kind: 'number', factor, unit, digits };
}
