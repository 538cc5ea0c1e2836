import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openNative } from '#lib/engine/native.ts';
import { releaseFormat } from '#lib/release/rules.ts';
import { NoSuchRelease, OpenReleases, OtherFormat } from '#lib/server/open-releases.ts';
import { ReleaseStore } from '#lib/server/release-store.ts';
import { detailTables } from '#lib/release/registers.ts';
import { summaryTables } from '#lib/release/summary-tables.ts';
import { createTable } from '#lib/release/tables.ts';
import { identifier, literal, sql, Sql } from '#lib/sql/sql.ts';

let folder: string;
let made: OpenReleases;

/** An empty release, or one without row-level tables. */
async function release(id: string, options: { format?: number; detail?: boolean; build?: string } = {}) {
	const { format = releaseFormat, detail = true, build = id } = options;
	const place = join(folder, id);
	await rm(place, { recursive: true, force: true });
	const connector = await openNative({ folder: place });
	const files = { summary: summaryTables, ...(detail ? { detail: detailTables } : {}) };
	for (const [name, tables] of Object.entries(files)) {
		await connector.run(new Sql(`ATTACH ${literal(connector.fileName(`${name}.duckdb`)).text} AS made_${name}`));
		for (const table of tables) await connector.run(createTable(identifier(`made_${name}`), table));
		await connector.run(new Sql(`DETACH made_${name}`));
	}
	await connector.close();
	await writeFile(
		join(place, 'manifest.json'),
		JSON.stringify({
			id,
			format,
			createdAt: '2026-01-01T00:00:00Z',
			profile: { id: 'office', title: { zh: '', en: '' } },
			files: Object.keys(files).map((name) => ({ name: `${name}.duckdb`, bytes: 1, sha256: build }))
		})
	);
}

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'gongbang-open-'));
	for (const id of ['00000000000000a1', '00000000000000a2', '00000000000000a3']) await release(id);
	await release('00000000000000b1', { detail: false });
	await release('00000000000000c1', { format: releaseFormat + 1 });
});
afterEach(() => made.close());
afterAll(() => rm(folder, { recursive: true, force: true }));

function opened(limits: ConstructorParameters<typeof OpenReleases>[1] = {}) {
	return (made = new OpenReleases(new ReleaseStore(folder), limits));
}

const regions = sql`SELECT count(*) AS n FROM region`;

test('a release answers from summary and detail; one without detail from its summary', async () => {
	const releases = opened();
	const whole = await releases.connector('00000000000000a1');
	expect(await whole.query(regions)).toEqual([{ n: 0 }]);
	expect(await whole.query(sql`SELECT count(*) AS n FROM results`)).toEqual([{ n: 0 }]);
	const summary = await releases.connector('00000000000000b1');
	expect(await summary.query(regions)).toEqual([{ n: 0 }]);
	await expect(summary.query(sql`SELECT count(*) FROM results`)).rejects.toThrow(/results/);
});

test('one engine a release, however often and at once it is asked for', async () => {
	const releases = opened();
	const all = await Promise.all(Array.from({ length: 20 }, () => releases.connector('00000000000000a1')));
	expect(new Set(all).size).toBe(1);
	const rows = await Promise.all(all.map((connector) => connector.query(regions)));
	expect(rows.flat()).toEqual(Array.from({ length: 20 }, () => ({ n: 0 })));
	expect(releases.open).toBe(1);
});

test('an engine closes when nobody asks, and opens with the next question', async () => {
	const releases = opened({ idleMs: 30 });
	const kept = await releases.connector('00000000000000a1');
	expect(releases.open).toBe(1);
	await expect.poll(() => releases.open).toBe(0);
	expect(await kept.query(regions)).toEqual([{ n: 0 }]);
	expect(releases.open).toBe(1);
});

test('of too many the one that was asked longest ago closes', async () => {
	const releases = opened({ most: 2 });
	const first = await releases.connector('00000000000000a1');
	await releases.connector('00000000000000a2');
	await releases.connector('00000000000000a1');
	await releases.connector('00000000000000a3');
	expect(releases.open).toBe(2);
	expect(await first.query(regions)).toEqual([{ n: 0 }]);
	expect(releases.open).toBe(2);
});

test('an unknown release, and one of another format, are told', async () => {
	const releases = opened();
	await expect(releases.connector('00000000000000ff')).rejects.toThrow(NoSuchRelease);
	await expect(releases.connector('../00000000000000a1')).rejects.toThrow(NoSuchRelease);
	await expect(releases.connector('00000000000000c1')).rejects.toThrow(OtherFormat);
	expect(releases.open).toBe(0);
});

test('nothing can be written, and nothing else be read', async () => {
	const connector = await opened().connector('00000000000000a1');
	await writeFile(join(folder, 'other.csv'), 'a\n1\n');
	const outside = literal(join(folder, 'other.csv')).text;
	for (const text of [
		`SELECT * FROM read_csv(${outside})`,
		`COPY region TO ${outside}`,
		`ATTACH ${literal(join(folder, '00000000000000a2', 'summary.duckdb')).text} AS other`,
		"INSERT INTO summary.region (code) VALUES ('1')",
		'SET enable_external_access = true',
		'INSTALL httpfs'
	])
		await expect(connector.query(new Sql(text)), text).rejects.toThrow();
	await expect(connector.run(regions)).rejects.toThrow('only read');
	expect(await readFile(join(folder, 'other.csv'), 'utf8')).toBe('a\n1\n');
});

test('a release that is built anew is answered from its new files', async () => {
	const id = '00000000000000d1';
	await release(id);
	const releases = opened();
	const before = await releases.connector(id);
	await release(id, { build: 'other' });
	const after = await releases.connector(id);
	expect(after).not.toBe(before);
	expect(await after.query(regions)).toEqual([{ n: 0 }]);
});
