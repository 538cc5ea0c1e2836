import type { PictureDefinition, PictureFacts, ToldFacts } from '#lib/components/picture-facts.ts';
import { datasets } from '#lib/datasets/index.ts';
import { periodTitle } from '#lib/dimensions/period.ts';
import type { Language } from '#lib/format/language.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';
import { m } from '#lib/messages/generated/messages.js';
import type { ReleaseHead } from '#lib/release/manifest.ts';
import { whereOf } from './lead.ts';
import { shownPeriod } from './panel-facts.ts';
import type { Scope } from './scope.ts';
import { comparisonWord } from './words.ts';

/** What is known besides the scope and the release. */
export interface AboutOptions extends ToldFacts {
	/** Files that lie over the release without being published. */
	readonly drafts?: number;
	/** When it was asked; now without it. */
	readonly at?: Date;
}

/**
 * Everything that a source line, a sheet of definitions or a citation says about a picture of these indicators. What the
 * picture tells itself (its sentence, its own period and source, a board's fingerprint) goes before what the page says.
 */
export function aboutPicture(
	scope: Scope,
	indicators: readonly Indicator[],
	manifest: Pick<ReleaseHead, 'id' | 'createdAt' | 'profile'> | null,
	{ title, period, source, fingerprint = null, drafts = 0, at = new Date() }: AboutOptions = {}
): PictureFacts {
	const { language } = scope;
	const place = whereOf(scope);
	const ownPeriod = period || shownPeriod(scope);
	const against = comparisonWord(scope.filters.comparison);
	const grouped = scope.filters.level === 'groups' ? m.choice_level_groups() : null;
	const parts = [place, shownPeriod(scope), against, grouped].filter((part): part is string => !!part);
	return {
		title: title ?? [place, ...indicators.map((one) => one.short[language])].join(m.exports_joint()),
		place,
		filtersText: parts.join(m.exports_joint()),
		period: ownPeriod,
		source: source ?? [...new Set(indicators.map((one) => sourceOf(one, language)))].join(m.name_joint()),
		releaseId: manifest?.id ?? null,
		releasedAt: manifest?.createdAt ?? null,
		drafts,
		demo: manifest?.profile.demo ?? false,
		fingerprint,
		madeAt: at.toISOString(),
		definitions: indicators.map((one) => definitionOf(one, language))
	};
}

function sourceOf(indicator: Indicator, language: Language): string {
	if (indicator.source === 'metrics') return indicator.sourceDocument[language];
	return datasets[indicator.source].title[language];
}

function definitionOf(indicator: Indicator, language: Language): PictureDefinition {
	const { id, title, definition, formula, unit, sourceDocument, breaks = [] } = indicator;
	const sources = [sourceOf(indicator, language), sourceDocument[language]].filter((text) => text !== '');
	return {
		id,
		title: title[language],
		definition: definition[language],
		formula: formula[language],
		unit: unit[language],
		source: [...new Set(sources)].join(m.exports_joint()),
		breaks: breaks.map(({ from, note }) => m.exports_break({ from: periodTitle(from, language), note: note[language] }))
	};
}
