import type { CellDecision, CodeDecision, Decisions, GivenTotal } from '#lib/import/decisions.ts';
import type { IssueCode } from '#lib/import/issue.ts';

/** A change of what was decided; pure, so that it can be undone. */
export type Decide = (before: Decisions) => Decisions;

/** Sets or, with undefined, takes back single decisions, leaving all others. */
export function decide(changes: { readonly [Name in keyof Decisions]?: Decisions[Name] | undefined }): Decide {
	return (before) => tidy({ ...before, ...changes });
}

/** Column (header text or `#3`) → field, `=indicator`, '' for not loaded; null: as found. */
export function decideColumn(column: string, field: string | null): Decide {
	return (before) => tidy({ ...before, mapping: withEntry(before.mapping, column, field) });
}

/** Column → unit text; null: as found. */
export function decideUnit(column: string, unit: string | null): Decide {
	return (before) => tidy({ ...before, units: withEntry(before.units, column, unit) });
}

/** One text of one field → code, for all rows; null takes the decision back. */
export function decideCode(field: string, text: string, code: string | null): Decide {
	return (before) => {
		const others = (before.codes ?? []).filter((other) => other.field !== field || other.text !== text);
		const codes: CodeDecision[] = code === null ? others : [...others, { field, text, code }];
		return tidy({ ...before, codes });
	};
}

/** The text of a cell as it should have been; null: as the file has it. */
export function decideCell(line: number, column: number, text: string | null): Decide {
	return (before) => {
		const others = (before.cells ?? []).filter((other) => other.line !== line || other.column !== column);
		const cells: CellDecision[] = text === null ? others : [...others, { line, column, text }];
		return tidy({ ...before, cells });
	};
}

/** Lines set aside by hand, or no longer. */
export function decideSkip(lines: readonly number[], skipped: boolean): Decide {
	return (before) => {
		const others = (before.skip ?? []).filter((line) => !lines.includes(line));
		return tidy({ ...before, skip: skipped ? [...others, ...lines].sort((a, b) => a - b) : others });
	};
}

/** A kind of finding that was read and accepted, or no longer. */
export function decideAccepted(code: IssueCode, accepted: boolean): Decide {
	return (before) => {
		const others = (before.accepted ?? []).filter((other) => other !== code);
		return tidy({ ...before, accepted: accepted ? [...others, code] : others });
	};
}

/** The totals of the signed paper. */
export function decideTotals(totals: readonly GivenTotal[]): Decide {
	return (before) => tidy({ ...before, totals });
}

/** How many single decisions there are. */
export function countDecisions(decisions: Decisions): number {
	return Object.values(decisions).reduce<number>((count, value: unknown) => {
		if (Array.isArray(value)) return count + value.length;
		return count + (typeof value === 'object' && value !== null ? Object.keys(value).length : 1);
	}, 0);
}

function withEntry(
	entries: Readonly<Record<string, string>> | undefined,
	name: string,
	value: string | null
): Readonly<Record<string, string>> {
	const others = Object.entries(entries ?? {}).filter(([other]) => other !== name);
	return Object.fromEntries(value === null ? others : [...others, [name, value]]);
}

/** Without what says nothing: the decisions of a file about which nothing was decided are empty. */
function tidy(decisions: { readonly [Name in keyof Decisions]?: Decisions[Name] | undefined }): Decisions {
	return Object.fromEntries(
		Object.entries(decisions).filter(([, value]: [string, unknown]) => {
			if (typeof value === 'object' && value !== null) return Object.keys(value).length > 0;
			return value !== undefined;
		})
	);
}
