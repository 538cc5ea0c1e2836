import { expect, test } from 'vitest';
import type { Connector } from '#lib/engine/connector.ts';
import { openNative } from '#lib/engine/native.ts';
import { unpackRows } from '#lib/query/packed-rows.ts';
import { keyOf, QueryCache } from '#lib/query/query.ts';
import { PageAnswers } from '#lib/server/page-answers.ts';
import { sql, type Sql } from '#lib/sql/sql.ts';

const one = sql`SELECT ${'甲'} AS name, 12.5::DOUBLE AS value, NULL AS missing`;
const two = sql`SELECT ${'乙'} AS name, 3::DOUBLE AS value, NULL AS missing`;
const wrong = sql`SELECT nothing FROM nowhere`;

/** A page that asks a second question once it knows the answer to the first. */
function page(answers: PageAnswers, questions: readonly Sql[]) {
	let drawings = 0;
	const draw = async () => {
		drawings++;
		const known = new Map(answers.known);
		for (const question of questions) {
			if (known.has(keyOf(question))) continue;
			answers.want(question);
			break;
		}
		return `${known.size} known`;
	};
	return { draw, drawings: () => drawings };
}

async function withEngine<T>(work: (connector: Connector) => Promise<T>): Promise<T> {
	const connector = await openNative();
	try {
		return await work(connector);
	} finally {
		await connector.close();
	}
}

test('a page is drawn until it lacks nothing, and its answers are those of the engine', async () => {
	await withEngine(async (connector) => {
		const answers = new PageAnswers();
		const { draw, drawings } = page(answers, [one, two]);
		expect(await answers.complete(draw, connector, new QueryCache())).toBe('2 known');
		expect(drawings()).toBe(3);
		const [[key, rows] = ['', [[]] as never]] = answers.known;
		expect(key).toBe(keyOf(one));
		expect(unpackRows(rows)).toEqual([{ name: '甲', value: 12.5, missing: null }]);
		expect(answers.isComplete).toBe(true);
	});
});

test('the same page is drawn once the next time', async () => {
	await withEngine(async (connector) => {
		const first = new PageAnswers();
		await first.complete(page(first, [one, two]).draw, connector, new QueryCache());
		const again = new PageAnswers(first.known);
		const { draw, drawings } = page(again, [one, two]);
		expect(await again.complete(draw, connector, new QueryCache())).toBe('2 known');
		expect(drawings()).toBe(1);
	});
});

test('a question that fails, and an answer that is too long, are left to the browser', async () => {
	await withEngine(async (connector) => {
		const failing = new PageAnswers();
		expect(await failing.complete(page(failing, [wrong]).draw, connector, new QueryCache())).toBe('0 known');
		const small = new PageAnswers([], { rounds: 6, askingMs: 3000, cells: 2 });
		expect(await small.complete(page(small, [one]).draw, connector, new QueryCache())).toBe('0 known');
	});
});

test('a page that always asks something new is drawn so many times and no more', async () => {
	await withEngine(async (connector) => {
		const answers = new PageAnswers([], { rounds: 4, askingMs: 3000, cells: 100 });
		let drawings = 0;
		await answers.complete(
			async () => answers.want(sql`SELECT ${String(drawings++)} AS n`),
			connector,
			new QueryCache()
		);
		expect(drawings).toBe(4);
	});
});
