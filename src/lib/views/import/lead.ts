import { formatExact } from '#lib/format/number.ts';
import type { Language } from '#lib/format/language.ts';
import { issueText } from '#lib/import/issue-text.ts';
import { m } from '#lib/messages/generated/messages.js';
import type { OpenFile } from '#lib/state/import-file.svelte.ts';

/** What became of a file, in one sentence: rows read and loaded, how many places wait, and the first of them. */
export function leadOf(file: OpenFile, language: Language): string {
	const { result, state } = file;
	const name = file.file.name;
	if (state === 'failed') return m.wizard_lead_failed({ file: name });
	if (!result)
		return state === 'cancelled' ? m.wizard_lead_cancelled({ file: name }) : m.wizard_lead_reading({ file: name });
	const { receipt } = result;
	const [first] = receipt.issues;
	if (state === 'refused' && first) return m.wizard_lead_refused({ what: issueText(first, language).what });
	const rows = { read: formatExact(receipt.rowsRead), loaded: formatExact(receipt.rowsLoaded) };
	const read =
		receipt.rowsLoaded === receipt.rowsRead && receipt.rowsRead > 0
			? m.wizard_lead_all(rows)
			: m.wizard_lead_rows(rows);
	const [open] = file.open;
	if (!open) return `${read}${m.wizard_lead_none()}`;
	const count = formatExact(file.open.reduce((sum, issue) => sum + issue.count, 0));
	if (open.line === null) return `${read}${m.wizard_lead_open({ count })}`;
	const place =
		open.column === null
			? m.wizard_place_line({ line: open.line })
			: m.wizard_place_cell({ line: open.line, column: open.column });
	return `${read}${m.wizard_lead_open_at({ count, place })}`;
}
