import { readFile } from 'node:fs/promises';
import type { Connector } from '#lib/engine/connector.ts';
import { QueryCache } from '#lib/query/query.ts';
import type { Manifest, ReleaseHead } from '#lib/release/manifest.ts';
import type { PageAnswers } from './page-answers.ts';
import type { CatalogueEntry, ReleaseStore } from './release-store.ts';

/** A release as pages start from it. */
export interface PageRelease<Lists> {
	readonly entry: CatalogueEntry;
	readonly manifest: ReleaseHead;
	readonly lists: Lists;
	readonly connector: Connector;
	/** Answers of all pages of this release. */
	readonly cache: QueryCache;
	/** What each page was answered, by its address: it is drawn at once the next time. */
	readonly pages: RecentPages;
}

interface Surroundings<Lists> {
	readonly store: ReleaseStore;
	/** The release as a connector; throws where it cannot be opened. */
	connector(release: string): Promise<Connector>;
	/** What every page shows of a release: its regions, industries, periods. */
	lists(connector: Connector, home: string): Promise<Lists>;
}

/** The answers of the pages that were asked for last. */
export class RecentPages {
	readonly #pages = new Map<string, PageAnswers['known']>();

	/** What a page was answered the last time. */
	answers(address: string): PageAnswers['known'] {
		return this.#pages.get(address) ?? [];
	}

	keep(address: string, { known }: PageAnswers): void {
		this.#pages.delete(address);
		this.#pages.set(address, known);
		const [oldest] = this.#pages.keys();
		if (this.#pages.size > pages && oldest !== undefined) this.#pages.delete(oldest);
	}
}

/** So many answers of one release are remembered. */
const answers = 2000;
/** So many pages of one release are remembered. */
const pages = 200;
/** So many releases are remembered. */
const most = 12;

/** Releases with what every page of them needs, read once each. */
export class PageReleases<Lists> {
	readonly #around: Surroundings<Lists>;
	/** By file hash: a release that was built anew has its id and other bytes. */
	readonly #known = new Map<string, Promise<PageRelease<Lists>>>();

	constructor(around: Surroundings<Lists>) {
		this.#around = around;
	}

	/** A release that the store has, or null where it has none of that id or it cannot be opened. */
	async release(entry: CatalogueEntry): Promise<PageRelease<Lists> | null> {
		const file = await this.#around.store.file(entry.release, 'manifest.json');
		const summary = await this.#around.store.file(entry.release, 'summary.duckdb');
		if (!file || !summary) return null;
		const known = this.#known.get(summary.etag) ?? this.#open(entry, file.path);
		this.#known.delete(summary.etag);
		this.#known.set(summary.etag, known);
		for (const oldest of this.#known.keys()) {
			if (this.#known.size <= most) break;
			this.#known.delete(oldest);
		}
		return known.catch(() => {
			// The browser says what is wrong with it; another start tries again.
			if (this.#known.get(summary.etag) === known) this.#known.delete(summary.etag);
			return null;
		});
	}

	async #open(entry: CatalogueEntry, path: string): Promise<PageRelease<Lists>> {
		const { datapackage: _, ...manifest } = JSON.parse(await readFile(path, 'utf8')) as Manifest;
		const connector = await this.#around.connector(entry.release);
		const lists = await this.#around.lists(connector, manifest.profile.home);
		return { entry, manifest, lists, connector, cache: new QueryCache(answers), pages: new RecentPages() };
	}
}
