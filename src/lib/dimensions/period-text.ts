const digits = new Map(
	[...'〇零一二三四五六七八九'].map((character, index) => [character, String(Math.max(0, index - 1))])
);

/** Chinese numerals up to twelve and years written digit by digit, as Arabic digits. */
function arabic(text: string): string {
	return text
		.replace(/十([一二])/g, (_, unit: string) => `1${digits.get(unit)}`)
		.replace(/十(?=个?[月季])/g, '10')
		.replace(/[〇零一二三四五六七八九]/g, (character) => digits.get(character) ?? character);
}

/** A text of a period in one spelling, and what its words say about the figures. */
export interface PeriodText {
	readonly body: string;
	/** 累计 */
	readonly cumulative: boolean;
	/** 截至…, …末, …底 */
	readonly asOf: boolean;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthName = new RegExp(`(?<![a-z])(${months.join('|')})[a-z]*\\.?(?![a-z])`, 'g');

/** Sep 2024, 2024-Sep, Sep-24 and Jan-Sep 2024 in figures. */
function withoutMonthNames(text: string): string {
	if (text.search(monthName) < 0) return text;
	const figures = text.replace(monthName, (_, name: string) => String(months.indexOf(name) + 1));
	return figures
		.replace(/^(\d{1,2})\s*[-~–—]\s*(\d{1,2})[\s,]+(\d{4})$/, '$3年$1~$2月')
		.replace(/^(\d{1,2})[-\s,/]+(\d{4})$/, '$2-$1')
		.replace(/^(\d{1,2})[-'’](\d{2})$/, '20$2-$1');
}

/** The part of a year before the year: 三季度2024年, 1-9月/2024. */
const turnedParts =
	/^((?:第?[一二三四1-4]季度?|[上下]半年|\d{1,2}(?:[-~–—至]\d{1,2})?月份?)(?:累计)?)[\s,、/-]*(\d{4})年?$/;

/** Half width, no blanks or brackets, Arabic digits, one sign for 至; the words 累计 and 截至 taken out and told. */
export function tidyPeriod(text: string): PeriodText {
	const plain = text.normalize('NFKC').toLowerCase().trim();
	const turned = withoutMonthNames(plain)
		.replace(/^(\d{4})\.0+$/, '$1')
		.replace(/^(q[1-4]|h[12])[\s,/-]*(\d{4})$/, '$2$1')
		.replace(turnedParts, '$2年$1')
		.replace(/^(\d{4})年?\s*[,、]\s*/, '$1年')
		.replace(/元(?=月|[-~–—至])/, '1');
	const compact = arabic(turned.replace(/[\s()[\]【】"'“”]/g, '')).replace(/[~〜至到—–─‐−]+/g, '~');
	const cumulative = /累[计計积]/.test(compact);
	const named = compact.replace(/累[计計积]数?/g, '');
	const body = named.replace(/^(截~|截止~?|截|~)/, '').replace(/(末|底|止|为止)+$/, '');
	return { body, cumulative, asOf: body !== named };
}

/** 2000-01-01 to 2050-12-31: reports are not older, and 20243 is a slip of the pen rather than a day of 1955. */
const serials = [36_526, 55_152] as const;

/** The day that an Excel serial number stands for, as months since the year 0; null when it is no plausible date. */
export function serialMonth(text: string): number | null {
	const found = /^(\d{5})(?:\.\d+)?$/.exec(text);
	const serial = Number(found?.[1]);
	if (!found || serial < serials[0] || serial > serials[1]) return null;
	const date = new Date(Date.UTC(1899, 11, 30 + serial));
	return date.getUTCFullYear() * 12 + date.getUTCMonth();
}
