import type { RuleLine } from '../rule-lines.ts';

/** A rule that says something else than before; null: it was not there, or is there no more. */
export interface ChangedRule {
	readonly title: string;
	readonly before: string | null;
	readonly after: string | null;
}

/** What differs between the rules of a board at two times, as they are said. */
export function changedRules(before: readonly RuleLine[], after: readonly RuleLine[]): ChangedRule[] {
	const text = (lines: readonly RuleLine[], title: string) =>
		lines
			.filter((line) => line.title === title)
			.map((line) => String(line.text))
			.join(' ') || null;
	const titles = [...new Set([...before, ...after].map(({ title }) => title))];
	return titles
		.map((title) => ({ title, before: text(before, title), after: text(after, title) }))
		.filter((rule) => rule.before !== rule.after);
}
