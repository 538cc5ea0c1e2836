import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Profile } from '#lib/dimensions/profile.ts';
import type { Connector, Row } from '#lib/engine/connector.ts';
import { openNative } from '#lib/engine/native.ts';
import { noFilters, type Filters } from '#lib/filters/filters.ts';
import { indicators } from '#lib/indicators/index.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';
import { metricIndicator } from '#lib/indicators/metric.ts';
import type { Query } from '#lib/query/query.ts';
import type { Manifest } from '#lib/release/manifest.ts';
import { openRelease } from '#lib/release/open-release.ts';
import { releaseFormat } from '#lib/release/rules.ts';
import { readLists, type ReleaseLists } from '#lib/state/release-lists.ts';
import { releaseProfile } from '#lib/state/release-profile.ts';
import { scopeOf, type Scope } from '#lib/views/scope.ts';
import { ensureReleases } from '../../../src/cli/demo.ts';
import { openWasmInNode } from '../../engine/wasm-in-node.ts';

const releases = join(import.meta.dirname, '../../../releases');

/** Answers with more rows than this are asked for each time. */
const mostKept = 1000;

/** A demo release that is open in an engine. */
export interface OpenDemo {
	readonly db: Connector;
	readonly lists: ReleaseLists;
	readonly profile: Profile;
	readonly highlights: readonly Indicator[];
	/** Asks as the pages do. */
	ask<T>(query: Query<T>): Promise<T>;
	/** The page's scope; the latest period of the home region unless told. */
	scope(indicator: Indicator, filters?: Partial<Filters>, language?: 'zh' | 'en'): Scope;
}

/** Opens the demo release of a profile, built first where it is not there. */
export async function openDemo(profile: string, engine: 'native' | 'wasm'): Promise<OpenDemo> {
	const folder = (await found(profile)) ?? (await ensureReleases().then(() => found(profile)));
	if (!folder) throw new Error(`No release of ${profile}`);
	const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as Manifest;
	const db = engine === 'native' ? await openNative({ folder }) : await openWasmInNode();
	if (engine === 'wasm')
		for (const name of ['summary.duckdb', 'detail.duckdb'])
			await db.writeFile(name, await readFile(join(folder, name)));
	await openRelease(db, { detail: true });
	askOnce(db);
	const lists = await readLists((statement) => db.query(statement), manifest.profile.home);
	const known = [...indicators, ...lists.metrics.map((metric) => metricIndicator(metric))];
	return {
		db,
		lists,
		profile: releaseProfile(manifest.profile, lists),
		highlights: manifest.profile.highlights.flatMap((id) => known.find((one) => one.id === id) ?? []),
		ask: async (query) => query.parse(await db.query(query.sql)),
		scope(indicator, filters = {}, language = 'zh') {
			const { home: homeCode, yearStart } = manifest.profile;
			const told = { ...noFilters, ...filters };
			const complete = { ...told, period: told.period ?? lists.latestPeriod ?? '', region: told.region ?? homeCode };
			const scope = scopeOf({ filters: complete, lists, homeCode, indicator, language, yearStart });
			if (!scope) throw new Error('No scope');
			return scope;
		}
	};
}

/** From here on nothing is written, and many figures have cells in common: the same question has the answer it had. */
function askOnce(db: Connector): void {
	const ask = db.query.bind(db);
	const asked = new Map<string, Promise<Row[]>>();
	db.query = async (statement) => {
		const key = JSON.stringify([statement.text, statement.values]);
		const answer = asked.get(key) ?? ask(statement);
		asked.set(key, answer);
		const rows = await answer;
		// The source rows of a whole country are too many to keep.
		if (rows.length > mostKept) asked.delete(key);
		return rows;
	};
}

async function found(profile: string): Promise<string | null> {
	for (const name of await readdir(releases).catch(() => [])) {
		const text = await readFile(join(releases, name, 'manifest.json'), 'utf8').catch(() => null);
		const manifest = text === null ? null : (JSON.parse(text) as Manifest);
		if (manifest?.profile.id === profile && manifest.format === releaseFormat) return join(releases, name);
	}
	return null;
}
