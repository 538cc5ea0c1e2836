import { expect, test } from 'vitest';
import type { Connector, Row } from '#lib/engine/connector.ts';
import { plainQuery, QueryCache, runQuery } from '#lib/query/query.ts';
import { sql, type Sql } from '#lib/sql/sql.ts';

/** Answers with what it was asked, and remembers the questions. */
function echo(answer: (statement: Sql) => Promise<Row[]> = async (statement) => [{ v: statement.values[0] ?? null }]) {
	const asked: Sql[] = [];
	const query = (statement: Sql) => (asked.push(statement), answer(statement));
	return { asked, connector: { query } as unknown as Connector };
}

const one = (value: string | number) => sql`SELECT ${value} AS v`;

test('the same text with the same values is asked once, and read by each question’s own reader', async () => {
	const { asked, connector } = echo();
	const cache = new QueryCache();
	const first = runQuery(connector, { sql: one('a'), parse: (rows) => rows.length }, cache);
	const second = runQuery(connector, { sql: one('a'), parse: (rows) => rows[0]?.v }, cache);
	expect(await Promise.all([first, second])).toEqual([1, 'a']);
	expect(await runQuery(connector, plainQuery(one('b')), cache)).toEqual([{ v: 'b' }]);
	expect(asked).toHaveLength(2);
});

test('the number 1 and the text 1 are different values', async () => {
	const { asked, connector } = echo();
	const cache = new QueryCache();
	expect(await runQuery(connector, plainQuery(one(1)), cache)).toEqual([{ v: 1 }]);
	expect(await runQuery(connector, plainQuery(one('1')), cache)).toEqual([{ v: '1' }]);
	expect(asked).toHaveLength(2);
});

test('a failure is not kept', async () => {
	let broken = true;
	const { asked, connector } = echo(async () => {
		if (broken) throw new Error('gone');
		return [{ v: 'back' }];
	});
	const cache = new QueryCache();
	await expect(runQuery(connector, plainQuery(one('a')), cache)).rejects.toThrow('gone');
	broken = false;
	expect(await runQuery(connector, plainQuery(one('a')), cache)).toEqual([{ v: 'back' }]);
	expect(asked).toHaveLength(2);
});

test('the least recently used goes first', async () => {
	const { asked, connector } = echo();
	const cache = new QueryCache(2);
	for (const value of ['a', 'b', 'a', 'c', 'a', 'b']) await cache.rows(connector, one(value));
	expect(asked.map((statement) => statement.values[0])).toEqual(['a', 'b', 'c', 'b']);
	expect(cache.size).toBe(2);
});

test('after clearing everything is asked anew, and an old answer under way does not come back', async () => {
	const { asked, connector } = echo();
	const cache = new QueryCache();
	const old = cache.rows(connector, one('a'));
	cache.clear();
	await old;
	expect(cache.size).toBe(0);
	await cache.rows(connector, one('a'));
	expect(asked).toHaveLength(2);
});

test('a reader that fails fails its own question only', async () => {
	const { connector } = echo();
	const cache = new QueryCache();
	const fails = () => {
		throw new TypeError('unreadable');
	};
	await expect(runQuery(connector, { sql: one('a'), parse: fails }, cache)).rejects.toThrow('unreadable');
	expect(await runQuery(connector, plainQuery(one('a')), cache)).toEqual([{ v: 'a' }]);
	expect(await runQuery(connector, plainQuery(one('a')))).toEqual([{ v: 'a' }]);
});
