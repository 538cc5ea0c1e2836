import type { Language } from '#lib/format/language.ts';
import { m } from '#lib/messages/generated/messages.js';
import type { BriefingFacts } from './facts.ts';
import { sections, type Said, type SectionId, type SentenceKind } from './kind.ts';
import { coverageKinds } from './kinds/coverage.ts';
import { moveKinds } from './kinds/moves.ts';
import { overviewKinds } from './kinds/overview.ts';
import { rateKinds } from './kinds/rates.ts';
import { reportKinds } from './kinds/reports.ts';
import { standingKinds } from './kinds/standing.ts';
import { targetKinds } from './kinds/targets.ts';

/** Every kind of sentence that a briefing knows, in the order in which it says them. Nothing else is ever said. */
export const sentenceKinds: readonly SentenceKind[] = [
	...overviewKinds,
	...moveKinds,
	...standingKinds,
	...rateKinds,
	...targetKinds,
	...coverageKinds,
	...reportKinds
];

/** A sentence with the rule that it was made by. */
export interface BriefingSentence extends Said {
	readonly key: string;
	readonly kind: string;
	readonly rule: string;
}

/** A part of a briefing with what it says. */
export interface BriefingSection {
	readonly id: SectionId;
	readonly title: string;
	readonly sentences: readonly BriefingSentence[];
}

const titles: Readonly<Record<SectionId, () => string>> = {
	overview: m.briefing_section_overview,
	moves: m.briefing_section_moves,
	standing: m.briefing_section_standing,
	rates: m.briefing_section_rates,
	targets: m.briefing_section_targets,
	coverage: m.briefing_section_coverage,
	reports: m.briefing_section_reports
};

/** The briefing that the facts give: parts without a sentence are left out. */
export function briefingOf(facts: BriefingFacts): BriefingSection[] {
	return sections.flatMap((id) => {
		const sentences = sentenceKinds
			.filter(({ section }) => section === id)
			.flatMap((kind) =>
				kind.say(facts).map((said, index) => ({
					...said,
					key: `${kind.id}-${index}`,
					kind: kind.id,
					rule: kind.rule()
				}))
			);
		return sentences.length === 0 ? [] : [{ id, title: titles[id](), sentences }];
	});
}

const numerals = '一二三四五六七八九';

/** A part's heading with its number: 一、总体情况; 1. Overview. */
export function headingText(title: string, index: number, language: Language): string {
	return language === 'zh' ? `${numerals[index] ?? index + 1}、${title}` : `${index + 1}. ${title}`;
}

/** The briefing as plain text, as it is pasted into a letter: title, parts, a line each. */
export function briefingText(
	title: string,
	parts: readonly BriefingSection[],
	note: string,
	language: Language
): string {
	const lines = parts.flatMap((part, index) => [
		headingText(part.title, index, language),
		part.sentences.map(({ text }) => text).join(language === 'en' ? ' ' : '')
	]);
	return [title, ...lines, note].join('\n');
}
