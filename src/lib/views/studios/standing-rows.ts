import { formatExact, formatNumber, formatShare } from '#lib/format/number.ts';
import type { Language } from '#lib/format/language.ts';
import type { SentenceFigure } from '#lib/components/sentence-figures.ts';
import { m } from '#lib/messages/generated/messages.js';
import type { TraceQuestion } from '#lib/state/tracing.svelte.ts';
import type { OutputField, Standing } from './studio-queries.ts';

/** Where a studio stands by one output, in words and as a length. */
export interface StandingRow {
	readonly field: OutputField;
	readonly title: string;
	readonly value: string;
	readonly median: string;
	/** 123 / 24,031, with 并列 where others have the same. */
	readonly rank: string;
	/** Share of the others of its kind that have less, 0–1. */
	readonly below: number;
	readonly belowText: string;
	/** How many of its kind state this output, its own among them; how many of them more, and how many less. */
	readonly known: number;
	readonly above: number;
	readonly less: number;
}

const titles: Readonly<Record<OutputField, () => string>> = {
	projects: m.studios_projects,
	patents: m.studios_patents,
	transferred: m.studios_transferred,
	economic_benefit: m.studios_benefit_yuan,
	trained: m.studios_trained
};

/** The outputs that the studio states; what it does not state has no place among the others. */
export function standingRows(standings: readonly Standing[]): StandingRow[] {
	return standings.flatMap(({ field, value, known, above, below, median }) => {
		if (value === null || known < 2) return [];
		const equal = known - above - below;
		const rank = above + 1;
		return [
			{
				field,
				title: titles[field](),
				value: formatExact(value),
				median: formatExact(median),
				rank: m.rank_of({
					rank: equal > 1 ? m.rank_tied({ rank: formatExact(rank) }) : formatExact(rank),
					count: formatExact(known)
				}),
				below: below / (known - 1),
				belowText: formatShare(below / (known - 1), 0),
				known,
				above,
				less: below
			}
		];
	});
}

/** An output as the sentence prints it. */
function printed({ field, value }: Standing, language: Language): string {
	const text = formatNumber(value, language);
	return field === 'economic_benefit' ? m.yuan({ amount: text }) : text;
}

/** The numbers of the outputs in the sentence, in its order. */
export function outputFigures(
	standings: readonly Standing[],
	language: Language,
	stated: (title: string, value: string, field: OutputField) => TraceQuestion
): SentenceFigure[] {
	return standings
		.filter(({ value }) => value !== null)
		.map((standing) => {
			const text = printed(standing, language);
			return { text, explain: () => stated(titles[standing.field](), text, standing.field) };
		});
}

/** Outputs that the studio states, for the sentence: 创新项目 8，专利 3. */
export function outputWords(standings: readonly Standing[], language: Language): string[] {
	return standings.flatMap((standing) => {
		const { field, value } = standing;
		if (value === null) return [];
		const title = field === 'economic_benefit' ? m.studios_benefit() : titles[field]();
		return [m.studios_output_part({ title, value: printed(standing, language) })];
	});
}
