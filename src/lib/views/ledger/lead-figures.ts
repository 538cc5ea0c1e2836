import type { SentenceFigure } from '#lib/components/sentence-figures.ts';
import { formatExact } from '#lib/format/number.ts';
import type { Language } from '#lib/format/language.ts';
import { m } from '#lib/messages/generated/messages.js';
import type { DerivedInput } from '#lib/state/tracing.svelte.ts';
import { countQuestion, sumQuestion } from '../derived-question.ts';
import { datasetTitle, ledgerTotals, type LedgerRow } from './ledger.ts';
import { stateTitle } from './ledger-words.ts';

/** The numbers of the sentence that opens the ledger, each down to its files; in the order in which they stand there. */
export function ledgerFigures(rows: readonly LedgerRow[], language: Language): SentenceFigure[] {
	const totals = ledgerTotals(rows);
	const files = (some: readonly LedgerRow[]): DerivedInput[] =>
		some.map((row) => ({
			label: `${row.order}. ${row.file}`,
			value: `${datasetTitle(row.dataset, language)} · ${stateTitle(row.state)}`,
			question: null
		}));
	const counted = (count: number, title: string, some: readonly LedgerRow[]): SentenceFigure => ({
		text: String(count),
		explain: () => countQuestion(title, files(some))
	});
	const summed = (title: string, of: (row: LedgerRow) => number): SentenceFigure[] => {
		const brought = rows.filter((row) => row.state !== 'out' && of(row) > 0);
		const parts = brought.map((row) => ({ label: `${row.order}. ${row.file}`, value: of(row), question: null }));
		const text = formatExact(brought.reduce((sum, row) => sum + of(row), 0));
		return parts.length === 0 ? [] : [{ text, explain: () => sumQuestion(title, parts) }];
	};
	const published = rows.filter(({ state }) => state === 'published');
	const drafts = rows.filter(({ state }) => state !== 'published');
	return [
		counted(totals.files, m.nav_ledger(), rows),
		...(totals.drafts > 0
			? [
					counted(totals.published, m.ledger_state_published(), published),
					counted(totals.drafts, m.ledger_state_draft(), drafts)
				]
			: []),
		...(totals.out > 0
			? [
					counted(
						totals.out,
						m.ledger_state_out(),
						rows.filter(({ state }) => state === 'out')
					)
				]
			: []),
		...summed(m.ledger_loaded(), ({ rowsLoaded }) => rowsLoaded),
		...summed(m.ledger_aside(), ({ rowsSetAside }) => rowsSetAside)
	];
}
