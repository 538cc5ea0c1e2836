import { parsePeriod, type ParsedPeriod } from '#lib/dimensions/period.ts';
import { plainText } from '../normalise/characters.ts';

/** A period found outside the table and where. */
export interface PeriodHint {
	readonly period: ParsedPeriod;
	readonly text: string;
	readonly source: 'title' | 'fileName' | 'default';
}

const inText =
	/(?:截至|截止)?(?:到)?(?:19|20)\d{2}\s*年?\s*(?:[-—–~至]\s*(?:19|20)\d{2}\s*年?|度?\s*(?:第?[一二三四1-4]季度|[上下]半年|(?:1|一)\s*[-—–~至]\s*\d{1,2}\s*月份?|前[一二三]季度|\d{1,2}月(?:末|底)?|Q[1-4]|H[12])|[-_.]?Q[1-4]|[-_.]?H[12]|-(?:0[1-9]|1[0-2])(?!\d))?(?:\s*(?:累计|年?末|年?底))?/g;

/** The period that a title or file name states; null when there is none or there are several. */
export function periodIn(text: string): { period: ParsedPeriod; text: string } | null {
	const found = new Map<string, { period: ParsedPeriod; text: string }>();
	for (const match of plainText(text).matchAll(inText)) {
		const before = text[(match.index ?? 0) - 1] ?? '';
		const after = text[(match.index ?? 0) + match[0].length] ?? '';
		if (/\d/.test(before) || /\d/.test(after)) continue;
		const period = parsePeriod(match[0].trim()) ?? parsePeriod(match[0].slice(0, 4));
		if (period) found.set(period.code, { period, text: match[0].trim() });
	}
	const candidates = [...found.values()];
	return candidates.length === 1 ? (candidates[0] ?? null) : null;
}

/** Title lines first, then the file name, then what the user set. */
export function periodHint(titles: readonly string[], fileName: string, given: string | undefined): PeriodHint | null {
	for (const title of titles) {
		const hint = periodIn(title);
		if (hint) return { ...hint, source: 'title' };
	}
	const named = periodIn(fileName);
	if (named) return { ...named, source: 'fileName' };
	const period = given === undefined ? null : parsePeriod(given);
	return period ? { period, text: given ?? '', source: 'default' } : null;
}
