import type { CustomSeriesRenderItemAPI, CustomSeriesRenderItemReturn } from 'echarts';
import { hatchLines } from './hatch.ts';
import { placed } from './placed.ts';
import { textWidth, tooltipLines } from './plain-text.ts';
import { baseOption, tooltipStyle, type ChartTheme } from './theme.ts';

/** One step of a funnel: 提出, 采纳, 实施. */
export interface FunnelBar {
	readonly key: string;
	readonly name: string;
	/** Null is missing, never 0. */
	readonly value: number | null;
	/** As printed at the end of the bar. */
	readonly label: string;
	/** What came through from the step before, as printed between the two: 采纳率 61.2%. */
	readonly rate?: string | null;
	readonly provisional?: boolean;
	readonly notes?: readonly string[];
}

/** Words of a funnel. */
export interface FunnelText {
	readonly missing: string;
	readonly provisional: string;
}

/** The height in px that so many steps take. */
export function funnelHeight(steps: number, size = 14): number {
	return Math.ceil(steps * size * 5.2);
}

/** Steps as zero-based bars from one line, what is lost between two drawn as the slope from the one to the next. */
export function funnel(steps: readonly FunnelBar[], theme: ChartTheme, text: FunnelText) {
	const { size } = theme;
	const nameWidth =
		Math.min(theme.width * 0.34, Math.max(0, ...steps.map((step) => textWidth(step.name, size)))) + size;
	const labels = steps.map((step) => (step.value === null ? text.missing : step.label));
	const labelWidth = Math.max(0, ...labels.map((label) => textWidth(label, size * 1.1))) + size;
	const max = Math.max(0, ...steps.map((step) => step.value ?? 0)) || 1;
	const scale = Math.max(1, theme.width - nameWidth - labelWidth) / max;
	const row = theme.height / Math.max(1, steps.length);
	const thick = row * 0.44;
	const end = (index: number) => nameWidth + Math.max(0, steps[index]?.value ?? 0) * scale;
	const top = (index: number) => index * row + (row - thick) * 0.15;

	function renderItem(_: unknown, api: CustomSeriesRenderItemAPI): CustomSeriesRenderItemReturn {
		const index = api.value(0) as number;
		const step = steps[index] as FunnelBar;
		const before = steps[index - 1];
		const y = top(index);
		const slope = before && before.value !== null && step.value !== null;
		const gap = top(index - 1) + thick;
		const words = (x: number, at: number, line: string, fill: string, more: object = {}) => ({
			type: 'text' as const,
			x,
			y: at,
			silent: true,
			style: { text: line, fill, font: `400 ${size}px ${theme.fontFamily}`, verticalAlign: 'middle' as const, ...more }
		});
		return placed({
			type: 'group',
			children: [
				...(slope
					? [
							{
								type: 'polygon' as const,
								silent: true,
								shape: {
									points: [
										[nameWidth, gap],
										[end(index - 1), gap],
										[end(index), y],
										[nameWidth, y]
									]
								},
								style: { fill: theme.sequential[0] as string }
							}
						]
					: []),
				...(before && step.rate
					? [
							words(nameWidth + size * 0.6, (gap + y) / 2, step.rate, theme.ink, {
								font: `400 ${size * 0.93}px ${theme.fontFamily}`
							})
						]
					: []),
				...(step.value === null
					? hatchLines(nameWidth, y, size * 4, thick, Math.max(6, size / 2)).map((shape) => ({
							type: 'line' as const,
							shape,
							silent: true,
							style: { stroke: theme.hatch[1], lineWidth: 1 }
						}))
					: [
							{
								type: 'rect' as const,
								shape: { x: nameWidth, y, width: Math.max(1, end(index) - nameWidth), height: thick },
								style: { fill: theme.mark, opacity: step.provisional ? 0.62 : 1 }
							}
						]),
				words(nameWidth - size * 0.7, y + thick / 2, step.name, theme.ink, { align: 'right' as const }),
				words(
					(step.value === null ? nameWidth + size * 4 : end(index)) + size * 0.6,
					y + thick / 2,
					labels[index] ?? '',
					step.value === null || step.provisional ? theme.muted : theme.ink,
					{ font: `600 ${size * 1.1}px ${theme.fontFamily}` }
				)
			]
		});
	}

	return {
		...baseOption(theme),
		tooltip: {
			...tooltipStyle(theme),
			trigger: 'item' as const,
			formatter: ({ dataIndex }: { dataIndex: number }) => {
				const step = steps[dataIndex];
				if (!step) return '';
				const mark = step.provisional && step.value !== null ? ` · ${text.provisional}` : '';
				return tooltipLines(`${step.name}  ${labels[dataIndex] ?? ''}${mark}`, step.rate, ...(step.notes ?? []));
			}
		},
		series: [
			{
				id: 'steps',
				type: 'custom' as const,
				coordinateSystem: 'none',
				renderItem,
				data: steps.map((step, index) => ({ id: step.key, name: step.key, value: [index] }))
			}
		]
	};
}
