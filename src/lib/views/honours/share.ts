import type { LadderStep } from '#lib/charts/ladder.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';
import { m } from '#lib/messages/generated/messages.js';
import type { Figures } from '../figure.ts';
import type { Scope } from '../scope.ts';
import { figureOver } from '../spans.ts';
import { exactly, withUnit } from '../words.ts';
import { shareSteps, type HonourKind } from './kinds.ts';
import { given, shares } from './measured.ts';

/** Whether it is 女性占比 rather than 一线职工占比. */
export const isWomen = (share: Indicator) => share === shares[0];

/** What the picture of a share shows; which kind is chosen is not told. */
export interface SharePicture {
	readonly steps: readonly LadderStep[];
	readonly title: string;
	/** Of how many honours it is known; null where none are. */
	readonly known: string | null;
}

/** The picture of 女性占比 or 一线职工占比: by kind, and at the place as a whole. */
export function sharePicture(
	rows: readonly HonourKind[],
	place: Figures,
	share: Indicator,
	scope: Scope
): SharePicture {
	const at = (indicator: Indicator) => figureOver(place, { region: scope.place.key }, scope.spans.current, indicator);
	const figure = at(share);
	const all = at(given)?.value ?? null;
	const value = figure?.value ?? null;
	const said = isWomen(share) ? m.honours_women_title : m.honours_front_line_title;
	return {
		steps: shareSteps(rows, share, scope),
		title: value === null ? share.title[scope.language] : said({ share: withUnit(value, share, scope.language) }),
		known:
			figure?.denominator && all !== null
				? m.honours_share_known({ known: exactly(figure.denominator), all: exactly(all) })
				: null
	};
}
