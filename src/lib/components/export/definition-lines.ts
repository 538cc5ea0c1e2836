import { formatExact } from '#lib/format/number.ts';
import { m } from '#lib/messages/generated/messages.js';
import type { PictureFacts } from '../picture-facts.ts';
import { timeText } from './day-text.ts';
import type { ExportRemark } from './export-table.ts';

/** What a sheet of definitions says besides the figures. */
export interface DefinitionInput {
	readonly title: string;
	readonly unit?: string | undefined;
	readonly facts: PictureFacts | null;
	readonly provisional: boolean;
	readonly completeness?: { readonly reported: number; readonly expected: number } | null | undefined;
	/** How many rows there are, and of how many; left out where the table has all. */
	readonly rows?: { readonly shown: number; readonly whole: number };
	readonly remarks: readonly ExportRemark[];
}

function stateText({ provisional, completeness }: DefinitionInput): string {
	const reported = completeness ? m.exports_reported({ ...completeness }) : '';
	return [provisional ? m.exports_provisional() : '', reported].filter(Boolean).join(m.exports_joint());
}

const rowsText = ({ shown, whole }: { readonly shown: number; readonly whole: number }) => ({
	shown: formatExact(shown),
	whole: formatExact(whole)
});

/** The sheet 口径 / Definitions, line by line; lines that have nothing to say are left out. */
export function definitionLines(input: DefinitionInput): ExportRemark[] {
	const { title, unit = '', facts, rows, remarks } = input;
	const line = (label: string, text: string | null | undefined | false): ExportRemark[] =>
		text ? [{ title: label, text }] : [];
	return [
		...line(m.exports_title(), title),
		...line(m.exports_filters(), facts?.filtersText),
		...line(m.exports_period(), facts?.period),
		...line(m.exports_state(), stateText(input)),
		...line(m.exports_unit(), unit),
		...line(m.exports_source(), facts?.source),
		...line(m.exports_release(), facts?.releaseId),
		...line(m.exports_released(), facts?.releasedAt && timeText(facts.releasedAt)),
		...line(m.exports_drafts_label(), facts && facts.drafts > 0 && m.exports_drafts({ count: facts.drafts })),
		...line(m.exports_fingerprint(), facts?.fingerprint),
		...line(m.exports_made(), facts && timeText(facts.madeAt)),
		...line(m.notice_demo(), facts?.demo && m.notice_demo_long()),
		...line(m.exports_missing_label(), m.exports_missing()),
		...line(m.exports_cut_label(), rows && rows.whole > rows.shown && m.exports_cut(rowsText(rows))),
		...remarks,
		...(facts?.definitions ?? []).flatMap((one) => [
			...line(m.exports_indicator(), one.title),
			...line(m.exports_definition(), one.definition),
			...line(m.exports_formula(), one.formula),
			...line(m.exports_unit(), one.unit),
			...line(m.exports_source(), one.source),
			...one.breaks.flatMap((text) => line(m.exports_break_label(), text))
		])
	];
}
