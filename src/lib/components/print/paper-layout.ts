/** From this width on, paper has two columns. */
const twoColumns = 960;
/** Between columns, px. */
const gutter = 24;

/** Marks that lay a page out for paper: `grid` where panels stand beside each other, `column` where below each other. */
export function layOut(main: Element, width: number): void {
	for (const panel of main.querySelectorAll('[data-panel]')) {
		const around: HTMLElement[] = [];
		for (let one = panel.parentElement; one && one !== main; one = one.parentElement)
			if (getComputedStyle(one).display.includes('grid') && one.children.length > 1) around.push(one);
		for (const one of around.slice(0, -1)) one.dataset.paper = 'column';
		const outer = around.at(-1);
		if (outer) outer.dataset.paper = width >= twoColumns ? 'grid' : 'column';
	}
}

/** Takes the marks away again. */
export function layBack(main: Element): void {
	for (const marked of main.querySelectorAll<HTMLElement>('[data-paper]')) delete marked.dataset.paper;
}

/** How wide an element will be on paper of this width, once it is laid out. */
export function widthOnPaper(element: Element, width: number): number {
	return element.closest('[data-paper="grid"]') ? (width - gutter) / 2 : width;
}
