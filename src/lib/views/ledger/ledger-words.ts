import { formatExact } from '#lib/format/number.ts';
import { m } from '#lib/messages/generated/messages.js';
import type { IssueCounts, LedgerRow } from './ledger.ts';

/** The state of a file in words. */
export function stateTitle(state: LedgerRow['state']): string {
	return { published: m.ledger_state_published, draft: m.ledger_state_draft, out: m.ledger_state_out }[state]();
}

/** How a file joins what is there, in a word. */
export function modeTitle(mode: LedgerRow['mode']): string {
	return { append: m.ledger_mode_append, replace: m.ledger_mode_replace, upsert: m.ledger_mode_upsert }[mode]();
}

/** Issues that need a look, in a cell of the table. */
export function issuesShort({ F, E, W }: IssueCounts): string {
	if (F + E + W === 0) return m.ledger_no_issues();
	return m.ledger_issues_short({ errors: formatExact(F + E), warnings: formatExact(W) });
}

/** All issues by severity. */
export function issuesLong({ F, E, W, I }: IssueCounts): string {
	return m.ledger_issues_counts({
		fatal: formatExact(F),
		errors: formatExact(E),
		warnings: formatExact(W),
		notes: formatExact(I)
	});
}

/** Day and minute, in the page's language. */
export function timeText(iso: string, locale: string): string {
	const time = new Date(iso);
	if (Number.isNaN(time.getTime())) return iso;
	return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(time);
}
