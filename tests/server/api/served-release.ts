import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Connector } from '#lib/engine/connector.ts';
import { openNative } from '#lib/engine/native.ts';
import { sha256 } from '#lib/release/digest.ts';
import { detailTables } from '#lib/release/registers.ts';
import { releaseFormat } from '#lib/release/rules.ts';
import { createTable } from '#lib/release/tables.ts';
import type { ApiSources } from '#lib/server/api/sources.ts';
import { OpenReleases } from '#lib/server/open-releases.ts';
import { ReleaseStore } from '#lib/server/release-store.ts';
import { identifier, literal, Sql } from '#lib/sql/sql.ts';
import { handMadeRelease } from '../../indicators/hand-made-release.ts';

export const releaseId = '0123456789abcdef';

/** A folder of releases that holds the hand-made one, served as the interface serves releases, its statements noted. */
export interface ServedRelease {
	/** Of all releases. */
	readonly folder: string;
	/** Of this one. */
	readonly release: string;
	readonly sources: ApiSources;
	/** Texts of all statements so far, values apart. */
	readonly statements: string[];
	close(): Promise<void>;
}

/** Makes it in a temporary folder. */
export async function servedRelease(): Promise<ServedRelease> {
	const folder = await mkdtemp(join(tmpdir(), 'gongbang-api-'));
	const release = join(folder, 'made');
	await mkdir(join(release, 'batches'), { recursive: true });
	const connector = await openNative({ folder: release });
	const attach = (file: string, name: string) =>
		connector.run(new Sql(`ATTACH ${literal(connector.fileName(file)).text} AS ${name}`));
	await attach('summary.duckdb', 'made');
	await handMadeRelease(connector, identifier('made'));
	// A name that a spreadsheet would run, and one that closes a text of SQL.
	await connector.run(
		new Sql(
			`INSERT INTO made.campaign VALUES ('=1+1', '=1+1', '@SUM(A1)'), ('''; DROP TABLE made.region; --', '分号', 'x')`
		)
	);
	await connector.run(
		new Sql(`INSERT INTO made.batch BY NAME SELECT 'b1' AS id, 1 AS position, 'results' AS dataset, 2 AS rows_loaded`)
	);
	await attach('detail.duckdb', 'detail');
	for (const table of detailTables) await connector.run(createTable(identifier('detail'), table));
	await connector.run(
		new Sql(`INSERT INTO detail.competitions BY NAME SELECT * FROM (VALUES
			('J1', '示例焊接大赛', '110000', DATE '2024-02-10')) t(competition_id, name, region, start_date)`)
	);
	await connector.run(
		new Sql(`INSERT INTO detail.results BY NAME SELECT * FROM (VALUES
			('J1', '焊工', '1', '张三', '甲队', '=甲厂', 90.5, 'gold', 1), ('J1', '焊工', '2', '李四', '乙队', '乙厂', 80, 'silver', 2)
		) t(competition_id, event, entrant_id, entrant, team, org_unit, total, award, rank_published)`)
	);
	await connector.close();
	const names = ['summary.duckdb', 'detail.duckdb'];
	const files = await Promise.all(
		names.map(async (name) => {
			const bytes = await readFile(join(release, name));
			return { name, bytes: bytes.length, sha256: await sha256(bytes) };
		})
	);
	await writeFile(join(release, 'batches', 'b1.json'), '{"id":"b1"}\n');
	await writeFile(
		join(release, 'manifest.json'),
		JSON.stringify({
			id: releaseId,
			format: releaseFormat,
			createdAt: '2026-01-01T00:00:00Z',
			profile: {
				id: 'office',
				title: { zh: '示例', en: 'Example' },
				subtitle: { zh: '', en: '' },
				home: '100000',
				demo: true,
				yearStart: 'calendar',
				regionNoun: { zh: '省份', en: 'provinces' },
				highlights: ['units_competing', 'coverage', 'metric:站点']
			},
			files,
			batches: [{ id: 'b1' }],
			counts: {},
			rules: {},
			engine: 'test',
			datapackage: {
				name: 'gongbang-office',
				id: releaseId,
				title: '示例',
				created: '2026-01-01T00:00:00Z',
				resources: [...files, { name: 'batches/b1.csv', bytes: 1, sha256: 'f00d' }].map(
					({ name, bytes, sha256: hash }) => ({
						name: name.replace('.duckdb', ''),
						path: name,
						format: 'duckdb',
						bytes,
						hash: `sha256:${hash}`
					})
				)
			}
		})
	);
	const store = new ReleaseStore(folder);
	const opened = new OpenReleases(store);
	const statements: string[] = [];
	const noted = new WeakMap<Connector, Connector>();
	const open = async (id: string) => {
		const inner = await opened.connector(id);
		const known = noted.get(inner);
		if (known) return known;
		const outer: Connector = Object.assign(Object.create(inner) as Connector, {
			query: (statement: Sql) => {
				statements.push(statement.text);
				return inner.query(statement);
			}
		});
		noted.set(inner, outer);
		return outer;
	};
	return {
		folder,
		release,
		sources: { store, open },
		statements,
		close: async () => {
			await opened.close();
			await rm(folder, { recursive: true, force: true });
		}
	};
}
