import { createVirtualizer, type SvelteVirtualizer } from '@tanstack/svelte-virtual';
import { untrack } from 'svelte';
import { fromStore } from 'svelte/store';
import { PageTheme } from './page-theme.svelte.ts';
import { mostPrintedRows, printing } from './print/printing.svelte.ts';

/** Height of a row in rem, as the stylesheet of the table has it. */
const rowHeight = 2.5;

/**
 * Which rows of a long table are in the page: those in sight and a few around them; on paper, which does not scroll, all,
 * or as many as anybody reads there. Made during initialisation.
 */
export class TableWindow {
	readonly #virtual: { readonly current: SvelteVirtualizer<HTMLDivElement, HTMLTableRowElement> };
	readonly #count: () => number;
	readonly #seen = $derived.by(() => this.#virtual.current.getVirtualItems());
	/** Positions among all rows. */
	readonly rows = $derived.by(() =>
		printing.place
			? Array.from({ length: Math.min(this.#count(), mostPrintedRows) }, (_, index) => index)
			: this.#seen.map(({ index }) => index)
	);
	/** Px that the rows above these take. */
	readonly above = $derived.by(() => (printing.place ? 0 : (this.#seen[0]?.start ?? 0)));
	/** Px that the rows below them take. */
	readonly below = $derived.by(() =>
		printing.place ? 0 : this.#virtual.current.getTotalSize() - (this.#seen.at(-1)?.end ?? 0)
	);

	constructor(count: () => number, scroller: () => HTMLDivElement | null) {
		const theme = new PageTheme();
		const optionsOf = (rows: number, element: HTMLDivElement | null, height: number) => ({
			count: rows,
			getScrollElement: () => element,
			estimateSize: () => height,
			overscan: 8
		});
		this.#count = count;
		this.#virtual = fromStore(createVirtualizer<HTMLDivElement, HTMLTableRowElement>(optionsOf(0, null, 40)));
		$effect(() => {
			const options = optionsOf(count(), scroller(), theme.rem * rowHeight);
			untrack(() => {
				this.#virtual.current.setOptions(options);
				this.#virtual.current.measure();
			});
		});
	}

	/** Brings a row into sight. */
	reveal(index: number): void {
		this.#virtual.current.scrollToIndex(index, { align: 'auto' });
	}
}
