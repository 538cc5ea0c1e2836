import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Connector } from '#lib/engine/connector.ts';
import { openNative } from '#lib/engine/native.ts';
import { lockDown } from '#lib/engine/settings.ts';
import { openRelease, releaseFiles } from '#lib/release/open-release.ts';
import { releaseFormat } from '#lib/release/rules.ts';
import { IdleConnector } from './idle-connector.ts';
import type { ReleaseStore } from './release-store.ts';
import { servedReleases } from './served-releases.ts';

/** This server does not have the release that was asked for. */
export class NoSuchRelease extends Error {
	override readonly name = 'NoSuchRelease';
	readonly release: string;
	constructor(release: string) {
		super(`There is no release ${release}.`);
		this.release = release;
	}
}

/** The release is of another format than this program reads: its tables are not the ones that statements name. */
export class OtherFormat extends Error {
	override readonly name = 'OtherFormat';
	readonly release: string;
	readonly format: unknown;
	constructor(release: string, format: unknown) {
		super(`Release ${release} is of format ${String(format)}; this program reads ${releaseFormat}.`);
		this.release = release;
		this.format = format;
	}
}

/** How many releases are open at once, for how long, and with how much memory each. */
export interface OpeningLimits {
	/** After this long without a question an engine closes. */
	readonly idleMs: number;
	/** Engines open at once; beyond that the one that was asked longest ago closes. */
	readonly most: number;
	/** Statements at once on one release. */
	readonly atOnce: number;
	/** As DuckDB writes it, e.g. `512MB`. */
	readonly memoryLimit: string;
}

const usualLimits: OpeningLimits = { idleMs: 5 * 60_000, most: 6, atOnce: 4, memoryLimit: '512MB' };

/** Releases opened on native DuckDB, read-only, one engine each, closed when nobody asks. */
export class OpenReleases {
	readonly #store: ReleaseStore;
	readonly #limits: OpeningLimits;
	/** By release and bytes, the one that was asked last at the end. */
	readonly #connectors = new Map<string, IdleConnector>();

	constructor(store: ReleaseStore, limits: Partial<OpeningLimits> = {}) {
		this.#store = store;
		this.#limits = { ...usualLimits, ...limits };
	}

	/**
	 * A release as a connector that answers questions: summary and detail attached, tables by their unqualified names.
	 * It may be kept: the engine behind it comes and goes. Throws NoSuchRelease and OtherFormat.
	 */
	async connector(release: string): Promise<Connector> {
		const summary = await this.#store.file(release, releaseFiles.summary);
		if (!summary) throw new NoSuchRelease(release);
		// A release that was built anew has its id and other bytes: nobody may be answered from the files before.
		const key = `${release} ${summary.etag}`;
		const connector = this.#connectors.get(key) ?? this.#closed(release, dirname(summary.path));
		this.#connectors.delete(key);
		this.#connectors.set(key, connector);
		await connector.start();
		await this.#closeBeyond();
		return connector;
	}

	/** How many engines are open. */
	get open(): number {
		return [...this.#connectors.values()].filter(({ isOpen }) => isOpen).length;
	}

	/** Closes every engine. */
	async close(): Promise<void> {
		await Promise.all([...this.#connectors.values()].map((connector) => connector.close()));
	}

	#closed(release: string, folder: string): IdleConnector {
		const { idleMs, atOnce, memoryLimit } = this.#limits;
		return new IdleConnector({
			idleMs,
			atOnce,
			open: async () => {
				const manifest = await this.#store.file(release, 'manifest.json');
				if (!manifest) throw new NoSuchRelease(release);
				const { format } = JSON.parse(await readFile(manifest.path, 'utf8')) as { format?: unknown };
				if (format !== releaseFormat) throw new OtherFormat(release, format);
				const detail = (await this.#store.file(release, releaseFiles.detail)) !== null;
				const connector = await openNative({ folder, memoryLimit });
				try {
					await openRelease(connector, { detail });
					await lockDown(connector, { memoryLimit });
					return connector;
				} catch (error) {
					await connector.close();
					throw error;
				}
			}
		});
	}

	async #closeBeyond(): Promise<void> {
		const idle = [...this.#connectors].filter(([, { isOpen, isAsked }]) => isOpen && !isAsked);
		const over = this.open - this.#limits.most;
		await Promise.all(idle.slice(0, Math.max(0, over)).map(([, connector]) => connector.close()));
	}
}

/** The releases that this server serves, opened as they are asked for. */
export const openReleases = new OpenReleases(servedReleases, {
	...(process.env.RELEASE_MEMORY ? { memoryLimit: process.env.RELEASE_MEMORY } : {})
});

/** A served release as a connector that answers questions. Throws NoSuchRelease and OtherFormat. */
export function openedRelease(id: string): Promise<Connector> {
	return openReleases.connector(id);
}
