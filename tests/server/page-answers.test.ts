import { expect, test } from 'vitest';
import { openNative } from '#lib/engine/native.ts';
import { unpackRows } from '#lib/query/packed-rows.ts';
import { keyOf } from '#lib/query/query.ts';
import { AnswerCache } from '#lib/server/answer-cache.ts';
import { PageAnswers, type Answering } from '#lib/server/page-answers.ts';
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

async function withEngine<T>(work: (by: Answering) => Promise<T>): Promise<T> {
	const connector = await openNative();
	try {
		return await work({ connector, cache: new AnswerCache(), release: 'a' });
	} finally {
		await connector.close();
	}
}

const limits = { rounds: 6, askingMs: 3000, cells: 100 };

test('a page is drawn until it lacks nothing, and its answers are those of the engine', async () => {
	await withEngine(async (by) => {
		const answers = new PageAnswers(by);
		const { draw, drawings } = page(answers, [one, two]);
		expect(await answers.complete(draw)).toBe('2 known');
		expect(drawings()).toBe(3);
		const [[key, rows] = ['', [[]] as never]] = answers.known;
		expect(key).toBe(keyOf(one));
		expect(unpackRows(rows)).toEqual([{ name: '甲', value: 12.5, missing: null }]);
		expect(answers.isComplete).toBe(true);
	});
});

test('the same page is drawn once the next time, but not with the answers of another release', async () => {
	await withEngine(async (by) => {
		const first = new PageAnswers(by);
		await first.complete(page(first, [one, two]).draw);
		const asked = first.known.map(([key]) => key);
		const again = new PageAnswers(by, asked);
		const { draw, drawings } = page(again, [one, two]);
		expect(await again.complete(draw)).toBe('2 known');
		expect(drawings()).toBe(1);
		expect(new PageAnswers({ ...by, release: 'b' }, asked).known).toEqual([]);
	});
});

test('a question that fails, and an answer that is too long, are left to the browser', async () => {
	await withEngine(async (by) => {
		const failing = new PageAnswers(by);
		expect(await failing.complete(page(failing, [wrong]).draw)).toBe('0 known');
		const small = new PageAnswers(by, [], { ...limits, cells: 2 });
		expect(await small.complete(page(small, [one]).draw)).toBe('0 known');
	});
});

test('a page that always asks something new is drawn so many times and no more', async () => {
	await withEngine(async (by) => {
		const answers = new PageAnswers(by, [], { ...limits, rounds: 4 });
		let drawings = 0;
		await answers.complete(async () => answers.want(sql`SELECT ${String(drawings++)} AS n`));
		expect(drawings).toBe(4);
	});
});

test('answers are kept up to so many cells, what was wanted longest ago goes first', async () => {
	const cache = new AnswerCache(30);
	const rows = (count: number) => [['n'], ...Array.from({ length: count }, (_, index) => [index])] as const;
	let asked = 0;
	const answer = (key: string, count: number) =>
		cache.answer(key, async () => {
			asked++;
			return rows(count);
		});
	await Promise.all([answer('a', 10), answer('a', 10)]);
	expect(asked).toBe(1);
	await answer('b', 10);
	expect(cache.known('a')).toEqual(rows(10));
	await answer('c', 10);
	expect(cache.known('b')).toBeUndefined();
	expect(cache.known('a')).toEqual(rows(10));
	expect(cache.cells).toBeLessThanOrEqual(30);
	await expect(cache.answer('d', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
	expect(cache.known('d')).toBeUndefined();
	expect(await cache.answer('e', async () => null)).toBeNull();
	expect(cache.known('e')).toBeNull();
});
