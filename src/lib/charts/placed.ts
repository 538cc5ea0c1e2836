import type { CustomSeriesRenderItemReturn } from 'echarts';

interface Part {
	readonly children?: readonly (Part | null)[];
}

/**
 * What a custom series draws, each part told where it stands. From one picture to the next ECharts merges parts by their
 * positions in their group, and a part that follows another kind takes over where that one stood, and how it was turned,
 * unless it says so itself: the bar that comes where a text was would be drawn beside the picture.
 */
export function placed<T extends object>(item: T): CustomSeriesRenderItemReturn {
	const { children } = item as Part;
	/* Of a group without parts the old ones would stay. */
	const merge = children?.length === 0 ? { $mergeChildren: false } : {};
	const parts = children ? { ...merge, children: children.map((child) => child && placed(child)) } : {};
	return { x: 0, y: 0, rotation: 0, ...item, ...parts } as unknown as CustomSeriesRenderItemReturn;
}
