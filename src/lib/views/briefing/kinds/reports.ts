import type { SentenceFigure } from '#lib/components/sentence-figures.ts';
import { m } from '#lib/messages/generated/messages.js';
import type { Completeness } from '../../member-rows.ts';
import { shownPeriod } from '../../panel-facts.ts';
import { rowQuestion } from '../../trace-question.ts';
import { sentence } from '../../words.ts';
import type { BriefingFacts } from '../facts.ts';
import type { Said, SentenceKind } from '../kind.ts';
import { nameIn, namesText } from '../phrases.ts';
import { countMark, counted, memberInput } from '../marks.ts';
import { mostMissing } from '../thresholds.ts';

function reportsSaid(facts: BriefingFacts): Said[] {
	const { reports, lead, surroundings, language, scope } = facts;
	if (!reports || reports.expected === 0) return [];
	const words = {
		indicator: nameIn(lead.indicator, language),
		noun: surroundings.partWords.many,
		reported: reports.reported,
		expected: reports.expected
	};
	if (reports.reported === 0) {
		// What the place reported for itself stands; its parts are not there one by one.
		return [
			{
				text: sentence(
					lead.now?.value == null
						? m.briefing_reports_nobody(words)
						: m.briefing_reports_own({ ...words, place: scope.place.name })
				),
				figures: []
			}
		];
	}
	const partial = facts.parts.filter((row) => row.expected && row.provisional);
	const name = ({ name: long, short }: (typeof partial)[number]) => (language === 'en' ? short : long);
	const missing = reports.missing.map(name);
	return [
		{
			text: sentence(
				missing.length === 0 ? m.briefing_reports_all(words) : m.briefing_reports_some(words),
				missing.length > 0 && m.briefing_reports_missing({ names: namesText(missing, mostMissing) }),
				partial.length > 0 && m.briefing_reports_partial({ names: namesText(partial.map(name), mostMissing) })
			),
			figures: [
				...missing.map((one) => ({ name: one, value: m.state_missing() })),
				...partial.map((row) => ({
					name: name(row),
					value: partsText(row),
					question: rowQuestion(scope, row, lead.indicator)
				}))
			],
			marks: reportMarks(facts, reports)
		}
	];
}

/** How many owe a report and how many have reported, as the sentence prints them. */
function reportMarks(facts: BriefingFacts, { reported, expected }: Completeness): SentenceFigure[] {
	const { lead, parts, scope } = facts;
	const subject = [scope.place.name, lead.indicator.short[facts.language], shownPeriod(scope)].join(' · ');
	const owing = parts.filter((row) => row.expected).map((row) => memberInput(row, lead.indicator, facts));
	const there = owing.filter(({ question }) => question !== null);
	const unit = m.briefing_unit_member();
	const all = countMark(counted(expected, unit, facts), subject, owing);
	const some = countMark(counted(reported, unit, facts), subject, there);
	return facts.language === 'zh' ? [all, some] : [some, all];
}

function partsText({ figure }: BriefingFacts['parts'][number]): string {
	const [reported, expected] = [figure?.partsReported, figure?.partsExpected];
	return reported == null || expected == null
		? m.state_provisional()
		: m.state_provisional_parts({ reported, expected });
}

function blanksSaid({ blanks, language }: BriefingFacts): Said[] {
	if (blanks.length === 0) return [];
	const names = blanks.map(({ row }) => (language === 'en' ? row.short : row.name));
	return [
		{
			text: sentence(m.briefing_blanks({ names: namesText(names) })),
			figures: blanks.map(({ row, missing }) => ({
				name: row.name,
				value: missing.map(({ short }) => short[language]).join(m.name_joint())
			}))
		}
	];
}

function missingSaid({ main, language }: BriefingFacts): Said[] {
	const missing = main.filter(({ now }) => now?.value == null);
	if (missing.length === 0) return [];
	const names = missing.map(({ indicator }) => nameIn(indicator, language)).join(m.name_joint());
	return [{ text: sentence(m.briefing_missing({ names })), figures: [] }];
}

function provisionalSaid({ lead, main, rates, language }: BriefingFacts): Said[] {
	const open = [lead, ...main, ...rates].filter(({ provisional }) => provisional);
	if (open.length === 0) return [];
	const names = open.map(({ indicator }) => nameIn(indicator, language)).join(m.name_joint());
	return [
		{
			text: sentence(m.briefing_provisional_list({ names })),
			figures: open.map(({ indicator, now }) => ({
				name: indicator.title[language],
				value:
					now?.partsReported == null || now.partsExpected == null
						? m.state_provisional()
						: m.state_provisional_parts({ reported: now.partsReported, expected: now.partsExpected })
			}))
		}
	];
}

function differencesSaid({ differences }: BriefingFacts): Said[] {
	if (!differences) return [];
	const { totals, sources } = differences;
	if (totals + sources === 0) return [];
	return [
		{
			text: sentence(
				totals > 0 && m.briefing_differences_totals({ count: totals }),
				sources > 0 && m.briefing_differences_sources({ count: sources }),
				m.briefing_differences_where()
			),
			figures: []
		}
	];
}

/** Who has not reported, and what is therefore provisional. */
export const reportKinds: readonly SentenceKind[] = [
	{ id: 'reports', section: 'reports', rule: () => m.briefing_rule_reports({ most: mostMissing }), say: reportsSaid },
	{ id: 'blanks', section: 'reports', rule: m.briefing_rule_blanks, say: blanksSaid },
	{ id: 'missing', section: 'reports', rule: m.briefing_rule_missing, say: missingSaid },
	{ id: 'provisional', section: 'reports', rule: m.briefing_rule_provisional, say: provisionalSaid },
	{ id: 'differences', section: 'reports', rule: m.briefing_rule_differences, say: differencesSaid }
];
