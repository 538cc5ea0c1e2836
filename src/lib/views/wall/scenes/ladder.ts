import { m } from '#lib/messages/generated/messages.js';
import type { Indicator } from '#lib/indicators/indicator.ts';
import { together } from '#lib/query/together.ts';
import type { LadderStep } from '#lib/charts/ladder.ts';
import { whereOf } from '../../lead.ts';
import { completenessOf, memberRows } from '../../member-rows.ts';
import { shownPeriod } from '../../panel-facts.ts';
import { askMembers, askSplit, askTrail } from '../../questions.ts';
import { figureOver } from '../../spans.ts';
import type { Figures } from '../../figure.ts';
import type { Scope } from '../../scope.ts';
import {
	attendances,
	certificationRate,
	certified,
	highCertifiedShare,
	highSkilled,
	splitMeasures,
	trainees
} from '../../training/measured.ts';
import { highRungs, ladderHeads, ladderSteps, levelSplits } from '../../training/splits.ts';
import { wholeScope } from '../../whole-scope.ts';
import { inSentence, titleWithUnit, withUnit } from '../../words.ts';
import { sceneScope, type SceneKind } from '../scene.ts';
import { memberBars, type BarList } from './bar-list.ts';
import LadderScene from './LadderScene.svelte';
import { sideFigures, type SideFigure } from './side-figures.ts';

/** The ladder of skill levels, the highest first. */
export interface Rungs {
	readonly title: string;
	readonly steps: readonly LadderStep[];
	readonly heads: readonly string[];
	/** Between the high rungs and the others: after how many, and what is said there. */
	readonly divider: { readonly after: number; readonly text: string };
}

/** 技能培训: figures that stay, the ladder, and the share of highly skilled workers. */
export interface LadderData {
	readonly about: string;
	readonly figures: readonly SideFigure[];
	/** One after the other. */
	readonly pictures: readonly (Rungs | BarList)[];
}

/** 八级: who trains for which level and how many got there; where workers are highly skilled. */
export const ladder: SceneKind<LadderData> = {
	ask(entry, context) {
		const asked = sceneScope(entry, context);
		const known = (some: readonly Indicator[]) =>
			some.filter((one) => context.indicators.some(({ id }) => id === one.id));
		const main = known([trainees, attendances]).slice(0, 1);
		const shown = known([highSkilled, ...main, certified, certificationRate]);
		if (!asked || shown.length === 0) return null;
		const scope = wholeScope(asked);
		return together(
			{ scope, shown },
			{
				place: askTrail(scope, known([...shown, highCertifiedShare])),
				regions: known([highSkilled]).length > 0 ? askMembers(scope, [highSkilled]) : null,
				levels: known([attendances]).length > 0 ? askSplit(scope, splitMeasures, ['skill_level']) : null
			},
			({ place, regions, levels }) => ({
				about: [m.training_title(), whereOf(scope), shownPeriod(scope)].join(' · '),
				figures: sideFigures(shown, scope, place),
				pictures: [levels && rungsOf(scope, levels, place), regions && skilledList(scope, regions)].filter(
					(picture) => picture !== null
				)
			})
		);
	},
	shows: ({ figures, pictures }) => figures.length > 0 && pictures.length > 0,
	headline: ({ about, pictures }, _context, step) => ({ title: pictures[step % pictures.length]?.title ?? '', about }),
	steps: ({ pictures }) => pictures.length,
	path: () => '/training',
	component: LadderScene
};

function rungsOf(scope: Scope, levels: Figures, place: Figures): Rungs | null {
	const { language } = scope;
	const rows = levelSplits(levels, scope);
	if (rows.every(({ values }) => values.every((value) => value === null))) return null;
	const at = (indicator: Indicator) =>
		figureOver(place, { region: scope.place.key }, scope.spans.current, indicator)?.value ?? null;
	const [people, share] = [at(certified), at(highCertifiedShare)];
	return {
		title:
			people === null || share === null
				? m.training_levels_plain()
				: m.training_levels_title({
						value: inSentence(people, certified, language),
						share: withUnit(share, highCertifiedShare, language)
					}),
		steps: ladderSteps(rows, null, scope),
		heads: ladderHeads(),
		divider: { after: highRungs, text: m.training_high_rungs() }
	};
}

function skilledList(scope: Scope, regions: Figures): BarList | null {
	const { language } = scope;
	const rows = memberBars(memberRows(scope.members, 'region', regions, scope, highSkilled), highSkilled, scope);
	const [first, second] = rows;
	if (first?.value == null || second?.value == null) return null;
	const reported = completenessOf(memberRows(scope.reporting, 'region', regions, scope, highSkilled), highSkilled);
	const title = m.wall_studios_first({
		name: first.name,
		title: language === 'en' ? highSkilled.title.en : highSkilled.short.zh,
		value: inSentence(first.value, highSkilled, language)
	});
	const told = reported && reported.expected > 1 ? m.boards_reported(reported) : '';
	return { title, head: [titleWithUnit(highSkilled, language), told].filter(Boolean).join(' · '), rows };
}
