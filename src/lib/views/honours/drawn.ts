import type { Indicator } from '#lib/indicators/indicator.ts';
import { m } from '#lib/messages/generated/messages.js';
import type { Figures } from '../figure.ts';
import { firstFinding } from '../findings.ts';
import { memberRows } from '../member-rows.ts';
import { isRunning } from '../running-year.ts';
import type { Scope } from '../scope.ts';
import { sectionsOf } from '../sections.ts';
import { trendDrawn } from '../trend-drawn.ts';
import { about } from '../whole-scope.ts';
import { inSentence } from '../words.ts';
import { markRunning } from '../year-scope.ts';
import { honourKindRows, kindsFinding, kindSteps } from './kinds.ts';
import { given, shares } from './measured.ts';
import { honoursFigures, honoursSentence } from './sentence.ts';
import { sharePicture } from './share.ts';

/** What the page asked for, and what the release answered. */
export interface HonoursAnswers {
	/** Of a year. */
	readonly scope: Scope;
	/** The indicator of the map. */
	readonly chosen: Indicator;
	/** `kindMeasures` over the years at the place. */
	readonly place: Figures;
	readonly regions: Figures;
	readonly industries: Figures;
	readonly kinds: Figures;
}

/** Everything that the page draws, from its answers alone; which kind is chosen is not among them. */
export function honoursDrawn({ scope, chosen, place, regions, industries, kinds }: HonoursAnswers) {
	const { period, industry } = scope.filters;
	const [mapScope, givenScope] = [about(scope, chosen), about(scope, given)];
	const running = isRunning(period, scope.lists);
	const kindRows = honourKindRows(kinds, scope);
	const industryRows = memberRows(sectionsOf(scope), 'industry', industries, givenScope);
	const whole = memberRows([givenScope.place], 'region', place, givenScope)[0]?.value ?? null;
	/** What the industries are shares of: not all honours once an industry is chosen. */
	const industriesWhole = industry ? null : whole;
	return {
		kindRows,
		kindsTitle: kindsFinding(kindRows, scope),
		kindSteps: kindSteps(kindRows, scope),
		/** By the share's id. */
		sharePictures: new Map(shares.map((share) => [share.id, sharePicture(kindRows, place, share, scope)])),
		trend: trendDrawn(
			running ? markRunning(place, period) : place,
			givenScope,
			given,
			running && whole !== null
				? m.honours_running_title({ year: period, value: inSentence(whole, given, scope.language) })
				: undefined
		),
		regionRows: memberRows(mapScope.members, 'region', regions, mapScope),
		industryRows,
		industriesTitle: firstFinding(industryRows, industriesWhole, givenScope),
		industriesWhole,
		whole,
		sentence: honoursSentence(scope, place),
		figures: honoursFigures(scope, place)
	};
}
