import { plainText } from './characters.ts';

/** A date as ISO text; what was left open (month, day) is the first one and said so. */
export type ReadDate = { iso: string; partial: boolean } | 'ambiguous' | null;

const yearFirst =
	/^(\d{4})(?:[-/.]|年)(\d{1,2})(?:(?:[-/.]|月)(\d{1,2})日?|月)?(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?$/;
const yearLast = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/;
const compact = /^(\d{4})(\d{2})(\d{2})$/;
const yearOnly = /^(\d{4})年?$/;
const serial = /^(\d{5})(?:\.\d+)?$/;
/** 1954-10-03 and 2064-04-08: five digits outside of them are no date serial. */
const firstSerial = 20_000;
const lastSerial = 60_000;
const dayMilliseconds = 86_400_000;

/** Reads a date the way offices write it, Excel's serials included. */
export function readDate(input: string): ReadDate {
	const text = plainText(input).replace(/(?<=[年月日])\s+|\s+(?=[年月日])/g, '');
	let match = yearFirst.exec(text);
	if (match) return iso(match[1], match[2], match[3]);
	match = compact.exec(text);
	if (match) return iso(match[1], match[2], match[3]);
	match = yearLast.exec(text);
	if (match) {
		const [a, b] = [Number(match[1]), Number(match[2])];
		if (a <= 12 && b <= 12 && a !== b) return 'ambiguous';
		return a > 12 ? iso(match[3], match[2], match[1]) : iso(match[3], match[1], match[2]);
	}
	match = serial.exec(text);
	if (match) {
		const days = Number(match[1]);
		if (days < firstSerial || days > lastSerial) return null;
		return { iso: dateOfSerial(days), partial: false };
	}
	match = yearOnly.exec(text);
	return match ? iso(match[1], undefined, undefined) : null;
}

/** Excel's day count, whose day 60 never existed. */
export function dateOfSerial(days: number): string {
	return new Date(Date.UTC(1899, 11, 30) + days * dayMilliseconds).toISOString().slice(0, 10);
}

function iso(year: string | undefined, month: string | undefined, day: string | undefined): ReadDate {
	const text = `${year}-${(month ?? '1').padStart(2, '0')}-${(day ?? '1').padStart(2, '0')}`;
	const date = new Date(`${text}T00:00:00Z`);
	if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text) return null;
	const number = Number(year);
	if (number < 1900 || number > 2100) return null;
	return { iso: text, partial: day === undefined };
}

/** 1:02:03.5, 12分30秒, 95秒 → seconds as plain decimal text. */
export function readDuration(input: string): string | null {
	const text = plainText(input).replace(/\s+/g, '');
	const clock = /^(?:(\d+):)?(\d{1,3}):(\d{1,2}(?:\.\d+)?)$/.exec(text);
	const words = /^(?:(\d+)(?:小时|时|h))?(?:(\d+)(?:分钟|分|min|m|['′]))?(?:(\d+(?:\.\d+)?)(?:秒|s|["″])?)?$/.exec(
		text
	);
	const match = clock ?? (text === '' ? null : words);
	if (!match) return null;
	const [whole = '0', fraction] = (match[3] ?? '0').split('.');
	const seconds = Number(match[1] ?? 0) * 3600 + Number(match[2] ?? 0) * 60 + Number(whole);
	return fraction === undefined ? String(seconds) : `${seconds}.${fraction}`.replace(/\.?0+$/, '');
}
