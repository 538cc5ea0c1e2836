import type { SentenceFigure } from '#lib/components/sentence-figures.ts';
import type { DerivedInput } from '#lib/state/tracing.svelte.ts';
import { formatShare } from '#lib/format/number.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';
import { m } from '#lib/messages/generated/messages.js';
import type { MemberRow } from '../../member-rows.ts';
import { isUnchanged } from '../../change.ts';
import { changeQuestion } from '../../derived-question.ts';
import { listText } from '../../list-text.ts';
import { shownPeriod } from '../../panel-facts.ts';
import { rowQuestion } from '../../trace-question.ts';
import { changeText, sentence, titleInSentence } from '../../words.ts';
import type { BriefingFacts, Measured } from '../facts.ts';
import type { Cited, Said, SentenceKind } from '../kind.ts';
import { amountText, againstOf, capital, citedValue, moveText, nameIn } from '../phrases.ts';
import { countMark, counted, movedInput, moveMarks } from '../marks.ts';
import { leastBase, leastMove, mostNamed } from '../thresholds.ts';

type Way = 'up' | 'down' | 'same';

function wayOf({ change }: Pick<MemberRow, 'change'>, indicator: Indicator): Way | null {
	if (!change) return null;
	return isUnchanged(change, indicator) ? 'same' : change.direction;
}

/** 6项上升、2项下降; all of one way: 全部上升. `unit` is the Chinese measure word. */
function countText(ways: readonly (Way | null)[], unit: string): string {
	const count = (way: Way) => ways.filter((one) => one === way).length;
	const [up, down, same] = [count('up'), count('down'), count('same')];
	if (up === ways.length) return m.briefing_all_up();
	if (down === ways.length) return m.briefing_all_down();
	if (same === ways.length) return m.briefing_all_same();
	return [
		...(up > 0 ? [m.briefing_count_up({ count: up, unit })] : []),
		...(down > 0 ? [m.briefing_count_down({ count: down, unit })] : []),
		...(same > 0 ? [m.briefing_count_same({ count: same, unit })] : [])
	].join(m.name_joint());
}

/** How many moved which way, each way as it is counted in the sentence. */
function countMarks<R>(
	moved: readonly R[],
	unit: string,
	input: (one: R) => DerivedInput,
	way: (one: R) => Way | null,
	facts: BriefingFacts
): SentenceFigure[] {
	return (['up', 'down', 'same'] as const).flatMap((which) => {
		const some = moved.filter((one) => way(one) === which);
		if (some.length === 0) return [];
		const subject = [facts.scope.place.name, shownPeriod(facts.scope)].join(' · ');
		return [countMark(counted(some.length, unit, facts), subject, some.map(input))];
	});
}

const againstWord = ({ scope }: BriefingFacts) =>
	againstOf(scope) === 'previous' ? m.briefing_word_previous() : m.briefing_word_year();

/** The rows whose move is large enough to be named and stands on a base that is, the largest first. */
function named(rows: readonly MemberRow[], way: 'up' | 'down', indicator: Indicator): MemberRow[] {
	const size = (row: MemberRow) => Math.abs(row.change?.amount ?? 0);
	const least = indicator.kind === 'ratio' ? (indicator.unit.en === '%' ? 1 : Infinity) : leastMove;
	return rows
		.filter((row) => wayOf(row, indicator) === way && size(row) >= least)
		.filter((row) => indicator.kind === 'ratio' || Math.abs(row.base ?? 0) >= leastBase)
		.toSorted((a, b) => size(b) - size(a) || (a.key < b.key ? -1 : 1))
		.slice(0, mostNamed);
}

function rowsCited(rows: readonly MemberRow[], indicator: Indicator, { scope, language }: BriefingFacts): Cited[] {
	return rows.map((row) => ({
		name: row.name,
		value: m.briefing_from_to({
			from: citedValue(row.base, indicator, language),
			to: citedValue(row.value, indicator, language)
		}),
		question: changeQuestion(rowQuestion(scope, row, indicator), row, scope)
	}));
}

/** One sentence of how many moved which way, and one each for the largest rises and falls. */
function membersSaid(rows: readonly MemberRow[], noun: string, facts: BriefingFacts): Said[] {
	const { lead, language } = facts;
	const { indicator } = lead;
	const ways = rows.map((row) => wayOf(row, indicator)).filter((way) => way !== null);
	if (ways.length < 2) return [];
	const withheld = rows.filter(({ remark }) => remark?.state === 'withheld').length;
	const opening = {
		indicator: titleInSentence(indicator.title[language], language),
		...{ noun, against: againstWord(facts), count: ways.length, counts: countText(ways, m.briefing_unit_member()) }
	};
	const alike = ways.every((way) => way === ways[0]);
	const counts: Said = {
		text: sentence(
			capital(alike ? m.briefing_members_alike(opening) : m.briefing_members_apart(opening)),
			rows.some(({ likeForLike }) => likeForLike) && m.briefing_moves_like_for_like(),
			withheld > 0 && m.briefing_moves_withheld({ count: withheld })
		),
		figures: [],
		marks: countMarks(
			rows,
			m.briefing_unit_member(),
			(row) => movedInput(row, indicator, facts),
			(row) => wayOf(row, indicator),
			facts
		)
	};
	const list = (some: readonly MemberRow[]) =>
		listText(
			some.map((row) =>
				m.briefing_name_with({
					name: language === 'en' ? row.short : row.name,
					text: row.change ? moveText(row.change, indicator, language) : ''
				})
			)
		);
	type Sentence = (inputs: { names: string }) => string;
	const told = (some: readonly MemberRow[], one: Sentence, several: Sentence): Said[] =>
		some.length === 0
			? []
			: [
					{
						text: sentence((some.length === 1 ? one : several)({ names: list(some) })),
						figures: rowsCited(some, indicator, facts),
						marks: moveMarks(some, indicator, facts)
					}
				];
	const [risers, fallers] = [named(rows, 'up', indicator), named(rows, 'down', indicator)];
	return [
		counts,
		...told(risers, m.briefing_riser, m.briefing_risers),
		...told(fallers, m.briefing_faller, m.briefing_fallers)
	];
}

function indicatorsSaid(facts: BriefingFacts): Said[] {
	const { lead, main, language } = facts;
	const all = [lead, ...main];
	const moved = all.filter(({ change }) => change !== null);
	if (moved.length < 3) return [];
	const relative = moved.filter(
		({ change, base }) => change?.kind === 'relative' && Math.abs(base?.value ?? 0) >= leastBase
	);
	const extreme = (way: 1 | -1): Measured | null => {
		const [first] = relative.toSorted((a, b) => way * ((b.change?.amount ?? 0) - (a.change?.amount ?? 0)));
		return first?.change && way * first.change.amount >= leastMove ? first : null;
	};
	const [rise, fall] = [extreme(1), extreme(-1)];
	const told = (measured: Measured | null) =>
		measured?.change && {
			indicator: nameIn(measured.indicator, language),
			move: moveText(measured.change, measured.indicator, language)
		};
	const words = {
		...{ against: againstWord(facts), all: all.length, count: moved.length },
		counts: countText(
			moved.map((measured) => wayOf(measured, measured.indicator)),
			m.briefing_unit_indicator()
		)
	};
	const [risen, fallen] = [told(rise), told(fall)];
	const text = sentence(
		capital(moved.length === all.length ? m.briefing_indicators_all(words) : m.briefing_indicators_some(words)),
		risen && m.briefing_largest_rise(risen),
		fallen && m.briefing_largest_fall(fallen),
		moved.some(({ likeForLike }) => likeForLike) && m.briefing_moves_like_for_like()
	);
	const moveOf = (one: Measured) =>
		changeQuestion(one.question, { ...one, value: one.now?.value ?? null, base: one.base?.value ?? null }, facts.scope);
	const figures = moved.map((one) => ({
		name: one.indicator.title[language],
		value: m.briefing_from_to({
			from: citedValue(one.base?.value, one.indicator, language),
			to: citedValue(one.now?.value, one.indicator, language)
		}),
		question: moveOf(one)
	}));
	const marks = [
		...countMarks(
			moved,
			m.briefing_unit_indicator(),
			(one) => ({
				label: one.indicator.title[language],
				value: one.change ? changeText(one.change, one.indicator, language) : '',
				question: moveOf(one)
			}),
			(one) => wayOf(one, one.indicator),
			facts
		),
		...[rise, fall].flatMap((one) =>
			one?.change ? [{ text: amountText(one.change, one.indicator, language), explain: () => moveOf(one) }] : []
		)
	];
	return [{ text, figures, marks }];
}

const thresholds = () => ({ move: formatShare(leastMove, 0), base: leastBase, most: mostNamed });

/** What moved, by indicator, by part and by industry. */
export const moveKinds: readonly SentenceKind[] = [
	{
		id: 'moves-indicators',
		section: 'moves',
		rule: () => m.briefing_rule_moves_indicators(thresholds()),
		say: indicatorsSaid
	},
	{
		id: 'moves-parts',
		section: 'moves',
		rule: () => m.briefing_rule_moves_members(thresholds()),
		say: (facts) => membersSaid(facts.parts, facts.surroundings.partWords.many, facts)
	},
	{
		id: 'moves-industries',
		section: 'moves',
		rule: () => m.briefing_rule_moves_members(thresholds()),
		say: (facts) =>
			membersSaid(
				facts.industries,
				facts.scope.filters.industry ? m.briefing_divisions() : m.briefing_sections(),
				facts
			)
	}
];
