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
}

/**
 * Which pairs of a region and an industry count, for every page that tells what is covered and what is empty: those in
 * which somebody works, whatever is asked about, so that all pages count the same. A figure where nobody works is shown
 * but does not count. A region that has not told its workers by industry, while others have, is left out whole and named:
 * what it lacks may not have been reported. Where no region tells them, all pairs count of the industries in which all
 * together have workers or anybody has a figure.
 */
export function countedPairs({ regions, industries, value, workers, together }: PairTable): CountedPairs {
	const filled = (region: string, industry: string) => (value(region, industry) ?? 0) !== 0;
	const telling = new Set(
		regions.filter((region) => industries.some((industry) => workers(region, industry) !== null))
	);
	const worked = new Set(
		industries.filter((industry) => (together(industry) ?? 0) > 0 || regions.some((region) => filled(region, industry)))
	);
	const counts = (region: string, industry: string) => {
		if (telling.size === 0) return worked.has(industry);
		return (workers(region, industry) ?? 0) > 0;
	};
	const shown = industries.filter((industry) =>
		regions.some((region) => counts(region, industry) || filled(region, industry))
	);
	const cells = regions.flatMap((region) =>
		shown.map((industry) => ({ region, industry, value: value(region, industry) }))
	);
	return {
		...coverageGaps(regions, shown, cells, counts),
		counts,
		industries: shown,
		unknown: telling.size === 0 ? [] : regions.filter((region) => !telling.has(region))
	};
}
