import type { Indicator } from '#lib/indicators/indicator.ts';
import { m } from '#lib/messages/generated/messages.js';
import type { Figures } from '../figure.ts';
import { firstFinding } from '../findings.ts';
import { completenessOf, memberRows, rankRows, type MemberRow } from '../member-rows.ts';
import type { Scope } from '../scope.ts';
import { figureOver } from '../spans.ts';
import { trendDrawn } from '../trend-drawn.ts';
import { about } from '../whole-scope.ts';
import { inSentence, withUnit } from '../words.ts';
import {
	certificateCost,
	certified,
	degreeStudies,
	highCertifiedShare,
	highSkilled,
	mentoring,
	promoted,
	promotedEntrants,
	promotionRate,
	trainees
} from './measured.ts';
import { promotionFlow, promotionsFromRegister, promotionsFromResults } from './promotions.ts';
import { trainingFigures, trainingSentence } from './sentence.ts';
import { highRungs, kindSplits, levelSplits, peopleOf, ungraded, type TrainingSplit } from './splits.ts';

/** What the page asked for, and what the release answered; null is what the release has nothing of. */
export interface TrainingAnswers {
	readonly scope: Scope;
	/** Over time, at the page's place. */
	readonly place: Figures;
	readonly regions: Figures;
	/** Trainings by kind, and by skill level. */
	readonly kinds: Figures | null;
	readonly levels: Figures | null;
	/** Mentoring over time. */
	readonly pupils: Figures | null;
	/** Entrants promoted, by competition level and skill level. */
	readonly results: Figures | null;
	/** Promotions by competition level, as the competition register states them. */
	readonly promotions: Figures | null;
}

/** Everything that the page draws, from its answers alone. */
export function trainingDrawn({ scope, place, regions, kinds, levels, pupils, results, promotions }: TrainingAnswers) {
	const { language } = scope;
	const kindRows = kinds ? kindSplits(kinds, scope) : [];
	const withoutLevel = levels ? ungraded(levels, scope) : null;
	const highShare = valueAt(place, scope, highCertifiedShare);
	const reporting = (indicator: Indicator) => memberRows(scope.reporting, 'region', regions, scope, indicator);
	const skilled = about(scope, highSkilled);
	const cost = about(scope, certificateCost);
	const costRows = memberRows(cost.members, 'region', regions, cost);
	const owing = scope.place.key === scope.home.key ? reporting(trainees) : null;
	const counted = owing && completenessOf(owing, trainees);
	return {
		kindRows,
		kindTitle: kindTitle(kindRows, scope),
		levelRows: levels ? levelSplits(levels, scope) : [],
		levelTitle: levelTitle(valueAt(place, scope, certified), highShare, scope),
		levelNote:
			withoutLevel === null ? null : m.training_ungraded({ value: inSentence(withoutLevel, mentoring, language) }),
		divider: dividerOf(highShare, scope),
		skilledRows: memberRows(skilled.members, 'region', regions, skilled),
		skilledCompleteness: completenessOf(reporting(highSkilled), highSkilled),
		skilled: trendDrawn(place, skilled),
		/** By the indicator's id. */
		studies: new Map(degreeStudies.map((study) => [study.id, trendDrawn(place, scope, study)])),
		mentoring: pupils && trendDrawn(pupils, scope, mentoring),
		costRows,
		costTitle: costTitle(costRows, cost),
		promotion: promotionDrawn({ scope, place, results, promotions }),
		sentence: trainingSentence(scope, place, counted),
		figures: trainingFigures(scope, place, counted && owing)
	};
}

function valueAt(place: Figures, scope: Scope, indicator: Indicator): number | null {
	return figureOver(place, { region: scope.place.key }, scope.spans.current, indicator)?.value ?? null;
}

function kindTitle([first]: readonly TrainingSplit[], { language }: Scope): string {
	const people = peopleOf(first);
	return first && people !== null
		? m.training_kinds_title({ name: first.name, value: inSentence(people, mentoring, language) })
		: m.training_kinds_plain();
}

function levelTitle(people: number | null, highShare: number | null, { language }: Scope): string {
	return people === null || highShare === null
		? m.training_levels_plain()
		: m.training_levels_title({
				value: inSentence(people, certified, language),
				share: withUnit(highShare, highCertifiedShare, language)
			});
}

/** The line below 高级工 on the ladder of skill levels, and the share of certificates above it. */
export function dividerOf(highShare: number | null, { language }: Scope) {
	return {
		after: highRungs,
		text:
			highShare === null
				? m.training_high_rungs()
				: m.training_high_rungs_share({ share: withUnit(highShare, highCertifiedShare, language) })
	};
}

/** Less is better here, so that the first is the cheapest: said so rather than that it leads. */
function costTitle(rows: readonly MemberRow[], scope: Scope): string {
	const cheapest = rankRows(rows, certificateCost).filter(({ rank }) => rank === 1);
	const [first] = cheapest;
	return first && cheapest.length === 1
		? m.training_cost_title({ name: first.short, value: withUnit(first.value, certificateCost, scope.language) })
		: firstFinding(rows, null, scope);
}

/** What the panel of promotions shows. */
export type PromotionDrawn = ReturnType<typeof promotionDrawn>;

/** Promotions one by one where the release has them, else as the competition register states them. */
export function promotionDrawn({
	scope,
	place,
	results,
	promotions
}: Pick<TrainingAnswers, 'scope' | 'results' | 'promotions'> & { readonly place: Figures | null }) {
	const { language } = scope;
	const at = (indicator: Indicator) => place && valueAt(place, scope, indicator);
	const known = results ? promotionsFromResults(results, scope) : [];
	const stated = known.length === 0 && promotions ? promotionsFromRegister(promotions, scope) : [];
	const rows = known.length > 0 ? known : stated;
	const source = known.length > 0 ? promotedEntrants : promoted;
	const [total, inRegister, rate] = [at(source), at(promoted), at(promotionRate)];
	const titleOf = source === promotedEntrants ? m.training_promotion_title_results : m.training_promotion_title;
	const register = inRegister === null ? null : { value: inSentence(inRegister, promoted, language) };
	return {
		rows,
		/** The indicator that the rows split. */
		source,
		flow: promotionFlow(rows, scope),
		title: total === null ? m.training_promotion_plain() : titleOf({ value: withUnit(total, promoted, language) }),
		/** What the competition register states in all; null where it states nothing. */
		footnote:
			register &&
			(rate === null
				? m.training_promotion_register(register)
				: m.training_promotion_register_rate({ ...register, rate: withUnit(rate, promotionRate, language) }))
	};
}
