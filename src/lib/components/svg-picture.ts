import { BarChart, CustomChart, LineChart, ScatterChart } from 'echarts/charts';
import { GridComponent, MarkLineComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';

use([BarChart, CustomChart, LineChart, ScatterChart, GridComponent, MarkLineComponent, LabelLayout, SVGRenderer]);

/** A chart as SVG text, drawn without a page: on the server, and for files. `option` must not move (`motion: 0`). */
export function svgPicture(option: object, width: number, height: number): string {
	const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
	try {
		// Nobody points at it.
		const { tooltip: _, ...still } = option as { tooltip?: unknown };
		chart.setOption({ ...still, animation: false });
		return chart.renderToSVGString({ useViewBox: true });
	} finally {
		chart.dispose();
	}
}
