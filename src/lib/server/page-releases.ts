import { readFile } from 'node:fs/promises';
import type { Connector } from '#lib/engine/connector.ts';
import type { Manifest, ReleaseHead } from '#lib/release/manifest.ts';
import { AnswerCache } from './answer-cache.ts';
import type { Answering, PageAnswers } from './page-answers.ts';
import type { CatalogueEntry, ReleaseStore } from './release-store.ts';

/** A release as pages start from it. */
export interface PageRelease<Lists> {
	readonly entry: CatalogueEntry;
	readonly manifest: ReleaseHead;
	readonly lists: Lists;
	/** Who answers its pages. */
	readonly answering: Answering;
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

/** What the pages that were asked for last have asked themselves. */
export class RecentPages {
	readonly #pages = new Map<string, readonly string[]>();

	/** What a page asked the last time, by `keyOf` of the statements. */
	asked(address: string): readonly string[] {
		return this.#pages.get(address) ?? [];
	}

	keep(address: string, { known }: PageAnswers): void {
		this.#pages.delete(address);
		this.#pages.set(
			address,
			known.map(([key]) => key)
		);
		const [oldest] = this.#pages.keys();
		if (this.#pages.size > pages && oldest !== undefined) this.#pages.delete(oldest);
	}
}

/** So many pages of one release are remembered. */
const pages = 200;
/** So many releases are remembered. */
const most = 12;

/** Releases with what every page of them needs, read once each. */
export class PageReleases<Lists> {
	readonly #around: Surroundings<Lists>;
	readonly #cache = new AnswerCache();
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
		const known = this.#known.get(summary.etag) ?? this.#open(entry, file.path, summary.etag);
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

	async #open(entry: CatalogueEntry, path: string, release: string): Promise<PageRelease<Lists>> {
		const { datapackage: _, ...manifest } = JSON.parse(await readFile(path, 'utf8')) as Manifest;
		const connector = await this.#around.connector(entry.release);
		const lists = await this.#around.lists(connector, manifest.profile.home);
		const answering = { connector, cache: this.#cache, release };
		return { entry, manifest, lists, answering, pages: new RecentPages() };
	}
}
