import type { Indicator } from '#lib/indicators/indicator.ts';
import type { FigureQuestion } from '#lib/state/tracing.svelte.ts';
import type { Scope } from '../scope.ts';
import { splitQuestion } from '../trace-question.ts';

/** The question how the figure of a campaign came about. */
export function campaignQuestion(
	scope: Scope,
	{ key, name }: { readonly key: string; readonly name: string },
	indicator: Indicator = scope.indicator
): FigureQuestion {
	return splitQuestion(scope, { campaign: key }, name, indicator);
}
