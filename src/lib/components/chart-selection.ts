/** What was clicked in a chart: the name of the mark, which is the `key` of its datum (heatmap cells: `row|column`). */
export interface ChartSelection {
	readonly key: string;
	/** Position among the data of its series. */
	readonly index: number;
}

/** The part of an ECharts instance and of its option that a click is looked up in. */
interface Clicked {
	containPixel(finder: 'grid', point: [number, number]): boolean;
	convertFromPixel(finder: { xAxisIndex: number } | { yAxisIndex: number }, value: number): number | number[];
}
interface Drawn {
	xAxis?: { type?: string } | undefined;
	yAxis?: { type?: string } | undefined;
	series?: readonly { data?: readonly unknown[] }[];
}

function nameAt(drawn: Drawn, index: number): string | null {
	const datum = drawn.series?.[0]?.data?.[index] as { name?: string } | undefined;
	return datum?.name ?? null;
}

/** The datum at a position along the category axis: a click beside a thin bar or a point means its row or period. */
export function selectionAt(chart: Clicked, drawn: Drawn, x: number, y: number): ChartSelection | null {
	const across = drawn.xAxis?.type === 'category';
	if (!across && drawn.yAxis?.type !== 'category') return null;
	if (!chart.containPixel('grid', [x, y])) return null;
	const index = Math.round(
		Number(chart.convertFromPixel(across ? { xAxisIndex: 0 } : { yAxisIndex: 0 }, across ? x : y))
	);
	const key = nameAt(drawn, index);
	return key ? { key, index } : null;
}

/** The datum that an event of ECharts is about: a mark, or the axis label that stands for it. */
export function selectionOf(
	event: { componentType?: string; name?: string; dataIndex?: number; tickIndex?: number },
	drawn: Drawn
): ChartSelection | null {
	const index = event.dataIndex ?? event.tickIndex;
	if (index === undefined) return null;
	const key = event.componentType === 'series' ? event.name : nameAt(drawn, index);
	return key ? { key, index } : null;
}
