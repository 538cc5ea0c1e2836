/** What was clicked in a chart: the name of the mark, which is the `key` of its datum (heatmap cells: `row|column`). */
export interface ChartSelection {
	readonly key: string;
	/** Position among the data of its series. */
	readonly index: number;
}
