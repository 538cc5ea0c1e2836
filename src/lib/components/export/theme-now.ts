import { untrack } from 'svelte';
import { chartTheme, type ChartTheme } from '#lib/charts/theme.ts';
import { PageTheme } from '../page-theme.svelte.ts';
import type { PanelPicture } from '../panel-context.ts';

/** For a chart that was never on the screen, px. */
const usualBox = { width: 720, height: 420 };

/** The theme of the page, for a still picture in a panel's own box. */
export function themeNow(picture: PanelPicture): ChartTheme {
	/* Asked once, wherever from: a picture that leaves does not change with the page. */
	const { name, ...type } = untrack(() => {
		const { name, accent, fontFamily, size } = new PageTheme();
		return { name, accent, fontFamily, size };
	});
	const { width, height } = picture.box();
	const box = width > 0 && height > 0 ? { width: Math.round(width), height: Math.round(height) } : usualBox;
	return chartTheme(name, { ...box, ...type });
}
