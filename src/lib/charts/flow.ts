import type { CustomSeriesRenderItemAPI, CustomSeriesRenderItemReturn } from 'echarts';
import { placed } from './placed.ts';
import { fitName, plainText, textWidth, tooltipLines } from './plain-text.ts';
import { baseOption, tooltipStyle, type ChartTheme } from './theme.ts';

/** An end of a flow: a level of competitions, a skill level that was reached. */
export interface FlowNode {
	readonly key: string;
	readonly name: string;
	/** What its links come to, as printed. */
	readonly label: string;
}

/** How much goes from one end to another. */
export interface FlowLink {
	readonly from: string;
	readonly to: string;
	readonly value: number;
	readonly label: string;
}

/** Both sides of a flow, from top to bottom, and what leads from the one to the other. */
export interface Flow {
	readonly from: readonly FlowNode[];
	readonly to: readonly FlowNode[];
	readonly links: readonly FlowLink[];
}

interface Placed {
	readonly node: FlowNode;
	readonly y: number;
	readonly height: number;
}

const headEms = 2;
const slotEms = 1.9;
const steps = 20;

/** The height in px that a flow with so many ends on its longer side takes. */
export function flowHeight(ends: number, size = 14): number {
	return Math.ceil((headEms + Math.max(3, ends) * (slotEms + 3)) * size);
}

/** Bands as thick as what they carry, one scale for all of them; small ends keep room for their names. */
export function flow({ from, to, links }: Flow, heads: readonly [string, string], theme: ChartTheme) {
	const { size } = theme;
	const font = size * 0.93;
	const headHeight = size * headEms;
	const slot = size * slotEms;
	const total = links.reduce((sum, link) => sum + link.value, 0) || 1;
	const room = theme.height - headHeight - Math.max(from.length, to.length) * slot;
	const scale = Math.max(1, room) / total;
	const amount = (side: 'from' | 'to', key: string) =>
		links.filter((link) => link[side] === key).reduce((sum, link) => sum + link.value, 0);
	const sides = { from: place(from, 'from'), to: place(to, 'to') };
	const text = (node: FlowNode) => `${node.name}  ${node.label}`;
	const labelWidth = (nodes: readonly FlowNode[], head: string) =>
		Math.min(theme.width * 0.36, Math.max(textWidth(head, font), ...nodes.map((node) => textWidth(text(node), font)))) +
		size * 0.6;
	const bar = size * 0.7;
	const left = labelWidth(from, heads[0]);
	const right = theme.width - labelWidth(to, heads[1]);

	function place(nodes: readonly FlowNode[], side: 'from' | 'to'): Placed[] {
		const heights = nodes.map((node) => amount(side, node.key) * scale);
		const all = heights.reduce((sum, height) => sum + height + slot, 0);
		let y = headHeight + (theme.height - headHeight - all) / 2;
		return nodes.map((node, index) => {
			const height = heights[index] ?? 0;
			const placed = { node, y: y + slot / 2, height };
			y += height + slot;
			return placed;
		});
	}

	/* Bands leave and arrive in the order of the ends, so that they cross as little as they can. */
	const order = (nodes: readonly FlowNode[], key: string) => nodes.findIndex((node) => node.key === key);
	const bands = links
		.toSorted((a, b) => order(from, a.from) - order(from, b.from) || order(to, a.to) - order(to, b.to))
		.map((link, index, sorted) => {
			const start = sides.from.find(({ node }) => node.key === link.from);
			const end = sides.to.find(({ node }) => node.key === link.to);
			const before = sorted.slice(0, index);
			const used = (side: 'from' | 'to') =>
				before.filter((one) => one[side] === link[side]).reduce((sum, one) => sum + one.value * scale, 0);
			return { link, y1: (start?.y ?? 0) + used('from'), y2: (end?.y ?? 0) + used('to'), height: link.value * scale };
		});

	/* Half a cosine from the one end to the other. */
	function outline(y1: number, y2: number, height: number): number[][] {
		const [x1, x2] = [left + bar, right - bar];
		const curve = Array.from({ length: steps + 1 }, (_, index) => {
			const share = index / steps;
			return [x1 + (x2 - x1) * share, y1 + ((y2 - y1) * (1 - Math.cos(Math.PI * share))) / 2];
		});
		return [...curve, ...curve.toReversed().map(([x, y]) => [x as number, (y as number) + height])];
	}

	function renderBand(_: unknown, api: CustomSeriesRenderItemAPI): CustomSeriesRenderItemReturn {
		const band = bands[api.value(0) as number];
		if (!band) return null;
		return {
			type: 'polygon',
			shape: { points: outline(band.y1, band.y2, Math.max(1, band.height)) },
			style: { fill: theme.markLight, opacity: 0.6 },
			emphasis: { style: { opacity: 0.9 } }
		};
	}

	const words = (x: number, y: number, line: string, align: 'left' | 'right', fill: string, px = font) => ({
		type: 'text' as const,
		x,
		y,
		silent: true,
		style: {
			...{ text: plainText(line), align, fill, verticalAlign: 'middle' as const },
			font: `400 ${px}px ${theme.fontFamily}`
		}
	});
	function end({ node, y, height }: Placed, side: 'from' | 'to') {
		const box = side === 'from' ? left - size * 0.6 : theme.width - right - size * 0.6;
		const fitted = fitName(text(node), box, font);
		const x = side === 'from' ? left - size * 0.5 : right + size * 0.5;
		return [
			{
				type: 'rect' as const,
				shape: { x: side === 'from' ? left : right - bar, y, width: bar, height: Math.max(1, height) },
				style: { fill: theme.mark }
			},
			words(x, y + height / 2, fitted.text, side === 'from' ? 'right' : 'left', theme.ink, fitted.size)
		];
	}

	return {
		...baseOption(theme),
		tooltip: {
			...tooltipStyle(theme),
			trigger: 'item' as const,
			formatter: ({ dataIndex, seriesIndex }: { dataIndex: number; seriesIndex: number }) => {
				const link = seriesIndex === 0 ? bands[dataIndex]?.link : undefined;
				if (!link) return '';
				const name = (nodes: readonly FlowNode[], key: string) => nodes.find((node) => node.key === key)?.name ?? key;
				return tooltipLines(`${name(from, link.from)} → ${name(to, link.to)}`, link.label);
			}
		},
		series: [
			{
				id: 'bands',
				type: 'custom' as const,
				coordinateSystem: 'none',
				renderItem: renderBand,
				data: bands.map(({ link }, index) => ({ id: `${link.from} ${link.to}`, value: [index] }))
			},
			{
				id: 'ends',
				type: 'custom' as const,
				coordinateSystem: 'none',
				silent: true,
				renderItem: (): CustomSeriesRenderItemReturn =>
					placed({
						type: 'group',
						children: [
							words(left + bar, size * 0.8, heads[0], 'right', theme.muted, font * 0.92),
							words(right - bar, size * 0.8, heads[1], 'left', theme.muted, font * 0.92),
							...sides.from.flatMap((placed) => end(placed, 'from')),
							...sides.to.flatMap((placed) => end(placed, 'to'))
						]
					}),
				data: [[0]]
			}
		]
	};
}
