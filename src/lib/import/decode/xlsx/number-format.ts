/** How a number is shown: enough to write it as a person sees it. */
export type NumberFormat =
	| { readonly kind: 'plain' }
	| { readonly kind: 'percent' }
	/** Digits to be filled up with zeros, for codes. */
	| { readonly kind: 'padded'; readonly digits: number }
	/** `unit`: the smallest part of the date that is shown. */
	| { readonly kind: 'date'; readonly unit: 'year' | 'month' | 'day' }
	| { readonly kind: 'time' };

const plain: NumberFormat = { kind: 'plain' };
const time: NumberFormat = { kind: 'time' };
const day: NumberFormat = { kind: 'date', unit: 'day' };
const month: NumberFormat = { kind: 'date', unit: 'month' };

/** The formats that are not spelled out in a workbook; 27–36 and 50–58 are the Chinese ones. */
const builtIn = new Map<number, NumberFormat>([
	...[9, 10].map((id) => [id, { kind: 'percent' }] as const),
	...[14, 15, 16, 22, 28, 29, 30, 31, 51, 53, 54, 58].map((id) => [id, day] as const),
	...[17, 27, 36, 50, 52, 57].map((id) => [id, month] as const),
	...[18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56].map((id) => [id, time] as const)
]);

/** The format of an id, with its code where the workbook spells it out. */
export function numberFormat(id: number, code: string | undefined): NumberFormat {
	if (code === undefined) return builtIn.get(id) ?? plain;
	const [first = ''] = code.split(';');
	const elapsed = /\[(?:h+|m+|s+)\]/i.test(first);
	const bare = first.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '');
	if (elapsed) return time;
	if (/^0{2,}$/.test(bare)) return { kind: 'padded', digits: bare.length };
	if (/general/i.test(bare)) return plain;
	if (/[ymdhs]/i.test(bare) && !/[0#?]/.test(bare.replace(/[hs:]0+|\.0+/gi, ''))) return dateFormat(bare.toLowerCase());
	return bare.includes('%') ? { kind: 'percent' } : plain;
}

function dateFormat(code: string): NumberFormat {
	if (/d/.test(code)) return day;
	if (/y/.test(code)) return /m/.test(code.replace(/am\/pm/, '')) ? month : { kind: 'date', unit: 'year' };
	return /[hs]/.test(code) ? time : month;
}

const secondsPerDay = 86_400;
/** 1899-12-30, from which Excel's days count once its 29 February 1900 is past. */
const epoch = Date.UTC(1899, 11, 30);
const days1904 = 1462;
/** Day of 9999-12-31. */
const lastDay = 2_958_465;

/** A number as a CSV file would hold it. `digits` is what the sheet stores, `plain` how it is written without a format. */
export function formatted(plainText: string, format: NumberFormat, is1904: boolean): string {
	if (format.kind === 'plain') return plainText;
	if (format.kind === 'padded') return /^\d+$/.test(plainText) ? plainText.padStart(format.digits, '0') : plainText;
	if (format.kind === 'percent') return percent(plainText);
	const serial = Number(plainText) + (is1904 ? days1904 : 0);
	if (!Number.isFinite(serial) || serial < 0 || serial > lastDay + 1) return plainText;
	return format.kind === 'time' && serial < 1 ? clock(serial) : dateText(serial, format);
}

function dateText(serial: number, format: NumberFormat): string {
	const seconds = Math.round(serial * secondsPerDay);
	// Excel's 1900 was a leap year: days before its 29 February are one less.
	const early = seconds < 60 * secondsPerDay ? secondsPerDay : 0;
	const text = new Date(epoch + (seconds + early) * 1000).toISOString();
	if (format.kind === 'time' || seconds % secondsPerDay !== 0) return text.slice(0, 19).replace('T', ' ');
	if (format.kind === 'date' && format.unit !== 'day') return text.slice(0, format.unit === 'month' ? 7 : 4);
	return text.slice(0, 10);
}

function clock(serial: number): string {
	const seconds = Math.round(serial * secondsPerDay);
	const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
	return parts.map((part) => String(part).padStart(2, '0')).join(':');
}

/** Exact: the decimal point moves by two places. */
function percent(text: string): string {
	const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
	if (!match) return text;
	const [, sign = '', whole = '', fraction = ''] = match;
	const digits = fraction.padEnd(2, '0');
	const left = (whole + digits.slice(0, 2)).replace(/^0+(?=\d)/, '');
	const right = digits.slice(2).replace(/0+$/, '');
	return `${sign}${left}${right === '' ? '' : `.${right}`}%`;
}
