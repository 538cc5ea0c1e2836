import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Connector } from '#lib/engine/connector.ts';
import { openNative } from '#lib/engine/native.ts';
import { and, identifier, join, list, literal, sql, Sql } from '#lib/sql/sql.ts';

describe('the sql tag', () => {
	test('binds values and splices fragments with their values in order', () => {
		const where = sql`a = ${1} AND b IN ${list(['x', 'y'])}`;
		const statement = sql`SELECT ${identifier('a"b')} FROM t WHERE ${where} LIMIT ${5}`;
		expect(statement.text).toBe('SELECT "a""b" FROM t WHERE a = ? AND b IN (?, ?) LIMIT ?');
		expect(statement.values).toEqual([1, 'x', 'y', 5]);
	});

	test('joins with a separator that may carry values itself', () => {
		const joined = join([sql`${1}`, sql`${2}`, sql`${3}`], sql` + ${'s'} + `);
		expect(joined.text).toBe('? + ? + ? + ? + ?');
		expect(joined.values).toEqual([1, 's', 2, 's', 3]);
		expect(and([]).text).toBe('TRUE');
		expect(list([]).text).toBe('(NULL)');
	});

	test('refuses names and texts that no statement can hold', () => {
		expect(() => identifier('')).toThrow(RangeError);
		expect(() => identifier('a\0')).toThrow(RangeError);
		expect(() => literal('a\0')).toThrow(RangeError);
	});
});

describe('on a real engine', () => {
	let db: Connector;
	beforeAll(async () => void (db = await openNative()));
	afterAll(() => db.close());

	test('any text comes back as it went in: as a value, as a literal and as a name', async () => {
		const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }).filter((text) => !text.includes('\0'));
		await fc.assert(
			fc.asyncProperty(text, async (text) => {
				const [row] = await db.query(sql`SELECT ${text} AS bound, ${literal(text)} AS literal`);
				expect(row).toEqual({ bound: text, literal: text });
				const [named] = await db.query(new Sql(`SELECT 1 AS ${identifier(text).text}`));
				expect(Object.keys(named ?? {})).toEqual([text]);
			}),
			{ numRuns: 200, examples: [['__proto__']] }
		);
	});
});
