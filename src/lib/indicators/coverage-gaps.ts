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
	/** Regions and industries without a single entry. */
	readonly emptyRegions: readonly string[];
	readonly emptyIndustries: readonly string[];
}

/**
 * The cells of regions × industries that hold nothing. Coverage = cells with a value above 0 ÷ all cells (regions ×
 * industries). A cell nobody reported and a cell reported as 0 are told apart: the one is not known, the other is empty.
 */
export function coverageGaps(
	regions: readonly string[],
	industries: readonly string[],
	cells: readonly Cell[]
): CoverageGaps {
	const values = new Map(cells.map(({ region, industry, value }) => [`${region}\u0001${industry}`, value]));
	const at = (region: string, industry: string) => values.get(`${region}\u0001${industry}`) ?? null;
	const filled = (value: number | null) => value !== null && value !== 0;
	const gaps = regions.flatMap((region) =>
		industries.flatMap((industry) => {
			const value = at(region, industry);
			if (filled(value)) return [];
			return [{ region, industry, why: value === null ? ('missing' as const) : ('zero' as const) }];
		})
	);
	const total = regions.length * industries.length;
	const covered = total - gaps.length;
	return {
		gaps,
		covered,
		total,
		share: total === 0 ? null : covered / total,
		emptyRegions: regions.filter((region) => !industries.some((industry) => filled(at(region, industry)))),
		emptyIndustries: industries.filter((industry) => !regions.some((region) => filled(at(region, industry))))
	};
}
