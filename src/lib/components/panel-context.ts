import { getContext, setContext } from 'svelte';
import { createSubscriber } from 'svelte/reactivity';
import type { ChartTheme } from '#lib/charts/theme.ts';
import type { Column } from './table.ts';

/** A chart inside a panel, as it is drawn. */
export interface PanelPicture {
	/** Builds the ECharts option for a theme and a box. */
	readonly option: (theme: ChartTheme) => object;
	/** Its box on the page now, px; 0 × 0 while it is out of sight. */
	readonly box: () => { readonly width: number; readonly height: number };
}

/** A table inside a panel: all of its rows in the order shown, not only those in sight. */
export interface PanelTable<R = unknown> {
	readonly columns: () => readonly Column<R>[];
	readonly rows: () => readonly R[];
	/** Puts other rows of the kind into the order that is shown. */
	readonly sorted: (rows: readonly R[]) => readonly R[];
}

/** The data behind a panel's picture, by the keys of its marks. */
export interface PanelMarks<R = never> {
	readonly columns: readonly Column<R>[];
	readonly rows: readonly R[];
	readonly key: (row: R) => string;
	/** The column that its marks show; the first explained one where left out. */
	readonly mark?: string | undefined;
	/** The same as a click on the mark. */
	readonly onrow?: ((row: R) => void) | undefined;
}

/** What stands in one panel. Charts and tables inside enter themselves; the panel's menu reads what there is. */
export class PanelContents {
	/** The last box of its chart on the page, px; 0 × 0 before there was one. */
	box = { width: 0, height: 0 };
	/** The panel's name within its page. */
	readonly name: () => string;
	/** The data of its picture, whose marks explain themselves by it; null where it has no table. */
	marks: () => PanelMarks | null = () => null;
	readonly #pictures = new Set<PanelPicture>();
	readonly #tables = new Set<PanelTable<never>>();
	#changed = () => {};
	readonly #subscribe = createSubscriber((changed) => {
		this.#changed = changed;
		return () => (this.#changed = () => {});
	});

	constructor(name: () => string) {
		this.name = name;
	}

	/** The panel's chart. Reactive. */
	get picture(): PanelPicture | null {
		this.#subscribe();
		return [...this.#pictures].at(-1) ?? null;
	}

	/** The panel's table where it shows one. Reactive. */
	get table(): PanelTable<never> | null {
		this.#subscribe();
		return [...this.#tables].at(-1) ?? null;
	}

	/** Enters a chart; returns how to take it out again. */
	readonly enterPicture = (picture: PanelPicture): (() => void) => this.#enter(this.#pictures, picture);

	/** Enters a table; returns how to take it out again. */
	readonly enterTable = <R>(table: PanelTable<R>): (() => void) =>
		this.#enter(this.#tables, table as unknown as PanelTable<never>);

	#enter<T>(things: Set<T>, thing: T): () => void {
		things.add(thing);
		this.#changed();
		return () => {
			things.delete(thing);
			this.#changed();
		};
	}
}

const key = Symbol('panel');

/** Opens a panel for the charts and tables within the calling component. */
export function setPanel(name: () => string): PanelContents {
	return setContext(key, new PanelContents(name));
}

/** The panel around the calling component, or null. */
export function getPanel(): PanelContents | null {
	return getContext<PanelContents | undefined>(key) ?? null;
}
