import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Connector } from '#lib/engine/connector.ts';
import { openNative } from '#lib/engine/native.ts';
import { makeBoard } from '#lib/leaderboard/board.ts';
import type { Entry } from '#lib/leaderboard/entry.ts';
import { rankSql, type RankedTable } from '#lib/leaderboard/rank-sql.ts';
import type { BoardRules } from '#lib/leaderboard/rules.ts';
import { literal, Sql } from '#lib/sql/sql.ts';
import { openWasmInNode } from '../engine/wasm-in-node.ts';
import { rulesOf } from './boards.ts';

const results = rulesOf({
	kind: 'results',
	chain: [{ field: 'total' }, { field: 'time', direction: 'ascending' }, { field: 'practical' }]
});
const rate = rulesOf({ kind: 'rate', minimumDenominator: '2.5' });

const table: RankedTable = {
	from: new Sql('contest'),
	key: new Sql('entrant'),
	group: new Sql('event'),
	standing: new Sql('standing'),
	fields: {
		total: new Sql('total'),
		time: new Sql('time'),
		practical: new Sql('practical'),
		value: { numerator: new Sql('won'), denominator: new Sql('base') }
	}
};

const decimals = fc.option(
	fc.constantFrom('90.0001', '90', '90.00', '-3', '0', '123456789012.3456', '123456789012.3457')
);
const rows = fc.uniqueArray(
	fc.record({
		entrant: fc.constantFrom('a', 'b', 'c', 'é', '工', '会', '\u{20000}', '\uff21', 'B', '10', '9'),
		event: fc.constantFrom('焊工', '电工'),
		standing: fc.constantFrom('eligible', 'eligible', 'eligible', 'guest', 'absent', 'cancelled', 'not-reported'),
		total: decimals,
		time: decimals,
		practical: decimals,
		won: fc.option(fc.constantFrom('0', '1', '2', '-1', '333333333', '333333334')),
		base: fc.option(fc.constantFrom('0', '2', '3', '6', '999999999', '1000000000'))
	}),
	{ maxLength: 14, selector: ({ event, entrant }) => `${event}/${entrant}` }
);
type Row = Record<string, string | null>;

async function fill(db: Connector, drawn: readonly Row[]): Promise<void> {
	const cell = (value: string | null | undefined) => (value == null ? 'NULL' : literal(value).text);
	const names = ['entrant', 'event', 'standing', 'total', 'time', 'practical', 'won', 'base'];
	const values = drawn.map((row) => `(${names.map((name) => cell(row[name])).join(', ')})`).join(', ');
	await db.run(new Sql(`DELETE FROM contest${values ? `; INSERT INTO contest VALUES ${values}` : ''}`));
}

function entriesOf(drawn: readonly Row[]): Entry[] {
	return drawn.map((row) => ({
		key: row.entrant ?? '',
		name: '',
		group: row.event ?? '',
		standing: row.standing as Entry['standing'],
		values: {
			total: row.total ?? null,
			time: row.time ?? null,
			practical: row.practical ?? null,
			value: row.won == null || row.base == null ? null : { numerator: row.won, denominator: row.base }
		},
		denominator: row.base ?? null
	}));
}

/** Of a results board no minimum is asked, so that its entries need no denominator. */
function inTypeScript(rules: BoardRules, drawn: readonly Row[]) {
	return makeBoard(rules, entriesOf(drawn)).groups.flatMap(({ key: group, rows }) =>
		rows.map(({ entry, rank, tied, reason }, index) => ({
			group_key: group,
			key: entry.key,
			rank,
			tied,
			reason: reason?.code ?? null,
			position: index + 1
		}))
	);
}

describe.each([
	['native', () => openNative()],
	['wasm', () => openWasmInNode()]
] as const)('the same ranking as one statement, %s', (_engine, open) => {
	let db: Connector;
	beforeAll(async () => {
		db = await open();
		await db.run(
			new Sql(
				'CREATE TABLE contest (entrant VARCHAR, event VARCHAR, standing VARCHAR, total DECIMAL(18, 4), time DECIMAL(18, 4), practical DECIMAL(18, 4), won BIGINT, base BIGINT)'
			)
		);
	});
	afterAll(() => db.close());

	test.each([
		['a chain with ties and blanks', results],
		['rates with a minimum', rate]
	] as const)('%s', async (_name, rules) => {
		await fc.assert(
			fc.asyncProperty(rows, async (drawn) => {
				await fill(db, drawn);
				expect(await db.query(rankSql(rules, table))).toEqual(inTypeScript(rules, drawn));
			}),
			{ numRuns: 60 }
		);
	});

	test('by hand: 1, 2, 2, 4 with a guest between', async () => {
		const row = (entrant: string, total: string, standing = 'eligible') => ({
			entrant,
			event: 'x',
			standing,
			total,
			time: '1',
			practical: '1',
			won: null,
			base: null
		});
		await fill(db, [row('a', '90'), row('b', '80'), row('c', '80'), row('d', '70'), row('g', '85', 'guest')]);
		const answer = await db.query(rankSql(results, table));
		expect(answer.map(({ key, rank, tied }) => `${key} ${rank} ${tied}`)).toEqual([
			'a 1 false',
			'g null false',
			'b 2 true',
			'c 2 true',
			'd 4 false'
		]);
	});

	test('refuses what it cannot order exactly, and fields that are not there', async () => {
		const row = {
			entrant: 'a',
			event: 'x',
			standing: 'eligible',
			total: '1',
			time: null,
			practical: null,
			won: '1',
			base: '1000000001'
		};
		await fill(db, [row]);
		await expect(db.query(rankSql(rate, table))).rejects.toThrow(/beyond 10\^9/);
		expect(() => rankSql(rulesOf({ kind: 'points', points: { gold: 1 } }), table)).toThrow(RangeError);
	});
});
