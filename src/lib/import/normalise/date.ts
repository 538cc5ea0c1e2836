import { plainText } from './characters.ts';

/** A date as ISO text; what was left open (month, day) is the first one and said so. */
export type ReadDate = { iso: string; partial: boolean } | 'ambiguous' | null;

const time =
	'(?:[T ](?:上午|下午|晚上?|凌晨)?\\d{1,2}(?:[:时点]\\d{1,2}分?)(?::?\\d{2}(?:\\.\\d+)?秒?)?(?: ?[AP]M)?(?:Z|[+-]\\d{2}:?\\d{2})?)?';
const weekday = '(?:[ (（]*(?:星期|周)[一二三四五六日天][)）]?)?';
const yearFirst = new RegExp(
	`^(\\d{4})(?:[-/.]|年)(\\d{1,2})(?:(?:[-/.]|月)(\\d{1,2})[日号]?|月份?)?${weekday}${time}$`,
	'i'
);
const yearLast = new RegExp(`^(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})${time}$`, 'i');
const compact = /^(\d{4})(\d{2})(\d{2})(?:\d{6})?$/;
const yearOnly = /^(\d{4})年?$/;
const serial = /^(\d{5})(?:\.\d+)?$/;
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthName = `(${months.join('|')})[a-z]*\\.?`;
const dayMonth = new RegExp(`^(\\d{1,2})[- ]${monthName}[-, ]+(\\d{4})$`, 'i');
const monthDay = new RegExp(`^${monthName} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})$`, 'i');
/** 1980-01-01 and 2064-04-08: five digits outside of them are no date serial but a slip of the pen, such as 20024. */
const firstSerial = 29_221;
const lastSerial = 60_000;
const dayMilliseconds = 86_400_000;
const chineseDigits = new Map(
	[...'〇零一二三四五六七八九'].map((character, index) => [character, String(Math.max(0, index - 1))])
);

/** Reads a date the way offices write it, Excel's serials included. */
export function readDate(input: string): ReadDate {
	const text = arabic(plainText(input)).replace(/(?<=[年月日])\s+(?=\d)(?!\d{1,2}[:时点])|\s+(?=[年月日])/g, '');
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
	match = dayMonth.exec(text);
	if (match) return iso(match[3], monthNumber(match[2]), match[1]);
	match = monthDay.exec(text);
	if (match) return iso(match[3], monthNumber(match[1]), match[2]);
	match = yearOnly.exec(text);
	return match ? iso(match[1], undefined, undefined) : null;
}

/** 二〇二四年五月十六日 → 2024年5月16日; other texts stay. */
function arabic(text: string): string {
	if (!/^[〇零一二三四五六七八九]{4}年/.test(text)) return text;
	return text
		.replace(
			/([二三])?十([一二三四五六七八九])?(?=[月日号])/g,
			(_, ten: string | undefined, one: string | undefined) => {
				return `${ten ? chineseDigits.get(ten) : '1'}${one ? chineseDigits.get(one) : '0'}`;
			}
		)
		.replace(/[〇零一二三四五六七八九](?!期)/g, (character) => chineseDigits.get(character) ?? character);
}

function monthNumber(name: string | undefined): string {
	return String(months.indexOf((name ?? '').toLowerCase().slice(0, 3)) + 1);
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
