const digits: Readonly<Record<string, number>> = {
	〇: 0,
	零: 0,
	一: 1,
	壹: 1,
	二: 2,
	两: 2,
	贰: 2,
	三: 3,
	叁: 3,
	四: 4,
	肆: 4,
	五: 5,
	伍: 5,
	六: 6,
	陆: 6,
	七: 7,
	柒: 7,
	八: 8,
	捌: 8,
	九: 9,
	玖: 9
};
const small: Readonly<Record<string, bigint>> = { 十: 10n, 拾: 10n, 百: 100n, 佰: 100n, 千: 1000n, 仟: 1000n };
const large: Readonly<Record<string, bigint>> = { 万: 10_000n, 萬: 10_000n, 亿: 100_000_000n, 億: 100_000_000n };
const tens: Readonly<Record<string, string>> = { 廿: '二十', 卄: '二十', 卅: '三十', 卌: '四十' };

/** Characters that numbers in words are made of. */
export const chineseNumerals = '〇零一壹二两贰三叁四肆五伍六陆七柒八捌九玖十拾百佰千仟万萬亿億廿卄卅卌';
const words = new RegExp(`^[${chineseNumerals}]+$`);

/**
 * A number in words: 二百三十 → 230, 百 → 100, 一万二 → 12000 (what is left out behind 万 is 千), 廿五 → 25, 二〇二四 → 2024.
 * Null when the text is anything else, e.g. 五六十 or 三三百.
 */
export function chineseNumber(input: string): string | null {
	if (input === '' || !words.test(input)) return null;
	const text = input.replace(/[廿卄卅卌]/g, (character) => tens[character] as string);
	if (!/[十拾百佰千仟万萬亿億]/.test(text)) return spelled(text);
	let total = 0n;
	let section = 0n;
	let digit: number | null = null;
	let lastUnit = 0n;
	let lastSmall = 0n;
	let lastLarge = 0n;
	for (const character of text) {
		const value = digits[character];
		const unit = small[character];
		const step = large[character];
		if (value !== undefined) {
			if (digit !== null && digit !== 0) return null;
			digit = value;
			// 零 says that places were left out: what follows are ones.
			if (value === 0) lastUnit = 10n;
		} else if (unit !== undefined) {
			if (digit === 0 || (lastSmall !== 0n && unit >= lastSmall)) return null;
			section += BigInt(digit ?? 1) * unit;
			digit = null;
			lastUnit = lastSmall = unit;
		} else if (step !== undefined) {
			if (lastLarge !== 0n && step > lastLarge && total >= step) return null;
			section += BigInt(digit ?? 0);
			if (section === 0n && total === 0n) section = 1n;
			total = step > 10_000n ? (total + section) * step : total + section * step;
			section = 0n;
			digit = null;
			lastUnit = lastLarge = step;
			lastSmall = 0n;
		}
	}
	const spoken = digit !== null && digit !== 0 && lastUnit > 10n;
	const last = BigInt(digit ?? 0) * (spoken ? lastUnit / 10n : 1n);
	return String(total + section + last);
}

/** 二〇二四 is said digit by digit; 三五 is said of an estimate and is no number. */
function spelled(text: string): string | null {
	const all = [...text].map((character) => digits[character]);
	if (all.length > 1 && all.length < 4 && !/[〇零]/.test(text)) return null;
	return all.join('').replace(/^0+(?=\d)/, '');
}
