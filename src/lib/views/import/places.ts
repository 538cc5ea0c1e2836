import type { CellMark } from '#lib/components/side-by-side.ts';
import type { Language } from '#lib/format/language.ts';
import type { ImportResult, Receipt, Remark } from '#lib/import/batch.ts';
import { issueText } from '#lib/import/issue-text.ts';
import { m } from '#lib/messages/generated/messages.js';
import { isOpen, stepOf, type StepName } from '#lib/state/import-steps.ts';

/** The findings of each line, for marking. Those that only tell, and those of whole rows that were read, mark nothing. */
export function marksByLine(result: ImportResult, language: Language): ReadonlyMap<number, readonly CellMark[]> {
	const { issues } = result.receipt;
	const texts = issues.map((issue) => issueText(issue, language).what);
	const marks = new Map<number, CellMark[]>();
	for (const { line, column, issue: at } of result.remarks) {
		const issue = issues[at];
		if (!issue || issue.severity === 'I') continue;
		const mark = { column, grave: isOpen(issue), what: texts[at] ?? '' };
		const others = marks.get(line);
		if (others) others.push(mark);
		else marks.set(line, [mark]);
	}
	return marks;
}

/** The places of a step that wait for a decision, in the order of the file. */
export function placesOf(result: ImportResult, step: StepName): Remark[] {
	const { issues } = result.receipt;
	return result.remarks.filter(({ issue: at }) => {
		const issue = issues[at];
		return issue !== undefined && isOpen(issue) && stepOf(issue) === step;
	});
}

/** What a row is that nothing was read from: in front of the table, its header, behind it, or set aside and why. */
export function unreadText(
	receipt: Receipt,
	skipped: readonly number[],
	marks: ReadonlyMap<number, readonly CellMark[]>,
	line: number
): string {
	const { table } = receipt;
	if (skipped.includes(line)) return m.wizard_unread_skipped();
	if (table && line >= table.headerFirst && line <= table.headerLast) return m.wizard_unread_header();
	if (table && line < table.headerFirst) return m.wizard_unread_title();
	const mark = marks.get(line)?.find(({ grave }) => grave) ?? marks.get(line)?.[0];
	if (mark) return mark.what;
	return receipt.rowsLoaded === 0 ? m.wizard_unread_nothing() : m.wizard_unread_other();
}
