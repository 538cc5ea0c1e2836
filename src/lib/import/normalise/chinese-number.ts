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
const large: Readonly<Record<string, bigint>> = { 万: 10_000n, 亿: 100_000_000n };

/**
 * A number in words: 二百三十 → 230, 百 → 100, 一万二 is refused as spoken shorthand, 二〇二四 → 2024. Null when the
 * text is anything else.
 */
export function chineseNumber(text: string): string | null {
	if (text === '' || !/^[〇零一壹二两贰三叁四肆五伍六陆七柒八捌九玖十拾百佰千仟万亿]+$/.test(text)) return null;
	if (!/[十拾百佰千仟万亿]/.test(text)) return text.length > 1 || digits[text] !== undefined ? spelled(text) : null;
	let total = 0n;
	let section = 0n;
	let digit: number | null = null;
	let lastUnit = 0n;
	for (const character of text) {
		const value = digits[character];
		const unit = small[character];
		const step = large[character];
		if (value !== undefined) {
			if (digit !== null && digit !== 0) return null;
			digit = value;
			if (value === 0) lastUnit = 10n;
		} else if (unit !== undefined) {
			section += BigInt(digit ?? 1) * unit;
			digit = null;
			lastUnit = unit;
		} else if (step !== undefined) {
			section += BigInt(digit ?? 0);
			if (section === 0n && total === 0n) section = 1n;
			total = step > 10_000n ? (total + section) * step : total + section * step;
			section = 0n;
			digit = null;
			lastUnit = step;
		}
	}
	if (digit !== null && digit !== 0 && lastUnit !== 10n) return null;
	return String(total + section + BigInt(digit ?? 0));
}

function spelled(text: string): string {
	return [...text]
		.map((character) => digits[character])
		.join('')
		.replace(/^0+(?=\d)/, '');
}
