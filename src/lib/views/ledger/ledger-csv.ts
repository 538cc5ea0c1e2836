import type { Language } from '#lib/format/language.ts';
import { csvLine } from '#lib/import/receipt/csv-output.ts';
import { harmless } from '#lib/import/receipt/harmless.ts';
import { m } from '#lib/messages/generated/messages.js';
import { datasetTitle, type LedgerRow } from './ledger.ts';
import { modeTitle, stateTitle } from './ledger-words.ts';

/** The ledger as CSV with BOM; no cell can run in a spreadsheet. */
export function ledgerCsv(rows: readonly LedgerRow[], language: Language): Uint8Array<ArrayBuffer> {
	const header = [
		...[m.ledger_order(), m.ledger_file(), m.ledger_state(), m.ledger_dataset(), m.ledger_mode()],
		...[m.ledger_read(), m.ledger_loaded(), m.ledger_aside(), 'F', 'E', 'W', 'I'],
		...[m.ledger_brought(), m.ledger_in_use(), m.ledger_who(), m.ledger_when(), m.ledger_encoding(), m.ledger_hash()]
	];
	const lines = rows.map((row) => [
		String(row.order),
		harmless(row.file),
		stateTitle(row.state),
		datasetTitle(row.dataset, language),
		modeTitle(row.mode),
		...[row.rowsRead, row.rowsLoaded, row.rowsSetAside].map(String),
		...[row.issues.F, row.issues.E, row.issues.W, row.issues.I].map(String),
		row.brought === null ? '' : String(row.brought),
		String(row.inUse),
		harmless(row.createdBy || m.ledger_this_browser()),
		row.createdAt,
		row.encoding ?? '',
		row.sha256
	]);
	const text = [header, ...lines].map((cells) => csvLine(cells)).join('');
	return new TextEncoder().encode(`\ufeff${text}`);
}
