/** Everything about periods: codes, hierarchy, titles and the reading of texts. */
export {
	isPeriod,
	periodBounds,
	periodKind,
	periodOfMonths,
	readPeriod,
	readRange,
	type PeriodKind,
	type YearStart
} from './period-code.ts';
export {
	periodAncestors,
	periodParent,
	periodParts,
	previousPeriod,
	samePeriodLastYear,
	yearToDate
} from './period-tree.ts';
export { parsePeriod, type ParsedPeriod, type PeriodOptions } from './period-parse.ts';
export { periodTitle } from './period-title.ts';
