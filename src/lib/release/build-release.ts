import { mapFileName } from '#lib/dimensions/drawn-map.ts';
import type { Connector } from '#lib/engine/connector.ts';
import { literal, Sql } from '#lib/sql/sql.ts';
import { buildTables, releasePlaces } from './build-tables.ts';
import type { BuildInput, BuildProgress } from './input.ts';
import { manifestOf, type Manifest } from './manifest.ts';
import { releaseFiles } from './open-release.ts';
import { detailTables } from './registers.ts';
import { summaryTables } from './summary-tables.ts';
import { at } from './tables.ts';

/** A built release: its files by name and the manifest. The batches belong to it too, see `Manifest.batches`. */
export interface Release {
	readonly files: Readonly<Record<'summary.duckdb' | 'detail.duckdb', Uint8Array>>;
	/** `map.json`, where the profile has a map. */
	readonly map?: Uint8Array;
	readonly manifest: Manifest;
}

/** The oldest storage that holds what we need: the DuckDB in the browser reads it. */
const storageVersion = 'v1.4.0';
/**
 * Rows of which the least and the greatest value of each column are kept. Pages ask for few cells of tables that lie in
 * order: an eighth of the usual size passes over most of the rest.
 */
const rowGroupSize = 16_384;

/**
 * Builds a release into files under the connector's logical names and reads them back. Those names must be free.
 * `createdAt` is an ISO time; it is no part of the release's id.
 */
export async function buildRelease(
	connector: Connector,
	input: BuildInput & { readonly createdAt: string },
	progress: BuildProgress = () => {}
): Promise<Release> {
	for (const which of ['summary', 'detail'] as const) {
		const file = literal(connector.fileName(releaseFiles[which])).text;
		const options = [
			...(connector.engine === 'native' ? [`STORAGE_VERSION '${storageVersion}'`] : []),
			...(which === 'summary' ? [`ROW_GROUP_SIZE ${rowGroupSize}`] : [])
		].join(', ');
		await connector.run(new Sql(`ATTACH ${file} AS ${releasePlaces[which].text}${options && ` (${options})`}`));
	}
	let counts: Record<string, number>;
	try {
		await buildTables(connector, input, progress);
		progress('files', 0, 1);
		counts = await countRows(connector);
	} finally {
		for (const which of ['summary', 'detail'] as const) {
			await connector.run(new Sql(`DETACH ${releasePlaces[which].text}`));
		}
	}
	const [version] = await connector.query(new Sql('SELECT version() AS version'));
	const files = {
		[releaseFiles.summary]: await connector.readFile(releaseFiles.summary),
		[releaseFiles.detail]: await connector.readFile(releaseFiles.detail)
	} as Release['files'];
	const map = input.map && new TextEncoder().encode(JSON.stringify(input.map));
	const manifest = await manifestOf({
		profile: input.profile,
		batches: input.batches,
		...(input.map && { map: input.map }),
		files: Object.entries({ ...files, ...(map && { [mapFileName]: map }) }).map(([name, bytes]) => ({ name, bytes })),
		counts,
		engine: `DuckDB ${String(version?.version)} ${connector.engine}`,
		createdAt: input.createdAt
	});
	progress('files', 1, 1);
	return { files, ...(map && { map }), manifest };
}

async function countRows(connector: Connector): Promise<Record<string, number>> {
	const counts: Record<string, number> = {};
	const places = [
		[releasePlaces.summary, summaryTables],
		[releasePlaces.detail, detailTables]
	] as const;
	for (const [place, tables] of places) {
		for (const { name } of tables) {
			const [row] = await connector.query(new Sql(`SELECT count(*) AS rows FROM ${at(place, name).text}`));
			counts[name] = Number(row?.rows);
		}
	}
	return counts;
}
