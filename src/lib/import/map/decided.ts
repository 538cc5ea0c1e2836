/** What a person decided for a column: by its position (`#3` is the third) before its header. Undefined: nothing. */
export function decidedFor(
	decisions: Readonly<Record<string, string>> | undefined,
	column: number,
	printed: string
): string | undefined {
	if (!decisions) return undefined;
	for (const name of [`#${column + 1}`, printed, printed.trim()])
		if (Object.hasOwn(decisions, name)) return decisions[name];
	return undefined;
}

/** The indicator of a decision `=indicator`; null for any other. */
export function decidedIndicator(decision: string | undefined): string | null {
	const name = decision?.startsWith('=') ? decision.slice(1).trim() : '';
	return name === '' ? null : name;
}
