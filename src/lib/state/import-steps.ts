import type { Receipt } from '#lib/import/batch.ts';
import type { Issue, IssueCode } from '#lib/import/issue.ts';

/** The steps of an import in their order. */
export const stepNames = ['structure', 'columns', 'names', 'cells', 'totals', 'preview', 'receipt'] as const;

/** One step of an import. */
export type StepName = (typeof stepNames)[number];

/** Where each kind of finding is dealt with; what is not named here only the receipt tells. */
const places: Partial<Record<IssueCode, StepName>> = {
	ENC_AMBIGUOUS: 'structure',
	ENC_INVALID_BYTES: 'structure',
	ENC_MOJIBAKE: 'structure',
	DIALECT_AMBIGUOUS: 'structure',
	DIALECT_ONE_COLUMN: 'structure',
	HEADER_MISSING: 'structure',
	HEADER_MULTIROW: 'structure',
	PREAMBLE_SKIPPED: 'structure',
	TABLE_MULTIPLE: 'structure',
	FILE_NOT_TABLE: 'columns',
	COLUMN_REQUIRED_MISSING: 'columns',
	COLUMN_UNKNOWN: 'columns',
	HEADER_BLANK: 'columns',
	HEADER_DUPLICATE: 'columns',
	UNIT_ASSUMED: 'columns',
	UNIT_SUSPECT: 'columns',
	PERIOD_ASSUMED: 'columns',
	CODE_UNKNOWN: 'names',
	NAME_AMBIGUOUS: 'names',
	FILE_TRUNCATED: 'cells',
	QUOTE_UNCLOSED: 'cells',
	QUOTE_STRAY: 'cells',
	ROW_TOO_FEW: 'cells',
	ROW_TOO_MANY: 'cells',
	ROW_DUPLICATE: 'cells',
	KEY_DUPLICATE: 'cells',
	CELL_TYPE: 'cells',
	CELL_RANGE: 'cells',
	CELL_DATE_AMBIGUOUS: 'cells',
	CELL_PRECISION: 'cells',
	CELL_EXCEL_ERROR: 'cells',
	CELL_TOO_LONG: 'cells',
	RULE_VIOLATED: 'cells',
	TOTAL_MISMATCH: 'totals',
	PERIOD_REPEATED: 'preview'
};

/** Nothing that a person could decide makes these files readable. */
const final = new Set<IssueCode>([
	'FILE_EMPTY',
	'FILE_TOO_LARGE',
	'SCOPE_DENIED',
	'RECON_ROWCOUNT',
	'ENGINE_OOM',
	'ENGINE_CRASH'
]);

/** The step in which a finding is dealt with. */
export function stepOf(issue: Issue): StepName {
	return places[issue.code] ?? 'receipt';
}

/** Whether a finding waits for a decision: nothing is loaded, or publishing is blocked, until it is made. */
export function isOpen(issue: Issue): boolean {
	return issue.severity === 'F' || issue.severity === 'E';
}

/** Whether a file can never be loaded: it is no table, or is refused for what it is. */
export function isRefused(receipt: Receipt): boolean {
	return receipt.issues.some(
		({ code, severity }) =>
			severity === 'F' && (final.has(code) || (code === 'FILE_NOT_TABLE' && receipt.format === 'unknown'))
	);
}
