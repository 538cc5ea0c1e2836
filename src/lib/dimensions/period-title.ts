import type { Language } from '#lib/format/language.ts';
import { readPeriod, readRange, type Months } from './period-code.ts';

const numerals = ['一', '二', '三', '四'];
const months = [
	'January',
	'February',
	'March',
	'April',
	'May',
	'June',
	'July',
	'August',
	'September',
	'October',
	'November',
	'December'
];

function chinesePart({ kind, part }: Months): string {
	if (kind === 'half') return part === 1 ? '上半年' : '下半年';
	if (kind === 'quarter') return `${numerals[part - 1]}季度`;
	return kind === 'month' ? `${part}月` : '';
}

function englishPart({ kind, part }: Months): string {
	if (kind === 'half') return `H${part}`;
	if (kind === 'quarter') return `Q${part}`;
	return kind === 'month' ? (months[part - 1] ?? '') : '';
}

function title(period: Months, language: Language): string {
	if (language === 'zh') return `${period.year}年${chinesePart(period)}`;
	return `${englishPart(period)} ${period.year}`.trim();
}

/** A period as people write it: 2024年三季度, Q3 2024, 2018–2023年. A text that is no period comes back as it is. */
export function periodTitle(code: string, language: Language): string {
	const single = readPeriod(code);
	if (single) return title(single, language);
	const range = readRange(code);
	if (!range) return code;
	const [first, last] = range;
	if (first.kind === 'year') return `${first.year}–${last.year}${language === 'zh' ? '年' : ''}`;
	if (first.year !== last.year) return `${title(first, language)}–${title(last, language)}`;
	if (language === 'en') return `${englishPart(first)}–${englishPart(last)} ${last.year}`;
	const both = `${chinesePart(first)}–${chinesePart(last)}`;
	return `${first.year}年${first.kind === 'half' ? both : both.replace(/(季度|月)–/, '–')}`;
}
