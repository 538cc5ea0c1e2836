import { cellText, plainText } from '#lib/import/normalise/characters.ts';
import { readDuration } from '#lib/import/normalise/date.ts';
import { isExcelError, isMissing } from '#lib/import/normalise/missing.ts';
import { readNumber } from '#lib/import/normalise/number.ts';
import { known, type Exact } from '#lib/leaderboard/exact.ts';

const units = /^(?:分|秒|人|个|项|次|家|枚|名|件|元|人次|points?|pts?|s|m|kg)?$/i;

/**
 * The exact value of a cell as people write them: 88.5分, 1,234, 1:02:03 (seconds), 85% (17/20), １２. Null: nothing is
 * given; `unreadable`: something is, and it is no figure.
 */
export function exactCell(raw: string): Exact | null | 'unreadable' {
	const text = plainText(cellText(raw));
	if (text === '' || isMissing(text) || isExcelError(text)) return null;
	if (known(text) !== null) return text;
	const seconds = /[:：时分秒′″'"]/.test(text) ? readDuration(text.replaceAll('：', ':')) : null;
	const figure = readNumber(text);
	// 88.5分 is a score; 12分30秒 is a time.
	if (seconds !== null && !(figure?.unit === '分' && !/[:时秒]/.test(text))) return seconds;
	// 90分 is a figure; 90（补考）is a remark that someone has to look at.
	if (figure === null || figure.qualifier !== '' || !(figure.percent || units.test(figure.unit))) return 'unreadable';
	return figure.percent ? { numerator: figure.value, denominator: 100 } : figure.value;
}

/** The rank that a cell states: 1, 第3名, =5, T7; null where it states none. */
export function rankCell(raw: string): number | null {
	const found = /\d+/.exec(plainText(raw));
	return found ? Number(found[0]) : null;
}
