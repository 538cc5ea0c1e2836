import { compareExact, toFraction, type Exact } from '#lib/leaderboard/exact.ts';
import { divide, toExact } from '#lib/leaderboard/fraction.ts';
import type { Pursuit } from '#lib/leaderboard/pursuit.ts';
import { formatExact, formatShare } from '#lib/format/number.ts';
import { m } from '#lib/messages/generated/messages.js';
import { lengthOf } from './table-columns.ts';
import { fieldPhrase, fieldTitle, gapPhrase, type BoardWords } from './words.ts';

/** What closes the gap to the next one above, in a clause. */
export function closingText(words: BoardWords, { gap, steps, award, parts }: Pursuit): string {
	if (!gap) return '—';
	const field = fieldTitle(words, gap.field);
	if (gap.size === null) return m.boards_close_missing({ field });
	if (steps) return m.boards_close_steps({ level: formatExact(steps.level), pass: formatExact(steps.pass) });
	if (award !== null) return m.boards_close_award({ award: fieldTitle(words, award) });
	const [most] = parts;
	if (most && compareExact(most.ahead, 0) > 0)
		return m.boards_close_part({ part: fieldTitle(words, most.field), ahead: fieldPhrase(words, 'index', most.ahead) });
	const told = { field, gap: gapPhrase(words, gap.field, gap.size), share: shareText(gap.size, gap.worse) };
	if (told.share === '') return gap.direction === 'descending' ? m.boards_close_more(told) : m.boards_close_less(told);
	return gap.direction === 'descending' ? m.boards_close_grow(told) : m.boards_close_shrink(told);
}

/** The gap as a share of what is there; empty where that is little, and a share would say less than the gap itself. */
function shareText(size: Exact, own: Exact | null): string {
	const [gap, base] = [lengthOf(size), lengthOf(own)];
	return gap === null || base === null || base < leastBase ? '' : formatShare(gap / base);
}

/** Shares of less than this are no use to anybody. */
const leastBase = 100;

/** The pursuit that is nearest to its end: the smallest gap as a share of what the one above has. Null for none. */
export function closest({ rules }: BoardWords, rows: readonly Pursuit[]): Pursuit | null {
	const first = rules.chain[0]?.field;
	let nearest: { readonly row: Pursuit; readonly share: Exact } | null = null;
	for (const row of rows) {
		const { gap } = row;
		if (!gap || gap.field !== first || gap.size === null || gap.better === null) continue;
		const better = toFraction(gap.better);
		if (better.top === 0n) continue;
		const whole = better.top < 0n ? { ...better, top: -better.top } : better;
		const share = toExact(divide(toFraction(gap.size), whole));
		if (nearest === null || compareExact(share, nearest.share) < 0) nearest = { row, share };
	}
	return nearest?.row ?? null;
}
