import { periodTitle } from '#lib/dimensions/period.ts';
import { formatExact, formatShare } from '#lib/format/number.ts';
import { reportingOf } from '#lib/indicators/quality.ts';
import { m } from '#lib/messages/generated/messages.js';
import type { Member } from '../members.ts';
import type { Scope } from '../scope.ts';
import type { SentenceFigure } from '#lib/components/sentence-figures.ts';
import { countQuestion } from '../derived-question.ts';
import { sentence } from '../words.ts';
import { blankCount, reportQuestion, type AskedReports } from './report-questions.ts';
import { checkTitle, wrongKinds, type Check, type CheckKind, type SortedChecks } from './checks.ts';
import { stateText } from './matrix.ts';
import { datasetTitle } from './names.ts';
import { unitsIn, type DatasetReports } from './reports.ts';

/**
 * The sentence of the page: 2026年三季度汇总表，33 个省份中 31 个已报，未报贵州、青海，已报的没有空缺，合计不符 2 处，其他时期另有 17 处。
 * What it counts is of the period and wrong; the rest is told apart. Without a report of figures or without units that
 * owe one it says so.
 */
export function qualitySentence(
	scope: Scope,
	reports: readonly DatasetReports[],
	units: readonly Member[],
	blank: number | null,
	{ wrong: checks, elsewhere, explained }: SortedChecks
): string {
	const { language, reportingWords } = scope;
	const main = reports.find(({ register }) => !register) ?? null;
	const count = (kind: CheckKind) => checks.filter((check) => check.kind === kind).length;
	const wrong = [
		count('totals') > 0 && m.quality_lead_totals({ count: formatExact(count('totals')) }),
		count('sources') > 0 && m.quality_lead_sources({ count: formatExact(count('sources')) }),
		count('suspects') > 0 && m.quality_lead_suspects({ count: formatExact(count('suspects')) }),
		checks.length === 0 && (elsewhere.length > 0 ? m.quality_lead_clean_period() : m.quality_lead_clean()),
		elsewhere.length > 0 && m.quality_lead_elsewhere({ count: formatExact(elsewhere.length) }),
		explained.length > 0 && m.quality_lead_explained({ count: formatExact(explained.length) })
	];
	if (units.length === 0)
		return sentence(m.quality_lead_nobody({ place: scope.place.name, ...reportingWords }), ...wrong);
	if (!main)
		return sentence(m.quality_lead_no_figures({ period: periodTitle(scope.filters.period, language) }), ...wrong);
	const missing = unitsIn(main, units, 'missing');
	const { reported, expected } = reportingOf(units.length - missing.length, units.length);
	const names = missing
		.slice(0, 4)
		.map(({ short }) => short)
		.join(m.name_joint());
	return sentence(
		m.quality_lead_reported({
			period: periodTitle(main.shown, language),
			dataset: datasetTitle(main.dataset, language),
			reported,
			expected,
			noun: reportingWords.many
		}),
		missing.length > 4
			? m.quality_lead_missing_more({ names, count: missing.length })
			: missing.length > 0 && m.quality_lead_missing({ names }),
		blank !== null && (blank > 0 ? m.quality_lead_blank({ share: formatShare(blank) }) : m.quality_lead_no_blank()),
		...wrong
	);
}

/** The numbers of that sentence, in its order. */
export function qualityFigures(
	scope: Scope,
	reports: readonly DatasetReports[],
	units: readonly Member[],
	{ wrong: checks, elsewhere, explained }: SortedChecks,
	asked: AskedReports
): SentenceFigure[] {
	const { language } = scope;
	const main = units.length === 0 ? null : reports.find(({ register }) => !register);
	const about = (...names: readonly string[]) => [scope.place.name, ...names].join(' · ');
	const counted = (some: readonly Member[]): SentenceFigure[] =>
		main
			? [
					{
						text: String(some.length),
						explain: () =>
							countQuestion(
								about(datasetTitle(main.dataset, language), periodTitle(main.shown, language)),
								some.map((unit) => {
									const report = main.at(unit.key);
									return {
										label: unit.name,
										value: stateText(report, language),
										question: report.state === 'missing' ? null : reportQuestion(report, asked, scope)
									};
								})
							)
					}
				]
			: [];
	const counting = (title: string, some: readonly Check[]): SentenceFigure[] => {
		const question = () =>
			countQuestion(
				about(title),
				some.map((check) => ({
					label: [check.place, check.period ? periodTitle(check.period, language) : '', check.measure]
						.filter(Boolean)
						.join(' · '),
					value: formatExact(check.difference),
					question: check.questions[1]
				}))
			);
		return some.length === 0 ? [] : [{ text: formatExact(some.length), explain: question }];
	};
	const wrong = [
		...wrongKinds.flatMap((kind) =>
			counting(
				checkTitle(kind),
				checks.filter((check) => check.kind === kind)
			)
		),
		...counting(m.quality_elsewhere(), elsewhere),
		...counting(m.quality_explained(), explained)
	];
	const missing = main ? unitsIn(main, units, 'missing') : [];
	const [all, there] = [counted(units), counted(units.filter((unit) => !missing.includes(unit)))];
	const blank = blankCount(reports, units, asked, scope);
	return [...(language === 'zh' ? [...all, ...there] : [...there, ...all]), ...counted(missing), ...blank, ...wrong];
}
