import { flushSync } from 'svelte';
import { chartTheme } from '#lib/charts/theme.ts';
import { svgPicture } from '../svg-picture.ts';
import { layBack, layOut, widthOnPaper } from './paper-layout.ts';
import { pageRule, paperBox, type PaperName } from './paper.ts';
import { printing, type PaperChart } from './printing.svelte.ts';

/** Body size on paper, px: 8.75 pt. */
const bodySize = 11.67;
/** Room for a panel's title and facts above its chart, px. */
const titleRoom = 110;
/** The same with the page's own sentence, where charts stand beside each other on the first sheet. */
const headRoom = 250;

/** The paper that was asked for; null: the browser's own dialog decides, and A4 is likely. */
let wanted: PaperName | null = null;
let style: HTMLStyleElement | null = null;

function textOf(name: string): string {
	return document.querySelector(`[data-print="${name}"]`)?.textContent?.trim() ?? '';
}

function placeOn(paper: { width: number; height: number }) {
	return (element: HTMLElement, { option, height }: PaperChart) => {
		const width = Math.floor(widthOnPaper(element, paper.width));
		const [across = 1, down = 1] = typeof height === 'string' ? height.split('/').map(Number) : [];
		const tall = Math.round(typeof height === 'string' ? (width * down) / across : (height / 14) * bodySize);
		const accent = getComputedStyle(document.documentElement).getPropertyValue('--profile-accent').trim();
		const theme = chartTheme('light', { width, height: tall, size: bodySize, ...(accent && { accent }) });
		const parsed = new DOMParser().parseFromString(
			svgPicture((option as (of: typeof theme) => object)(theme), width, tall),
			'image/svg+xml'
		);
		const room = element.closest('[data-paper="grid"]') ? headRoom : titleRoom;
		element.style.setProperty('--most', `${paper.height - room}px`);
		element.replaceChildren(document.importNode(parsed.documentElement, true));
	};
}

/** Lays the page out for paper: at once, since the browser takes its picture right after. */
function prepare(): void {
	const main = document.querySelector('main');
	// What has sheets of its own is printed as it is.
	if (!main || printing.place || main.querySelector('[data-sheets]')) return;
	const paper = paperBox(wanted ?? 'A4');
	style = document.createElement('style');
	style.textContent = pageRule(wanted, { head: textOf('head'), release: textOf('release'), foot: textOf('foot') });
	document.head.append(style);
	if (!('CSSMarginRule' in globalThis)) document.documentElement.dataset.edges = 'none';
	layOut(main, paper.width);
	flushSync(() => (printing.place = placeOn(paper)));
}

function restore(): void {
	const main = document.querySelector('main');
	if (main) layBack(main);
	for (const hidden of document.querySelectorAll<HTMLElement>('[data-unprinted]')) delete hidden.dataset.unprinted;
	style?.remove();
	style = null;
	wanted = null;
	flushSync(() => (printing.place = null));
}

let watched = false;

/** Lays the page out for paper whenever it is printed, however that was asked for. */
export function watchPrinting(): void {
	if (watched) return;
	watched = true;
	addEventListener('beforeprint', prepare);
	addEventListener('afterprint', restore);
}

/** Prints the page on a paper. */
export function printPage(paper: PaperName): void {
	watchPrinting();
	wanted = paper;
	window.print();
}

/** Prints one panel alone, on A4. */
export function printPanel(name: string): void {
	let kept: Element | null = document.querySelector(`[data-panel="${CSS.escape(name)}"]`);
	while (kept && kept !== document.body) {
		for (const beside of kept.parentElement?.children ?? [])
			if (beside !== kept && beside instanceof HTMLElement) beside.dataset.unprinted = '';
		kept = kept.parentElement;
	}
	printPage('A4');
}
