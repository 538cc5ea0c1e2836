import { formatShare } from '#lib/format/number.ts';
import type { DerivedQuestion } from '#lib/state/tracing.svelte.ts';
import { m } from '#lib/messages/generated/messages.js';
import { shownPeriod } from '../../panel-facts.ts';
import { cellQuestion } from '../../trace-question.ts';
import { sentence } from '../../words.ts';
import type { BriefingFacts, Coverage } from '../facts.ts';
import type { Said, SentenceKind } from '../kind.ts';
import { capital, nameIn, namesText, subjectZh } from '../phrases.ts';
import { mostNamed } from '../thresholds.ts';

const nameOf = ({ names }: Coverage, code: string) => names.get(code) ?? code;

/** What there is an entry of: 举办竞赛, competitions held. */
function subject({ indicator }: Coverage, { language }: BriefingFacts): string {
	return language === 'zh' ? subjectZh(indicator) : nameIn(indicator, language);
}

function emptyIndustriesSaid(facts: BriefingFacts): Said[] {
	const { coverage, scope } = facts;
	if (!coverage || scope.filters.industry || coverage.emptyIndustries.length === 0) return [];
	const names = coverage.emptyIndustries.map((code) => nameOf(coverage, code));
	const said = names.length === 1 ? m.briefing_gap_industries_one : m.briefing_gap_industries;
	const text = said({
		indicator: subject(coverage, facts),
		all: coverage.industries,
		count: names.length,
		names: namesText(names)
	});
	return [
		{ text: sentence(capital(text)), figures: names.map((name) => ({ name, value: m.briefing_none_entered() })) }
	];
}

/** How the share of combinations with an entry came about; the empty ones are listed. */
function coveredQuestion(coverage: Coverage, { scope, language }: BriefingFacts): DerivedQuestion {
	const { indicator, covered, total, share, gaps } = coverage;
	return {
		derived: 'share',
		subject: [scope.place.name, indicator.short[language], shownPeriod(scope)].join(' · '),
		value: formatShare(share),
		numbers: { part: String(covered), whole: String(total) },
		inputs: gaps.map(({ region, industry }) => ({
			label: [nameOf(coverage, region), nameOf(coverage, industry)].join(' · '),
			value: m.briefing_none_entered(),
			question: cellQuestion(scope, region, industry, indicator)
		}))
	};
}

function cellsSaid(facts: BriefingFacts): Said[] {
	const { coverage, scope, surroundings } = facts;
	if (!coverage || scope.filters.industry || coverage.regions < 2 || coverage.industries < 2 || coverage.share === null)
		return [];
	const gaps = Map.groupBy(coverage.gaps, ({ region }) => region);
	const emptiest = [...gaps]
		.map(([region, cells]) => ({ name: nameOf(coverage, region), count: cells.length }))
		.toSorted((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
	const words = {
		indicator: subject(coverage, facts),
		noun: surroundings.partWords.many,
		total: coverage.total,
		covered: coverage.covered,
		share: formatShare(coverage.share)
	};
	const left = coverage.uncounted.length > 0 && m.briefing_coverage_left({ names: namesText(coverage.uncounted) });
	if (coverage.gaps.length === 0)
		return [{ text: sentence(capital(m.briefing_coverage_full(words)), left), figures: [] }];
	const first = emptiest.filter(({ count }) => count === emptiest[0]?.count);
	const most = emptiest[0]?.count ?? 0;
	return [
		{
			text: sentence(
				capital(m.briefing_coverage(words)),
				first.length < coverage.regions &&
					m.briefing_emptiest({ names: namesText(first.map(({ name }) => name)), count: most }),
				left
			),
			figures: emptiest.slice(0, 8).map(({ name, count }) => ({ name, value: m.briefing_empty_cells({ count }) })),
			marks: [{ text: words.share, explain: () => coveredQuestion(coverage, facts) }]
		}
	];
}

/** In an industry: which parts have nothing. */
function regionsSaid(facts: BriefingFacts): Said[] {
	const { coverage, scope, surroundings } = facts;
	if (!coverage || !scope.filters.industry || coverage.regions < 2 || coverage.emptyRegions.length === 0) return [];
	const names = coverage.emptyRegions.map((code) => nameOf(coverage, code));
	const said = names.length === 1 ? m.briefing_gap_regions_one : m.briefing_gap_regions;
	const text = said({
		indicator: subject(coverage, facts),
		all: coverage.regions,
		noun: surroundings.partWords.many,
		count: names.length,
		names: namesText(names)
	});
	return [
		{ text: sentence(capital(text)), figures: names.map((name) => ({ name, value: m.briefing_none_entered() })) }
	];
}

/** Where nothing is entered. */
export const coverageKinds: readonly SentenceKind[] = [
	{ id: 'coverage', section: 'coverage', rule: m.briefing_rule_coverage, say: cellsSaid },
	{
		id: 'gap-industries',
		section: 'coverage',
		rule: () => m.briefing_rule_gap({ most: mostNamed }),
		say: emptyIndustriesSaid
	},
	{ id: 'gap-regions', section: 'coverage', rule: () => m.briefing_rule_gap({ most: mostNamed }), say: regionsSaid }
];
