import { periodBounds } from '#lib/dimensions/period.ts';
import type { Language } from '#lib/format/language.ts';
import { formatNumber, formatShare } from '#lib/format/number.ts';
import { greenPace, lightTitles, yellowPace } from '#lib/indicators/target.ts';
import { m } from '#lib/messages/generated/messages.js';
import { listText } from '../../list-text.ts';
import { sentence } from '../../words.ts';
import { asPrinted, startsAtZero, timesText, type TargetRow } from '../../target-rows.ts';
import type { BriefingFacts } from '../facts.ts';
import type { Said, SentenceKind } from '../kind.ts';
import { capital, citedValue, namesText, valueText } from '../phrases.ts';
import { targetFigure, targetQuestion, type TargetAsked } from '../../target-questions.ts';
import { mostTargets } from '../thresholds.ts';

const points = (share: number) => formatShare(Math.abs(share)).slice(0, -1);

/** What a target aims at, with its place where that is another: 工作室; 闵行区技术能手. An id gives way to its title. */
function subjectOf({ aim, title, place }: TargetRow, { scope, language }: BriefingFacts): string {
	const name = /^[a-z_]+$/.test(title) ? (aim.indicator?.title[language] ?? title) : title;
	return place === scope.place.name ? name : m.briefing_place_and({ place, title: name });
}

/** Of the shares as they are printed, so that the sentence adds up. */
const gapOf = (pace: number, elapsed: number) => asPrinted(pace + elapsed) - asPrinted(elapsed);
/** How far from the time gone by, as the sentence prints it. */
const printedGap = (pace: number, elapsed: number) => m.briefing_points({ amount: points(gapOf(pace, elapsed)) });

/** How far, how fast: 时间进度35.0%，快于时间进度3.2个百分点; or why that is not said. A ceiling needs no pace to be kept. */
function paceClause(row: TargetRow): string | null {
	const { pace } = row;
	if (!pace) return null;
	if (pace.gap === 'not-begun') return m.briefing_target_not_begun();
	if (pace.light === 'none' && pace.gap === 'no-base') return m.briefing_target_no_start();
	if (pace.light === 'none' && pace.gap === 'no-first-year') return m.briefing_target_unrated();
	if (pace.light === 'none' && pace.gap === 'no-way') return m.briefing_target_no_way();
	if (pace.pace === null || pace.elapsed === null) return null;
	if (pace.light === 'none' && pace.gap === 'before-last-year')
		return m.briefing_target_before_last({ elapsed: formatShare(pace.elapsed) });
	// To have used less of a ceiling than of the time is not to lag behind.
	if (row.aim.target.direction === 'at-most' && startsAtZero(pace.indicator))
		return m.briefing_target_time({ elapsed: formatShare(pace.elapsed) });
	const gap = gapOf(pace.pace, pace.elapsed);
	const words = { elapsed: formatShare(pace.elapsed), points: points(gap) };
	if (Number(words.points) === 0) return m.briefing_target_level(words);
	if (gap > 0) return m.briefing_target_ahead(words);
	return row.light === 'green' ? m.briefing_target_behind_normal(words) : m.briefing_target_behind(words);
}

/** 完成年度目标的86.7%; of a level 为目标值的86.7%; a ceiling is kept or passed. */
function completionClause({ pace, aim }: TargetRow): string | null {
	if (!pace || pace.completion === null || pace.elapsed === 0) return null;
	const { startYear, endYear, direction } = aim.target;
	if (direction === 'at-most') return pace.reached ? m.briefing_target_kept() : m.briefing_target_passed();
	if (pace.reached && pace.completion >= 2)
		return m.briefing_target_times({ times: timesText(pace) ?? formatNumber(pace.completion, 'en', { digits: 1 }) });
	const share = formatShare(pace.completion);
	if (pace.reached) return m.briefing_target_reached({ share });
	if (pace.indicator.kind !== 'flow') return m.briefing_target_level_share({ share });
	return startYear === endYear ? m.briefing_target_yearly({ share }) : m.briefing_target_share({ share });
}

/** What the pace is worked out from, where that is not said already: the way from the start, or how much of a ceiling is used. */
function wayClause({ pace, aim, done }: TargetRow, language: Language): string | null {
	if (!pace || pace.pace === null || done === null) return null;
	const share = formatShare(done);
	if (startsAtZero(pace.indicator))
		return aim.target.direction === 'at-most' ? m.briefing_target_used({ share }) : null;
	const base = valueText(pace.base ?? 0, pace.indicator, language);
	return done < 0 ? m.briefing_target_back({ base, share }) : m.briefing_target_way({ base, share });
}

function targetSaid(row: TargetRow, facts: BriefingFacts): Said[] {
	const { language } = facts;
	const { pace, aim } = row;
	if (!pace || pace.value === null) return [];
	const value = valueText(pace.value, pace.indicator, language);
	const goal = valueText(aim.target.target, pace.indicator, language);
	const words = {
		title: subjectOf(row, facts),
		years: row.years,
		goal:
			aim.target.direction === 'at-most' ? m.briefing_at_most({ value: goal }) : m.briefing_at_least({ value: goal }),
		until: row.until,
		value: pace.provisional ? m.briefing_provisional({ text: value }) : value
	};
	const reached = pace.reached && aim.target.direction !== 'at-most';
	const text = sentence(
		capital(m.briefing_target(words)),
		completionClause(row),
		reached ? null : wayClause(row, language),
		reached ? null : paceClause(row)
	);
	const { yearStart } = facts.scope;
	const figure = targetFigure(row, yearStart);
	const asked = (what: TargetAsked) => targetQuestion(row, what, language, yearStart);
	const figures = [
		{ name: row.title, value: citedValue(pace.value, pace.indicator, language), question: figure },
		{ name: m.targets_goal(), value: row.goal },
		...(pace.base === null
			? []
			: [{ name: m.briefing_target_base(), value: citedValue(pace.base, pace.indicator, language) }]),
		{ name: m.targets_completion(), value: formatShare(pace.completion), question: asked('completion') },
		...(row.done === null || startsAtZero(pace.indicator)
			? []
			: [{ name: m.targets_way(), value: formatShare(row.done), question: asked('way') }]),
		{ name: m.targets_elapsed(), value: formatShare(pace.elapsed) }
	];
	const marks = [
		{ text: value, explain: () => figure },
		{ text: formatShare(pace.completion), explain: () => asked('completion') },
		...(row.done === null || startsAtZero(pace.indicator)
			? []
			: [{ text: formatShare(row.done), explain: () => asked('way') }]),
		...(pace.pace === null || pace.elapsed === null
			? []
			: [{ text: printedGap(pace.pace, pace.elapsed), explain: () => asked('pace') }])
	];
	return [{ text, figures, marks }];
}

function countSaid(facts: BriefingFacts): Said[] {
	const { targets, language } = facts;
	if (!targets || targets.length < 2) return [];
	const isCeiling = ({ aim }: TargetRow) => aim.target.direction === 'at-most';
	const isReached = (row: TargetRow) => row.pace?.reached === true && !isCeiling(row);
	const isRated = (row: TargetRow) => row.light !== 'none' && (isReached(row) || row.pace?.gap !== 'not-begun');
	const count = (test: (row: TargetRow) => boolean) => targets.filter(test).length;
	const reached = count(isReached);
	const onCourse = count((row) => isRated(row) && row.light === 'green' && !isReached(row));
	const isLate = (row: TargetRow) => isRated(row) && (row.light === 'yellow' || row.light === 'red');
	const behind = count((row) => isLate(row) && !isCeiling(row));
	const close = count((row) => isLate(row) && isCeiling(row));
	const waiting = count((row) => isLater(row, facts) && !isReached(row));
	const unrated = count((row) => !isRated(row) && !isLater(row, facts) && row.pace !== null);
	const untold = count((row) => !isLater(row, facts) && row.pace === null);
	const text = sentence(
		m.briefing_targets_count({ count: targets.length }),
		reached > 0 && m.briefing_targets_reached({ count: reached }),
		onCourse > 0 && m.briefing_targets_on_course({ count: onCourse }),
		behind > 0 && m.briefing_targets_behind({ count: behind }),
		close > 0 && m.briefing_targets_close({ count: close }),
		waiting > 0 && m.briefing_targets_waiting({ count: waiting }),
		unrated > 0 && m.briefing_targets_unrated({ count: unrated }),
		untold > 0 && m.briefing_targets_untold({ count: untold })
	);
	const figures = targets.map((row) => ({
		name: m.briefing_place_and({ place: row.place, title: row.title }),
		value: isRated(row) || row.pace === null ? row.lightTitle : lightTitles.none[language]
	}));
	return [{ text, figures }];
}

/** A target whose first year lies after the page's period. */
function isLater({ aim }: TargetRow, { scope }: BriefingFacts): boolean {
	const { startYear } = aim.target;
	return startYear !== null && periodBounds(`${startYear}`).start > periodBounds(scope.filters.period).end;
}

/** Each that has a figure, those behind first; of those beyond the most, which they are. */
function targetsSaid(facts: BriefingFacts): Said[] {
	const followed = (facts.targets ?? []).filter(({ pace }) => pace !== null);
	const [told, others] = [followed.slice(0, mostTargets), followed.slice(mostTargets)];
	const names = namesText(others.map((row) => subjectOf(row, facts)));
	const figures = others.map((row) => ({
		name: m.briefing_place_and({ place: row.place, title: row.title }),
		value: row.lightTitle
	}));
	return [
		...told.flatMap((row) => targetSaid(row, facts)),
		...(others.length === 0
			? []
			: [{ text: sentence(m.briefing_targets_others({ names, most: mostTargets })), figures }])
	];
}

function unknownSaid(facts: BriefingFacts): Said[] {
	const { targets } = facts;
	const unknown = (targets ?? []).filter(({ pace }) => pace === null);
	const names = (rows: readonly TargetRow[]) => listText(rows.map((row) => subjectOf(row, facts)));
	const told = (rows: readonly TargetRow[], say: (inputs: { names: string }) => string): Said[] =>
		rows.length === 0
			? []
			: [
					{
						text: sentence(say({ names: names(rows) })),
						figures: rows.map((row) => ({ name: row.title, value: row.reason ?? '' }))
					}
				];
	return [
		...told(
			unknown.filter((row) => isLater(row, facts)),
			m.briefing_targets_later
		),
		...told(
			unknown.filter((row) => !isLater(row, facts)),
			m.briefing_targets_unknown
		)
	];
}

/** Targets of the place and its parts, those behind first. */
export const targetKinds: readonly SentenceKind[] = [
	{
		id: 'targets-count',
		section: 'targets',
		rule: () => m.briefing_rule_targets_count({ green: points(greenPace), yellow: points(yellowPace) }),
		say: countSaid
	},
	{
		id: 'target',
		section: 'targets',
		rule: () => m.briefing_rule_target({ most: mostTargets }),
		say: targetsSaid
	},
	{ id: 'targets-unknown', section: 'targets', rule: m.briefing_rule_targets_unknown, say: unknownSaid }
];
