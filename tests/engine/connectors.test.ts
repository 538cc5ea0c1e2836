import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { QueryError, type Connector } from '#lib/engine/connector.ts';
import { openNative } from '#lib/engine/native.ts';
import { sql, Sql } from '#lib/sql/sql.ts';
import { openWasmInNode } from './wasm-in-node.ts';

describe.each([
	['native', () => openNative()],
	['wasm', () => openWasmInNode()]
] as const)('%s', (engine, open) => {
	let db: Connector;
	beforeAll(async () => void (db = await open()));
	afterAll(() => db.close());

	test('answers with plain values', async () => {
		expect(db.engine).toBe(engine);
		expect(
			await db.query(
				sql`SELECT 1 AS i, 2::BIGINT AS b, 1.5::DOUBLE AS d, 'x' AS t, true AS y, NULL AS n, NULL::VARCHAR AS nt`
			)
		).toEqual([{ i: 1, b: 2, d: 1.5, t: 'x', y: true, n: null, nt: null }]);
		expect(await db.query(sql`SELECT 1 AS a WHERE false`)).toEqual([]);
	});

	test('binds text, numbers, booleans and null', async () => {
		const nasty = `'; DROP TABLE x; -- "工会" \u{1F600}\n`;
		expect(
			await db.query(sql`SELECT ${nasty} AS t, ${1.25} AS d, ${3}::INTEGER AS i, ${true} AS b, ${null}::VARCHAR AS n`)
		).toEqual([{ t: nasty, d: 1.25, i: 3, b: true, n: null }]);
	});

	test.each([
		['1.5::DECIMAL(18,4)', /cast it/],
		['sum(1::BIGINT)', /cast it/],
		["DATE '2024-01-01'", /cast it/],
		['9007199254740993', /2\^53/]
	])('refuses %s, which engines return differently', async (expression, message) => {
		await expect(db.query(new Sql(`SELECT ${expression} AS x`))).rejects.toThrow(message);
	});

	test('an answer of many rows is whole and in order, and lets others have their turn', async () => {
		let turn = false;
		setTimeout(() => (turn = true));
		const rows = await db.query(sql`SELECT i, '工' || i AS t FROM range(10_000) r(i) ORDER BY i`);
		expect(turn).toBe(true);
		expect(rows).toEqual(Array.from({ length: 10_000 }, (_, i) => ({ i, t: `工${i}` })));
	});

	test('an error keeps its statement', async () => {
		const error = await db.query(sql`SELECT nonsense`).catch((error: unknown) => error);
		expect(error).toBeInstanceOf(QueryError);
		expect((error as QueryError).statement).toBe('SELECT nonsense');
		expect((error as QueryError).cause).toBeInstanceOf(Error);
	});

	test('runs several statements and reads a file by its logical name', async () => {
		await db.run(new Sql('CREATE TABLE a (x INTEGER); INSERT INTO a VALUES (1), (2)'));
		const bytes = new TextEncoder().encode('x,y\n1,工\n');
		for (let round = 0; round < 2; round++) {
			await db.writeFile('staging.csv', bytes);
			expect(
				await db.query(
					sql`SELECT * FROM read_csv(${db.fileName('staging.csv')}, auto_detect = false, header = true,
						columns = {'x': 'INTEGER', 'y': 'VARCHAR'}) JOIN a USING (x)`
				)
			).toEqual([{ x: 1, y: '工' }]);
			await db.dropFile('staging.csv');
		}
		expect(bytes.length).toBe(10);
	});

	test('never reaches for an extension', async () => {
		const settings = sql`SELECT current_setting('autoload_known_extensions') AS load,
			current_setting('autoinstall_known_extensions') AS install`;
		expect(await db.query(settings)).toEqual([{ load: false, install: false }]);
	});
});
