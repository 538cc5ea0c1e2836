/** A cell of a table of regions and industries. */
export interface Cell {
	readonly region: string;
	readonly industry: string;
	readonly value: number | null;
}

/** What is empty in a table of regions and industries. */
export interface CoverageGaps {
	/** Cells with nothing: without a value, or with 0. Ordered by region, then industry, as these were given. */
	readonly gaps: readonly { readonly region: string; readonly industry: string; readonly why: 'missing' | 'zero' }[];
	/** Cells that something was found in. */
	readonly covered: number;
	/** All cells that could hold something. */
	readonly total: number;
	/** covered ÷ total; null for an empty table. */
	readonly share: number | null;
	/** Regions and industries of which pairs count, but without a single entry. */
	readonly emptyRegions: readonly string[];
	readonly emptyIndustries: readonly string[];
}

/**
 * The cells of regions × industries that hold nothing. Coverage = cells with a value above 0 ÷ all cells (regions ×
 * industries, or those of them that count). A cell nobody reported and a cell reported as 0 are told apart: the one is
 * not known, the other is empty.
 */
export function coverageGaps(
	regions: readonly string[],
	industries: readonly string[],
	cells: readonly Cell[],
	counts: (region: string, industry: string) => boolean = () => true
): CoverageGaps {
	const values = new Map(cells.map(({ region, industry, value }) => [`${region}\u0001${industry}`, value]));
	const at = (region: string, industry: string) => values.get(`${region}\u0001${industry}`) ?? null;
	const filled = (value: number | null) => value !== null && value !== 0;
	const gaps = regions.flatMap((region) =>
		industries.flatMap((industry) => {
			const value = at(region, industry);
			if (filled(value) || !counts(region, industry)) return [];
			return [{ region, industry, why: value === null ? ('missing' as const) : ('zero' as const) }];
		})
	);
	const total = regions.reduce((sum, region) => sum + industries.filter((one) => counts(region, one)).length, 0);
	const covered = total - gaps.length;
	return {
		gaps,
		covered,
		total,
		share: total === 0 ? null : covered / total,
		emptyRegions: regions.filter(
			(region) =>
				industries.some((industry) => counts(region, industry)) &&
				!industries.some((industry) => filled(at(region, industry)))
		),
		emptyIndustries: industries.filter(
			(industry) =>
				regions.some((region) => counts(region, industry)) && !regions.some((region) => filled(at(region, industry)))
		)
	};
}
