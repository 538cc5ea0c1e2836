import type { Indicator } from '#lib/indicators/indicator.ts';
import { m } from '#lib/messages/generated/messages.js';
import type { Figures } from '../../figure.ts';
import { tileOf } from '../../overview/tiles.ts';
import type { Scope } from '../../scope.ts';
import { figureOver } from '../../spans.ts';
import { headWithUnit } from '../../words.ts';
import { withoutEcho } from '../without-echo.ts';
import { wallLabel } from './wall-label.ts';

/** A figure beside a picture, in words. */
export interface SideFigure {
	readonly id: string;
	readonly title: string;
	/** With the unit in it, where it has no place behind the figure. */
	readonly titleWithUnit: string;
	readonly value: string;
	readonly unit: string;
	readonly change: ReturnType<typeof tileOf>['change'];
	/** 暂定, or why there is no change. */
	readonly note: string | null;
}

/** The figures of a place that are known. */
export function sideFigures(indicators: readonly Indicator[], scope: Scope, place: Figures): SideFigure[] {
	return indicators.flatMap((indicator) => {
		const { id, title, value, unit, change, note, provisional } = tileOf(indicator, scope, place, []);
		if (value === null) return [];
		const figure = figureOver(place, { region: scope.place.key }, scope.spans.current, indicator);
		return [
			{
				...withoutEcho({ id, title, unit }),
				titleWithUnit: headWithUnit(title, unit),
				value: wallLabel(figure?.value ?? null, indicator, scope.language),
				change,
				note: provisional ? m.state_provisional() : note
			}
		];
	});
}
