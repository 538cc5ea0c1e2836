import type { ChartTheme } from '#lib/charts/theme.ts';
import type { LeavingPanel } from '#lib/components/export/leaving-panel.ts';
import type { Row } from '#lib/engine/connector.ts';
import { packRows, unpackRows, type PackedRows } from '#lib/query/packed-rows.ts';
import type { ReleaseHead } from '#lib/release/manifest.ts';
import type { Sql } from '#lib/sql/sql.ts';
import type { ReleaseLists } from './release-lists.ts';
import type { CatalogueEntry } from './release-store.ts';

/** The answers that come with a page, by `keyOf` of the statement. */
export type PageAnswers = readonly (readonly [key: string, rows: PackedRows])[];

/** What a page starts from when the server has worked it out: a release, and the answers to what the page asks of it. */
export interface ServedPage {
	readonly catalogue: readonly CatalogueEntry[];
	readonly entry: CatalogueEntry;
	readonly manifest: ReleaseHead;
	/** The regions packed: there are thousands. */
	readonly lists: Omit<ReleaseLists, 'regions'> & { readonly regions: PackedRows };
	readonly answers: PageAnswers;
}

/** A chart as images, by the theme that the reader's system has; an empty `dark` where the theme is chosen. */
export interface ServedPicture {
	readonly light: string;
	readonly dark: string;
}

/** What the server lends to a page while it draws it. */
export interface PageServer {
	/** Notes a question that the page has and no answer to; it is asked before the page is drawn again. */
	want(statement: Sql): void;
	/**
	 * A chart of a panel (null: of none) for the first byte of the page; null where the reader's screen is not known well
	 * enough.
	 */
	chart(panel: string | null, option: (theme: ChartTheme) => object, height: number | string): ServedPicture | null;
	/** How a panel tells what it shows, should a picture of it be wanted. */
	panel(name: string, leave: () => LeavingPanel): void;
}

let lend: () => PageServer | null = () => null;

/** The server that draws this page now; null in the browser. */
export function pageServer(): PageServer | null {
	return lend();
}

/** Called once by the server: how a page that is being drawn finds what it is lent. */
export function drawPagesWith(find: () => PageServer | null): void {
	lend = find;
}

/** Lists for the way to the browser. */
export function packLists(lists: ReleaseLists): ServedPage['lists'] {
	return { ...lists, regions: packRows(lists.regions as unknown as readonly Row[]) };
}

/** Lists that came with a page. */
export function unpackLists(lists: ServedPage['lists']): ReleaseLists {
	return { ...lists, regions: unpackRows(lists.regions) as unknown as ReleaseLists['regions'] };
}
