import type { SentenceFigure } from '#lib/components/sentence-figures.ts';
import { m } from '#lib/messages/generated/messages.js';
import { sentence } from '../../words.ts';
import type { BriefingFacts, Measured } from '../facts.ts';
import type { Said, SentenceKind } from '../kind.ts';
import { amountText, capital, cite, citedValue, clauseOf, wholeName } from '../phrases.ts';
import { aboveQuestion, gapMark, measuredMarks } from '../marks.ts';
import { mostRates } from '../thresholds.ts';
import { moveClauses } from './overview.ts';

/** Above or below the whole that the place is a part of; nothing where that is not known or not complete. */
function againstWhole(measured: Measured, facts: BriefingFacts): string | null {
	const { now, above, indicator } = measured;
	const { surroundings, scope, language } = facts;
	if (now?.value == null || above?.value == null || above.complete === false || now.complete === false) return null;
	const gap = now.value - above.value;
	const amount = amountText({ kind: 'difference', amount: gap, direction: 'same' }, indicator, language);
	const words = { whole: wholeName(surroundings.above?.name ?? scope.place.name, language), amount };
	if (Number.parseFloat(amount) === 0) return m.briefing_rate_level(words);
	return gap > 0 ? m.briefing_rate_above(words) : m.briefing_rate_below(words);
}

/** How far the place is from the whole. */
function apart(measured: Measured, facts: BriefingFacts): SentenceFigure[] {
	const { now, above, indicator, question } = measured;
	const { language } = facts;
	if (now?.value == null || above?.value == null || againstWhole(measured, facts) === null) return [];
	const text = amountText(
		{ kind: 'difference', amount: now.value - above.value, direction: 'same' },
		indicator,
		language
	);
	const whole = aboveQuestion(facts, indicator);
	const inputs = [
		{ label: question.subject, value: citedValue(now.value, indicator, language), question },
		{ label: whole.subject, value: citedValue(above.value, indicator, language), question: whole }
	];
	return [gapMark(text, [now.value, above.value], indicator, inputs, facts)];
}

function ratesSaid(facts: BriefingFacts): Said[] {
	const { rates, language } = facts;
	return rates.slice(0, mostRates).flatMap((measured) => {
		const value = measured.now?.value ?? null;
		if (value === null) return [];
		const clause = capital(clauseOf(measured, value, language));
		const text = sentence(
			measured.provisional ? m.briefing_provisional({ text: clause }) : clause,
			...moveClauses(measured, facts),
			againstWhole(measured, facts)
		);
		const above = measured.above
			? [
					{
						name: facts.surroundings.above?.name ?? facts.scope.place.name,
						value: citedValue(measured.above.value, measured.indicator, language),
						question: aboveQuestion(facts, measured.indicator)
					}
				]
			: [];
		return [
			{
				text,
				figures: [...cite(measured, language), ...above],
				marks: [...measuredMarks(measured, facts), ...apart(measured, facts)]
			}
		];
	});
}

/** Figures per 10,000 workers, so that large and small places can be compared. */
export const rateKinds: readonly SentenceKind[] = [
	{ id: 'rates', section: 'rates', rule: () => m.briefing_rule_rates({ most: mostRates }), say: ratesSaid }
];
