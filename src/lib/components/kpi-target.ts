/** A target as a tile shows it; texts arrive formatted. */
export interface KpiTarget {
	/** The target with its unit. */
	readonly text: string;
	/** Reached of it, 0–1 and beyond. */
	readonly share: number;
	/** The same in words: 完成 98.3%; 已达目标的 29 倍. */
	readonly done: string;
	/** What the share is of, where that is not the value of the tile: a quarter stands above a year's target. */
	readonly soFar?: string | null;
	/** How the share stands to the time gone by, in a word. */
	readonly pace?: string;
	readonly source?: string | undefined;
}
