/** One point in time; `key` is what a click selects (a period code). */
export interface TrendPeriod {
	readonly key: string;
	readonly label: string;
	readonly selected?: boolean;
	/** Numbers of the notes that are pinned to it: 1, or 1 3. */
	readonly mark?: string;
}

/** Periods with the numbers of the notes that are pinned to them. */
export function withMarks(
	periods: readonly TrendPeriod[],
	marks: ReadonlyMap<string, string> | undefined
): readonly TrendPeriod[] {
	if (!marks || marks.size === 0) return periods;
	return periods.map((period) => {
		const mark = marks.get(period.key);
		return mark === undefined ? period : { ...period, mark };
	});
}

/** One line over the periods. A null is a gap, never a zero. */
export interface TrendLine {
	readonly key: string;
	/** Printed at the end of the line. */
	readonly name: string;
	readonly values: readonly (number | null)[];
	/** As printed at the last point and in the tooltip. */
	readonly labels: readonly string[];
	/** Points that are not final: the line up to them is dashed. */
	readonly provisional?: readonly boolean[];
	/** own: accent; main: ink blue; comparison: lighter; other lines take the categorical colours. */
	readonly role: 'own' | 'main' | 'comparison' | 'other';
}
