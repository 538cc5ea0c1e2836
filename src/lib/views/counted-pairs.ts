import { coverageGaps, type CoverageGaps } from '#lib/indicators/coverage-gaps.ts';

/** A table of regions and industries of which somebody wants to know what is empty. */
export interface PairTable {
	readonly regions: readonly string[];
	readonly industries: readonly string[];
	/** What is asked about. */
	readonly value: (region: string, industry: string) => number | null;
	/** Who works there; null where that is not known. */
	readonly workers: (region: string, industry: string) => number | null;
	/** How many work in an industry of all regions together: asked where no region tells it by industry. */
	readonly together: (industry: string) => number | null;
}

/** What is empty among the pairs that count. */
export interface CountedPairs extends CoverageGaps {
	readonly counts: (region: string, industry: string) => boolean;
	/** The industries of which any pair counts or has a value. */
	readonly industries: readonly string[];
	/** Regions of which nobody knows who works where, while of others it is known. */
	readonly unknown: readonly string[];
	/** The industries of which a region has nothing, of the pairs that count; null of one that nobody knows. */
	readonly gapsOf: (region: string) => readonly string[] | null;
}

/**
 * Which pairs of a region and an industry count, for every page that tells what is covered and what is empty: those in
 * which somebody works, whatever is asked about, so that all pages count the same. A figure where nobody works is shown
 * but does not count. A region that has not told its workers by industry, while others have, is left out whole and named:
 * what it lacks may not have been reported. Where no region tells them, all pairs count of the industries in which all
 * together have workers or anybody has a figure.
 */
export function countedPairs({ regions, industries, value, workers, together }: PairTable): CountedPairs {
	const pairs = regions.flatMap((region) =>
		industries.map((industry) => {
			const found = value(region, industry);
			return { region, industry, value: found, filled: (found ?? 0) !== 0, workers: workers(region, industry) };
		})
	);
	const telling = new Set(pairs.flatMap((pair) => (pair.workers === null ? [] : [pair.region])));
	const worked = new Set(pairs.flatMap(({ industry, filled }) => (filled ? [industry] : [])));
	for (const industry of industries) if ((together(industry) ?? 0) > 0) worked.add(industry);
	const keyOf = (region: string, industry: string) => `${region}\u0001${industry}`;
	const counted = new Set(
		pairs.flatMap((pair) =>
			(telling.size === 0 ? worked.has(pair.industry) : (pair.workers ?? 0) > 0)
				? [keyOf(pair.region, pair.industry)]
				: []
		)
	);
	const counts = (region: string, industry: string) => counted.has(keyOf(region, industry));
	const present = new Set(
		pairs.flatMap(({ region, industry, filled }) => (filled || counts(region, industry) ? [industry] : []))
	);
	const shown = industries.filter((industry) => present.has(industry));
	const unknown = telling.size === 0 ? [] : regions.filter((region) => !telling.has(region));
	const found = coverageGaps(regions, shown, pairs, counts);
	const empty = Map.groupBy(found.gaps, ({ region }) => region);
	return {
		...found,
		counts,
		industries: shown,
		unknown,
		gapsOf: (region) => (unknown.includes(region) ? null : (empty.get(region)?.map(({ industry }) => industry) ?? []))
	};
}
