import { periodTitle } from '#lib/dimensions/period.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';
import { single, type Selection } from '#lib/indicators/selection.ts';
import type { FigureQuestion } from '#lib/state/tracing.svelte.ts';
import { memberSet, placeOf, type Member } from './members.ts';
import { industryName, narrowingNames } from './narrowing-names.ts';
import { shownPeriod } from './panel-facts.ts';
import type { Scope } from './scope.ts';
import { comparisonWord } from './words.ts';

/** The question how a figure at the page's place came about. */
export function placeQuestion(scope: Scope, indicator: Indicator, place: Member = scope.place): FigureQuestion {
	return asked(scope, indicator, [place.name], { ...scope.narrowing, region: [memberSet(place)] });
}

/** The question how a figure of a picture came about: of a region, a group, an industry or a union system. */
export function rowQuestion(
	scope: Scope,
	row: { readonly key: string; readonly name: string },
	indicator: Indicator = scope.indicator
): FigureQuestion {
	const { narrowing, place, lists, language } = scope;
	const region = placeOf(row.key, lists, language);
	if (region) return placeQuestion(scope, indicator, region);
	const isIndustry = lists.industries.some(({ code }) => code === row.key);
	const own = isIndustry ? { industry: [single(row.key)] } : { unionSystem: row.key };
	return asked(scope, indicator, [place.name, row.name], { ...narrowing, region: [memberSet(place)], ...own });
}

/** The question how the figure of all industries together came about, whatever industry the page is narrowed to. */
export function sectorsQuestion(scope: Scope, indicator: Indicator = scope.indicator): FigureQuestion {
	const { industry: _, ...narrowing } = scope.narrowing;
	const question = asked(scope, indicator, [scope.place.name], { ...narrowing, region: [memberSet(scope.place)] });
	const own = scope.filters.industry ? industryName(scope.filters.industry, scope.lists, scope.language) : null;
	return {
		...question,
		subject: question.subject
			.split(' · ')
			.filter((name) => name !== own)
			.join(' · ')
	};
}

/** The question how a cell of regions and industries came about; it is compared with nothing. */
export function cellQuestion(
	scope: Scope,
	region: string,
	industry: string,
	indicator: Indicator = scope.indicator
): FigureQuestion | null {
	const { narrowing, lists, language } = scope;
	const place = placeOf(region, lists, language);
	if (!place) return null;
	const selection = { ...narrowing, region: [memberSet(place)], industry: [single(industry)] };
	const { against: _, ...question } = asked(
		scope,
		indicator,
		[place.name, industryName(industry, lists, language)],
		selection
	);
	return question;
}

/** The question how a figure of a register's kind, level or campaign came about. */
export function splitQuestion(
	scope: Scope,
	own: Pick<Selection, 'kind' | 'level' | 'skillLevel' | 'campaign'>,
	name: string,
	indicator: Indicator = scope.indicator
): FigureQuestion {
	const { narrowing, place } = scope;
	return asked(scope, indicator, [place.name, name], { ...narrowing, region: [memberSet(place)], ...own });
}

/** The question how a figure of a trend came about: one period, compared with nothing. */
export function periodQuestion(
	scope: Scope,
	period: string,
	indicator: Indicator = scope.indicator,
	place: Member = scope.place
): FigureQuestion {
	const subject = [place.name, ...narrowingNames(scope), periodTitle(period, scope.language)].join(' · ');
	return { indicator, subject, selection: { ...scope.narrowing, region: [memberSet(place)], period: [period] } };
}

function asked(
	scope: Scope,
	indicator: Indicator,
	names: readonly string[],
	selection: Omit<Selection, 'period'>
): FigureQuestion {
	const { spans, filters } = scope;
	const word = comparisonWord(filters.comparison);
	return {
		indicator,
		subject: [...names, ...narrowingNames(scope).filter((name) => !names.includes(name)), shownPeriod(scope)].join(
			' · '
		),
		selection: { ...selection, period: spans.current },
		...(word && spans.base.length > 0 ? { against: { periods: spans.base, word } } : {})
	};
}

/** The question after the figure that one is compared with; null where nothing is compared. */
export function baseQuestion(
	{ indicator, selection, against, subject }: FigureQuestion,
	scope: Scope
): FigureQuestion | null {
	if (!against) return null;
	const [first = '', last = first] = [against.periods[0], against.periods.at(-1)];
	const title = (code: string) => periodTitle(code, scope.language);
	const period = first === last ? title(first) : `${title(first)} – ${title(last)}`;
	const rest = subject.split(' · ').slice(0, -1);
	return { indicator, subject: [...rest, period].join(' · '), selection: { ...selection, period: against.periods } };
}
