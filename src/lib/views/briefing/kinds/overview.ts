import { formatShare } from '#lib/format/number.ts';
import { m } from '#lib/messages/generated/messages.js';
import { guardedChange, remarkText } from '../../change.ts';
import { whereOf } from '../../lead.ts';
import { periodQuestion } from '../../trace-question.ts';
import { sentence } from '../../words.ts';
import type { BriefingFacts, Measured } from '../facts.ts';
import type { Said, SentenceKind } from '../kind.ts';
import {
	againstOf,
	capital,
	citedValue,
	cite,
	clauseOf,
	comparedText,
	nameIn,
	whenText,
	wholeName
} from '../phrases.ts';
import { shareQuestion } from '../../derived-question.ts';
import { aboveQuestion, measuredMarks } from '../marks.ts';
import { leastBase, leastPeriods } from '../thresholds.ts';

/** How a figure moved, or why that is not said; nothing where nothing is compared. */
export function moveClauses(measured: Measured, facts: BriefingFacts): (string | null)[] {
	const { change, now, base } = measured;
	const { scope, language } = facts;
	if (scope.spans.base.length === 0 || now?.value == null || facts.baseless) return [];
	if (measured.remark?.state === 'withheld') return [measured.remark.reason[language]];
	if (!change) {
		// A rise from 0 is no percentage: what it was is said instead.
		if (base?.value != null) return [m.briefing_base_zero()];
		return [againstOf(scope) === 'previous' ? m.briefing_no_base_previous() : m.briefing_no_base_year()];
	}
	const compared = comparedText(measured, scope);
	const remark = remarkText(measured, now, language);
	if (measured.likeForLike)
		return measured === facts.lead ? [compared, remark] : [m.briefing_like_for_like({ text: compared })];
	return [remark ? m.briefing_tentative({ text: compared }) : compared];
}

function valueClause(measured: Measured, value: number, facts: BriefingFacts, where: string | null = null): string {
	const clause = clauseOf(measured, value, facts.language, where);
	return measured.provisional ? m.briefing_provisional({ text: clause }) : clause;
}

function leadSaid(facts: BriefingFacts): Said[] {
	const { lead, scope, language } = facts;
	const value = lead.now?.value ?? null;
	const [when, where] = [whenText(scope), whereOf(scope)];
	const text =
		value === null
			? m.briefing_lead_missing({ when, where, indicator: nameIn(lead.indicator, language) })
			: m.briefing_lead({ when, clause: valueClause(lead, value, facts, where) });
	return [
		{
			text: sentence(capital(text), ...moveClauses(lead, facts)),
			figures: cite(lead, language),
			marks: measuredMarks(lead, facts)
		}
	];
}

/** A figure above or below all others of the trend, none of which differs in what it covers. */
function recordOf({ indicator, trail }: Measured): { way: 'highest' | 'lowest'; count: number } | null {
	const [now, ...before] = trail.toReversed();
	const known = before.filter(({ figure }) => figure?.value != null);
	const value = now?.figure?.value ?? null;
	if (!now?.figure || value === null || known.length + 1 < leastPeriods) return null;
	const { figure, period } = now;
	const apart = known.some(
		(other) =>
			guardedChange(indicator, figure, other.figure, { current: [period], base: [other.period] }).remark?.state ===
			'withheld'
	);
	if (apart) return null;
	const count = known.length + 1;
	if (known.every((other) => (other.figure?.value ?? value) < value)) return { way: 'highest', count };
	if (known.every((other) => (other.figure?.value ?? value) > value)) return { way: 'lowest', count };
	return null;
}

function recordSaid({ lead, scope, language }: BriefingFacts): Said[] {
	const record = scope.spans.current.length === 1 && !lead.provisional ? recordOf(lead) : null;
	if (!record) return [];
	const words = { indicator: nameIn(lead.indicator, language), count: record.count };
	const text = record.way === 'highest' ? m.briefing_record_high(words) : m.briefing_record_low(words);
	const figures = lead.trail.flatMap(({ period, figure }) =>
		figure?.value == null
			? []
			: [
					{
						name: period,
						value: citedValue(figure.value, lead.indicator, language),
						question: periodQuestion(scope, period, lead.indicator)
					}
				]
	);
	return [{ text: sentence(capital(text)), figures }];
}

function shareSaid(facts: BriefingFacts): Said[] {
	const { lead, surroundings, scope, language } = facts;
	if (lead.share === null || lead.provisional) return [];
	const whole = surroundings.above?.name ?? scope.place.name;
	const text = m.briefing_share({
		indicator: nameIn(lead.indicator, language),
		whole: wholeName(whole, language),
		share: formatShare(lead.share)
	});
	const above = aboveQuestion(facts, lead.indicator);
	const figures = [
		{
			name: lead.indicator.title[language],
			value: citedValue(lead.now?.value, lead.indicator, language),
			question: lead.question
		},
		{ name: whole, value: citedValue(lead.above?.value, lead.indicator, language), question: above }
	];
	const parts = { question: lead.question, value: lead.now?.value ?? null };
	const wholly = { question: above, value: lead.above?.value ?? null };
	const marks = [{ text: formatShare(lead.share), explain: () => shareQuestion(parts, wholly, scope) }];
	return [{ text: sentence(capital(text)), figures, marks }];
}

function mainSaid(facts: BriefingFacts): Said[] {
	return facts.main.flatMap((measured) => {
		const value = measured.now?.value ?? null;
		if (value === null) return [];
		const text = sentence(capital(valueClause(measured, value, facts)), ...moveClauses(measured, facts));
		return [{ text, figures: cite(measured, facts.language), marks: measuredMarks(measured, facts) }];
	});
}

function baselessSaid({ baseless, scope, lead, main }: BriefingFacts): Said[] {
	const some = [lead, ...main].some(({ now }) => now?.value != null);
	if (!baseless || !some || scope.spans.base.length === 0) return [];
	const text = againstOf(scope) === 'previous' ? m.briefing_baseless_previous() : m.briefing_baseless_year();
	return [{ text: sentence(text), figures: [] }];
}

/** What the page's period is, at its place. */
export const overviewKinds: readonly SentenceKind[] = [
	{ id: 'lead', section: 'overview', rule: m.briefing_rule_lead, say: leadSaid },
	{ id: 'share', section: 'overview', rule: m.briefing_rule_share, say: shareSaid },
	{ id: 'record', section: 'overview', rule: () => m.briefing_rule_record({ count: leastPeriods }), say: recordSaid },
	{ id: 'main', section: 'overview', rule: () => m.briefing_rule_main({ base: leastBase }), say: mainSaid },
	{ id: 'baseless', section: 'overview', rule: m.briefing_rule_baseless, say: baselessSaid }
];
