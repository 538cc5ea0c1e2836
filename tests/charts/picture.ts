import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BarChart, CustomChart, LineChart, ScatterChart } from 'echarts/charts';
import { GridComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';
import { expect } from 'vitest';
import type { ChartTheme } from '#lib/charts/theme.ts';

use([
	BarChart,
	CustomChart,
	LineChart,
	ScatterChart,
	GridComponent,
	MarkLineComponent,
	TooltipComponent,
	LabelLayout,
	SVGRenderer
]);

const folder = 'tests/snapshots';

/**
 * Draws an option as the SVG text that ECharts makes of it, the same on every run: ids count from 0. With `before`
 * another picture stood there first, as on a page whose filters change.
 */
export function drawSvg(option: object, theme: ChartTheme, before: object | null = null): string {
	const chart = init(null, null, { renderer: 'svg', ssr: true, width: theme.width, height: theme.height });
	for (const one of before ? [before, option] : [option])
		chart.setOption({ ...one, animation: false, backgroundColor: theme.paper }, { replaceMerge: ['series'] });
	const svg = chart.renderToSVGString();
	chart.dispose();
	const ids = new Map<string, string>();
	return svg
		.replaceAll(/zr\d+-[a-z]*-?\d+/g, (id) => {
			if (!ids.has(id)) ids.set(id, `id${ids.size}`);
			return ids.get(id) as string;
		})
		.replaceAll('><', '>\n<');
}

/**
 * Compares a picture with the one in tests/snapshots that a person has looked at. A new picture is written; a changed
 * one is saved beside it as `-changed.svg` and fails. To accept it, move it over the old one.
 */
export function expectPicture(name: string, option: object, theme: ChartTheme): string {
	return expectText(name, drawSvg(option, theme));
}

/** The same for a picture that is there already as text. */
export function expectText(name: string, svg: string): string {
	const path = join(folder, `${name}.svg`);
	const changed = join(folder, `${name}-changed.svg`);
	mkdirSync(folder, { recursive: true });
	if (!existsSync(path)) {
		if (process.env.CI) throw new Error(`${path} is missing: run the test once outside CI and commit the picture`);
		writeFileSync(path, svg);
	}
	const same = readFileSync(path, 'utf8') === svg;
	if (same) rmSync(changed, { force: true });
	else writeFileSync(changed, svg);
	expect(same, `${path} differs, see ${changed}`).toBe(true);
	return svg;
}
