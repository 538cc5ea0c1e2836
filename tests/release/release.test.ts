import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Connector } from '#lib/engine/connector.ts';
import { openNative } from '#lib/engine/native.ts';
import { lockDown } from '#lib/engine/settings.ts';
import { buildRelease, type Release } from '#lib/release/build-release.ts';
import { attachDetail, closeRelease, openRelease } from '#lib/release/open-release.ts';
import { overlayDrafts, removeOverlay } from '#lib/release/overlay.ts';
import { sql, Sql } from '#lib/sql/sql.ts';
import { openWasmInNode } from '../engine/wasm-in-node.ts';
import { batch, profile } from './fixture.ts';

const batches = [
	batch('summary', 'period,region,participants\n2024,11,10\n2024,12,20'),
	batch(
		'competitions',
		`competition_id,name,kind,level,start_date,participants,region
		J1,示例赛一,skills,municipal,2024-05-02,30,1111
		J2,示例赛二,skills,municipal,2024-05-03,40,12`
	),
	batch('results', 'competition_id,event,entrant_id,entrant,total,award,region\nJ1,钳工,1,示例甲,90,gold,1111')
];
const draft = [
	batch('summary', 'period,region,participants\n2024,12,25\n2024,19,1', { mode: 'upsert' }),
	batch(
		'competitions',
		'competition_id,name,kind,level,start_date,participants,region\nJ2,示例赛二改,skills,county,2024-05-03,44,12',
		{
			mode: 'upsert'
		}
	)
];

async function release(): Promise<Release> {
	const db = await openNative();
	try {
		return await buildRelease(db, { profile: profile(), batches, createdAt: '2024-12-31T00:00:00Z' });
	} finally {
		await db.close();
	}
}

test('a manifest names, counts and hashes what is there, and equal content has an equal id', async () => {
	const [{ manifest, files }, again] = [await release(), await release()];
	expect(manifest).toMatchObject({
		format: 6,
		profile: { id: 'example' },
		counts: { fact: 2, competitions: 2, results: 1 }
	});
	expect(manifest.id).toMatch(/^[0-9a-f]{16}$/);
	expect(again.manifest.id).toBe(manifest.id);
	for (const { name, bytes, sha256 } of manifest.files) {
		const content = files[name as keyof typeof files];
		expect(content.length).toBe(bytes);
		const digest = Buffer.from(await crypto.subtle.digest('SHA-256', content as Uint8Array<ArrayBuffer>)).toString(
			'hex'
		);
		expect(digest).toBe(sha256);
	}
	const csv = manifest.datapackage.resources.find(({ path }) => path === `batches/${batches[0]?.id}.csv`);
	expect(csv).toMatchObject({
		profile: 'tabular-data-resource',
		schema: { primaryKey: ['period', 'region', 'industry', 'ownership'] }
	});
	const rollup = manifest.datapackage.resources[0]?.tables?.find(({ name }) => name === 'rollup');
	expect(rollup?.schema.fields.find(({ name }) => name === 'value')).toEqual({ name: 'value', type: 'number' });
});

describe.each([
	['native', () => openNative()],
	['wasm', () => openWasmInNode()]
] as const)('%s opens what native wrote', (engine, open) => {
	let db: Connector;
	beforeEach(async () => {
		db = await open();
		const { files } = await release();
		for (const [name, bytes] of Object.entries(files)) await db.writeFile(name, bytes);
	});
	afterEach(() => db.close());

	const national = async () => {
		const [row] = await db.query(
			sql`SELECT CAST(value AS DOUBLE) AS value FROM rollup WHERE measure = 'participants' AND region = '1' AND period = '2024'
				AND industry = 'all' AND ownership = 'all'`
		);
		return row?.value;
	};
	const competitions = async () => {
		const rows = await db.query(sql`SELECT competition_id || ' ' || name AS text FROM competitions ORDER BY 1`);
		return rows.map((row) => row.text);
	};
	const registered = async () => {
		const [row] = await db.query(
			sql`SELECT CAST(sum(value) AS DOUBLE) AS value FROM register_fact WHERE measure = 'competitions.participants'`
		);
		return row?.value;
	};

	test('tables have unqualified names, and detail may come later', async () => {
		await openRelease(db);
		expect(await national()).toBe(30);
		await expect(competitions()).rejects.toThrow();
		await attachDetail(db);
		await attachDetail(db);
		expect(await competitions()).toEqual(['J1 示例赛一', 'J2 示例赛二']);
		await expect(db.run(new Sql('DELETE FROM summary.rollup'))).rejects.toThrow(/read-only/);
		await closeRelease(db);
		await expect(national()).rejects.toThrow();
		await openRelease(db, { detail: true });
		expect(await national()).toBe(30);
	});

	test('drafts lie over the release and come off again', async () => {
		await openRelease(db);
		await overlayDrafts(db, { profile: profile(), drafts: draft });
		expect(await national()).toBe(36);
		expect(await competitions()).toEqual(['J2 示例赛二改']);
		await attachDetail(db);
		expect(await competitions()).toEqual(['J1 示例赛一', 'J2 示例赛二改']);
		await overlayDrafts(db, { profile: profile(), drafts: draft });
		expect(await registered()).toBe(74);
		expect(await db.query(sql`SELECT count(*) AS batches FROM batch`)).toEqual([{ batches: 5 }]);
		await removeOverlay(db);
		expect(await national()).toBe(30);
		expect(await registered()).toBe(70);
		expect(await competitions()).toEqual(['J1 示例赛一', 'J2 示例赛二']);
	});

	test('a draft that cannot be built leaves the release as it was', async () => {
		await openRelease(db);
		const broken = batch('summary', 'period,region,participants\n2024,12,many');
		await expect(overlayDrafts(db, { profile: profile(), drafts: [broken] })).rejects.toThrow();
		expect(await national()).toBe(30);
	});

	test('what lies over is what publishing would give', async () => {
		await openRelease(db, { detail: true });
		await overlayDrafts(db, { profile: profile(), drafts: draft });
		const other = await openNative();
		const published = await buildRelease(other, { profile: profile(), batches: [...batches, ...draft], createdAt: '' });
		await other.close();
		const reader = await openNative();
		for (const [name, bytes] of Object.entries(published.files)) await reader.writeFile(name, bytes);
		await openRelease(reader, { detail: true });
		for (const [table, columns] of [
			['fact', 'measure, region, period, CAST(value AS VARCHAR) AS value, batch, line'],
			[
				'rollup',
				'measure, region, industry, ownership, period, CAST(value AS VARCHAR) AS value, how, parts_reported, parts_expected, complete'
			],
			['register_fact', 'measure, region, level, period, CAST(value AS VARCHAR) AS value'],
			['period_ancestor', 'period, ancestor'],
			['batch', 'id, position']
		] as const) {
			const statement = new Sql(`SELECT ${columns} FROM ${table} ORDER BY ALL`);
			expect(await db.query(statement), table).toEqual(await reader.query(statement));
		}
		await reader.close();
	});

	if (engine === 'wasm') {
		test('a locked engine reads its own files only, and drafts still go over', async () => {
			await openRelease(db);
			await lockDown(db, { memoryLimit: '1GB' });
			await expect(db.query(sql`SELECT * FROM read_csv('other.csv')`)).rejects.toThrow(/[Pp]ermission|disabled/);
			await expect(db.query(sql`SELECT * FROM read_csv('https://example.org/a.csv')`)).rejects.toThrow();
			await expect(db.run(new Sql("COPY (SELECT 1) TO 'out.csv'"))).rejects.toThrow();
			await expect(db.run(new Sql('SET enable_external_access = true'))).rejects.toThrow();
			await expect(db.run(new Sql("SET memory_limit = '3GB'"))).rejects.toThrow();
			await attachDetail(db);
			await overlayDrafts(db, { profile: profile(), drafts: draft });
			expect(await national()).toBe(36);
			expect(await competitions()).toEqual(['J1 示例赛一', 'J2 示例赛二改']);
			await removeOverlay(db);
			expect(await national()).toBe(30);
		});
	}
});
