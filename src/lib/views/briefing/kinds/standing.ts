import { formatShare } from '#lib/format/number.ts';
import { balanceOf } from '#lib/indicators/balance.ts';
import { shareOfTotal } from '#lib/indicators/compare.ts';
import { m } from '#lib/messages/generated/messages.js';
import { whereOf } from '../../lead.ts';
import { listText } from '../../list-text.ts';
import { rankRows } from '../../member-rows.ts';
import { rowQuestion } from '../../trace-question.ts';
import { sentence } from '../../words.ts';
import type { BriefingFacts, Measured, Standing } from '../facts.ts';
import type { Cited, Said, SentenceKind } from '../kind.ts';
import { amountText, capital, citedValue, nameIn, ordinal, valueText, wholeName } from '../phrases.ts';
import { gapMark, memberInput, rankMarks, togetherMark, valueMarks } from '../marks.ts';
import { edgeShare, leastPeers, mostNamed } from '../thresholds.ts';

/** 第3位, 并列第3位; 3rd, tied for 3rd. */
function placeText({ rank, tied }: Standing, facts: BriefingFacts): string {
	const place = { rank: ordinal(rank, facts.language) };
	return tied ? m.briefing_place_tied(place) : m.briefing_place(place);
}

function peersNoun({ surroundings, scope }: BriefingFacts): string {
	if (surroundings.industryPeers.length === 0) return surroundings.peerWords.many;
	return scope.filters.industry && scope.filters.industry.length > 1 ? m.briefing_divisions() : m.briefing_sections();
}

function standingCited(measured: Measured, facts: BriefingFacts): Cited {
	const { indicator, standing } = measured;
	const { language } = facts;
	const place = standing ? `${placeText(standing, facts)} / ${standing.ranked}` : '';
	const [mark] = rankMarks(measured, facts);
	return { name: indicator.title[language], value: place, question: mark?.explain() ?? null };
}

function rankSaid(facts: BriefingFacts): Said[] {
	const { lead, surroundings, scope, language } = facts;
	const { standing } = lead;
	if (!standing || standing.ranked < leastPeers) return [];
	const words = {
		indicator: nameIn(lead.indicator, language),
		whole: wholeName(surroundings.above?.name ?? scope.place.name, language),
		place: placeText(standing, facts),
		count: standing.ranked,
		noun: peersNoun(facts)
	};
	const text = capital(
		surroundings.industryPeers.length > 0 ? m.briefing_rank_industry(words) : m.briefing_rank(words)
	);
	return [
		{
			text: sentence(text, standing.provisional && m.briefing_rank_provisional()),
			figures: [
				standingCited(lead, facts),
				...(lead.now
					? [
							{
								name: lead.indicator.title[language],
								value: citedValue(lead.now.value, lead.indicator, language),
								question: lead.question
							}
						]
					: [])
			],
			marks: rankMarks(lead, facts)
		}
	];
}

/** Indicators in which the place is within the first, or the last, third of its peers. */
function edgeSaid(facts: BriefingFacts): Said[] {
	const { language } = facts;
	const ranked = facts.main.filter(
		({ standing, indicator }) => standing && standing.ranked >= leastPeers && indicator.direction !== 'neutral'
	);
	const edge = (front: boolean) =>
		ranked
			.filter(({ standing }) => {
				if (!standing) return false;
				const { rank, ranked: all } = standing;
				return front ? rank <= all * edgeShare : rank > all * (1 - edgeShare);
			})
			.toSorted((a, b) => (a.standing?.rank ?? 0) - (b.standing?.rank ?? 0));
	const placed = (standing: Standing) =>
		standing.provisional
			? m.briefing_provisional_short({ text: placeText(standing, facts) })
			: placeText(standing, facts);
	const list = (some: readonly Measured[]) =>
		listText(
			some.map(({ indicator, standing }) =>
				m.briefing_name_with({ name: nameIn(indicator, language), text: standing ? placed(standing) : '' })
			)
		);
	const place = whereOf(facts.scope);
	const [front, behind] = [edge(true), edge(false)];
	return [
		...(front.length > 0
			? [
					{
						text: sentence(capital(m.briefing_front({ place, names: list(front) }))),
						figures: front.map((one) => standingCited(one, facts)),
						marks: front.flatMap((one) => rankMarks(one, facts))
					}
				]
			: []),
		...(behind.length > 0
			? [
					{
						text: sentence(capital(m.briefing_behind({ place, names: list(behind) }))),
						figures: behind.map((one) => standingCited(one, facts)),
						marks: behind.flatMap((one) => rankMarks(one, facts))
					}
				]
			: [])
	];
}

/** The first of the parts by the lead, with what they come to together. */
function leadersSaid(facts: BriefingFacts): Said[] {
	const { lead, parts, surroundings, language } = facts;
	const { indicator } = lead;
	const order = rankRows(parts, indicator).filter(({ rank }) => rank !== null);
	const first = order.filter(({ rank }) => rank !== null && rank <= mostNamed);
	// With more than twice as many sharing the first ranks, naming some would be unjust to the others.
	if (order.length < leastPeers || first.length > 2 * mostNamed) return [];
	const names = listText(
		first.map((row) => {
			const value = valueText(row.value ?? 0, indicator, language);
			const tied = row.tied ? m.briefing_place_tied({ rank: ordinal(row.rank ?? 0, language) }) : null;
			return m.briefing_name_with({
				name: language === 'en' ? row.short : row.name,
				text: tied ? [value, tied].join(m.sentence_comma()) : value
			});
		})
	);
	const whole = lead.provisional ? null : (lead.now?.value ?? null);
	const sum = first.reduce((total, row) => total + (row.value ?? 0), 0);
	const share = shareOfTotal(indicator, sum, whole);
	const owed = indicator.numerator.source === 'cell' && !facts.scope.filters.industry;
	const provisional = parts.some((row) => row.provisional || (owed && row.expected && row.value === null));
	const opening = indicator.direction === 'lower' ? m.briefing_leaders_least : m.briefing_leaders;
	return [
		{
			text: sentence(
				opening({ indicator: nameIn(indicator, language), noun: surroundings.partWords.many, names }),
				share !== null && first.length > 1 && m.briefing_leaders_share({ share: formatShare(share) }),
				provisional && m.briefing_rank_provisional()
			),
			figures: [
				...first.map((row) => ({
					name: row.name,
					value: citedValue(row.value, indicator, language),
					question: rowQuestion(facts.scope, row, indicator)
				})),
				{
					name: facts.scope.place.name,
					value: citedValue(lead.now?.value, indicator, language),
					question: lead.now ? lead.question : null
				}
			],
			marks: [
				...valueMarks(first, indicator, facts),
				...(share !== null && whole !== null ? [togetherMark(share, first, whole, facts)] : [])
			]
		}
	];
}

/** How far apart the parts are in the first rate in per cent. */
function spreadSaid(facts: BriefingFacts): Said[] {
	const { partRates, language } = facts;
	if (!partRates) return [];
	const { indicator, rows } = partRates;
	const known = rows.filter((row) => row.value !== null && !row.provisional);
	const balance = balanceOf(known.map(({ value }) => value));
	const order = known.toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0));
	const [highest, lowest] = [order[0], order.at(-1)];
	if (!balance || balance.count < leastPeers || !highest || !lowest || highest.value === lowest.value) return [];
	const name = ({ short, name: long }: typeof highest) => (language === 'en' ? short : long);
	// Of the values as they are printed, so that the sentence adds up.
	const round = (value: number | null) => Number((value ?? 0).toFixed(indicator.digits));
	const gap = round(highest.value) - round(lowest.value);
	const apart = amountText({ kind: 'difference', amount: gap, direction: 'up' }, indicator, language);
	const text = m.briefing_spread({
		indicator: nameIn(indicator, language),
		noun: facts.surroundings.partWords.many,
		highest: name(highest),
		most: valueText(highest.value ?? 0, indicator, language),
		lowest: name(lowest),
		least: valueText(lowest.value ?? 0, indicator, language),
		gap: apart
	});
	return [
		{
			text: sentence(capital(text)),
			figures: [highest, lowest].map((row) => ({
				name: row.name,
				value: citedValue(row.value, indicator, language),
				question: rowQuestion(facts.scope, row, indicator)
			})),
			marks: [
				...valueMarks([highest, lowest], indicator, facts),
				gapMark(
					apart,
					[highest.value ?? 0, lowest.value ?? 0],
					indicator,
					[highest, lowest].map((row) => memberInput(row, indicator, facts)),
					facts
				)
			]
		}
	];
}

/** Where the place stands, and who is in front within it. */
export const standingKinds: readonly SentenceKind[] = [
	{ id: 'rank', section: 'standing', rule: () => m.briefing_rule_rank({ count: leastPeers }), say: rankSaid },
	{ id: 'edge', section: 'standing', rule: () => m.briefing_rule_edge({ count: leastPeers }), say: edgeSaid },
	{
		id: 'leaders',
		section: 'standing',
		rule: () => m.briefing_rule_leaders({ most: mostNamed, count: leastPeers }),
		say: leadersSaid
	},
	{ id: 'spread', section: 'standing', rule: () => m.briefing_rule_spread({ count: leastPeers }), say: spreadSaid }
];
