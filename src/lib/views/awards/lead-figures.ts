import type { SentenceFigure } from '#lib/components/sentence-figures.ts';
import type { Language } from '#lib/format/language.ts';
import { shownName } from '#lib/leaderboard/names.ts';
import type { BoardRules } from '#lib/leaderboard/rules.ts';
import { m } from '#lib/messages/generated/messages.js';
import type { DerivedInput } from '#lib/state/tracing.svelte.ts';
import { quotaText } from '../board-words.ts';
import { countQuestion } from '../derived-question.ts';
import { winnersOf, type AwardGroup } from './award-list.ts';

/** The numbers of the sentence that opens an award list, in the order of the Chinese one: who won, groups, tiers. */
export function awardFigures(groups: readonly AwardGroup[], rules: BoardRules, language: Language): SentenceFigure[] {
	const winners = (): DerivedInput[] =>
		groups.flatMap(({ key, tiers }) =>
			tiers.flatMap(({ tier, rows }) =>
				rows.map(({ entry, rank }) => ({
					label: [shownName(rules, entry), key].filter(Boolean).join(' · '),
					value: tier ? tier.label[language] : m.reveal_place({ rank: rank ?? 0 }),
					question: null
				}))
			)
		);
	const heldIn = (id: string) =>
		groups.reduce((sum, { tiers }) => sum + (tiers.find(({ tier }) => tier?.id === id)?.rows.length ?? 0), 0);
	const of = (count: number, title: string, inputs: () => DerivedInput[]): SentenceFigure => ({
		text: String(count),
		explain: () => countQuestion(title, inputs())
	});
	const groupFigure = of(groups.length, m.awards_trace_groups(), () =>
		groups.map((group) => ({ label: group.key, value: String(winnersOf([group])), question: null }))
	);
	const tierFigure = of(rules.tiers.length, m.awards_trace_tiers(), () =>
		rules.tiers.map((tier) => ({
			label: tier.label[language],
			value: m.awards_trace_tier_places({ quota: quotaText(tier), count: heldIn(tier.id) }),
			question: null
		}))
	);
	// A number is found where the sentence says it first: groups come before tiers in Chinese and after them in English.
	const others = language === 'zh' ? [groupFigure, tierFigure] : [tierFigure, groupFigure];
	return [
		of(winnersOf(groups), m.awards_trace_winners(), winners),
		...(rules.tiers.length === 0 ? [] : groups.length > 1 ? others : [tierFigure])
	];
}
