import type { By, Selection } from '#lib/indicators/compile.ts';
import { figuresQuery } from '#lib/indicators/lookup.ts';
import type { Row } from '#lib/engine/connector.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';
import type { Query } from '#lib/query/query.ts';
import { figuresOf, type Figures } from './figure.ts';
import { memberSet, type Member } from './members.ts';
import type { Scope } from './scope.ts';
import { allPeriods } from './spans.ts';

/** Now and, where something is compared with, then. */
export function nowAndThen({ spans }: Scope): string[] {
	return [...new Set([...spans.current, ...spans.base])];
}

function question(indicators: readonly Indicator[], by: readonly By[], selection: Selection) {
	const { sql, read } = figuresQuery(indicators, by, selection, { compared: true });
	return { sql, parse: (rows: Row[]) => figuresOf(read(rows)) };
}

/** Indicators over the trail of periods at the place of the page, and further periods where a target needs them. */
export function askTrail(scope: Scope, indicators: readonly Indicator[], more: readonly string[] = []): Query<Figures> {
	const period = [...new Set([...allPeriods(scope.spans), ...more])];
	return question(indicators, ['region'], { ...scope.narrowing, region: [memberSet(scope.place)], period });
}

/** Indicators by region, now and then; the page's members unless others are given. */
export function askRegions(
	scope: Scope,
	indicators: readonly Indicator[],
	members: readonly Member[] = scope.members
): Query<Figures> {
	return question(indicators, ['region'], {
		...scope.narrowing,
		region: members.map(memberSet),
		period: nowAndThen(scope)
	});
}

/** Indicators by region for the members that are compared and, where these are groups, for those who report. */
export function askMembers(scope: Scope, indicators: readonly Indicator[]): Query<Figures> {
	return askRegions(scope, indicators, [
		...new Map([...scope.members, ...scope.reporting].map((one) => [one.key, one])).values()
	]);
}

/** Indicators by industry at the place of the page, now and then. */
export function askIndustries(
	scope: Scope,
	indicators: readonly Indicator[],
	codes: readonly string[]
): Query<Figures> {
	const industry = codes.map((code) => ({ key: code, codes: [code] }));
	const selection = { ...scope.narrowing, region: [memberSet(scope.place)], industry, period: nowAndThen(scope) };
	return question(indicators, ['industry'], selection);
}

/** Indicators by union system at the place of the page, now and then. */
export function askUnionSystems(scope: Scope, indicators: readonly Indicator[]): Query<Figures> {
	const { unionSystem: _, ...narrowing } = scope.narrowing;
	const selection = { ...narrowing, region: [memberSet(scope.place)], period: nowAndThen(scope) };
	return question(indicators, ['union_system'], selection);
}

/** Indicators of a register by what tells its entries apart (kind, level, skill level) at the place, now and then. */
export function askSplit(
	scope: Scope,
	indicators: readonly Indicator[],
	by: readonly ('kind' | 'level' | 'skill_level')[]
): Query<Figures> {
	const selection = { ...scope.narrowing, region: [memberSet(scope.place)], period: nowAndThen(scope) };
	return question(indicators, by, selection);
}

/** One indicator by region and industry, now; with others that belong beside it. */
export function askMatrix(
	scope: Scope,
	indicator: Indicator,
	codes: readonly string[],
	others: readonly Indicator[] = []
): Query<Figures> {
	const industry = codes.map((code) => ({ key: code, codes: [code] }));
	const region = scope.members.map(memberSet);
	return question([indicator, ...others], ['region', 'industry'], {
		...scope.narrowing,
		region,
		industry,
		period: scope.spans.current
	});
}
