import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { binValues } from '#lib/charts/distribution.ts';
import { identifier, sql } from '#lib/sql/sql.ts';
import type { RowsQuestion } from '#lib/state/tracing.svelte.ts';
import { coverageColumns, type Coverage } from '#lib/views/balance/coverage.ts';
import { resultsQuery } from '#lib/views/competitions/competition-queries.ts';
import { countedPairs } from '#lib/views/counted-pairs.ts';
import { placeNames } from '#lib/views/register-names.ts';
import { rankEvents } from '#lib/views/competitions/ranking.ts';
import { resultColumns } from '#lib/views/competitions/result-columns.ts';
import { binQuestion } from '#lib/views/competitions/result-questions.ts';
import { standingQuestion } from '#lib/views/studios/standing-questions.ts';
import { standingRows } from '#lib/views/studios/standing-rows.ts';
import { standingsQuery } from '#lib/views/studios/studio-queries.ts';
import { openDemo, type OpenDemo } from './demo-release.ts';

const minutes = 60_000;

describe.each(['national', 'enterprise'])('%s', (name) => {
	let demo: OpenDemo;
	beforeAll(async () => void (demo = await openDemo(name, 'native')), 15 * minutes);
	afterAll(() => demo?.db.close());
	const listed = async (question: unknown) => {
		const asked = question as RowsQuestion;
		return demo.ask(asked.rows);
	};
	const one = async (statement: ReturnType<typeof sql>) => (await demo.db.query(statement))[0] ?? {};

	test('a studio: its own figure, the middle, those ahead and those with less are rows of the register', async () => {
		const some = await demo.db.query(
			sql`SELECT studio_id AS id, name FROM studios WHERE projects > 0 AND kind = 'worker' ORDER BY studio_id LIMIT 3`
		);
		let seen = 0;
		for (const row of some) {
			const of = { id: String(row.id), name: String(row.name) };
			for (const standing of standingRows(await demo.ask(standingsQuery(of.id)))) {
				seen++;
				const at = (part: 'own' | 'median' | 'rank' | 'below') => standingQuestion(of, standing, part, 'zh');
				const peers = sql`SELECT CAST(${identifier(standing.field)} AS DOUBLE) AS v, batch, line FROM studios
					WHERE kind = (SELECT kind FROM studios WHERE studio_id = ${of.id}) AND ${identifier(standing.field)} IS NOT NULL`;
				const [own] = (await listed(at('own'))).rows;
				const found = await one(
					sql`SELECT CAST(${identifier(standing.field)} AS DOUBLE) AS v, batch, line FROM studios WHERE studio_id = ${of.id}`
				);
				expect([own?.value, own?.batch, own?.line]).toEqual([Number(found.v), found.batch, Number(found.line)]);
				expect(own?.text).toBe(standing.value);

				const middle = await listed(at('median'));
				const [half] = [await one(sql`SELECT count(*) AS n, quantile_cont(v, 0.5) AS v FROM (${peers})`)];
				expect(middle.count).toBe(Number(half.n));
				const centre = middle.rows.slice(0, middle.count % 2 === 1 ? 1 : 2).map(({ value }) => value ?? 0);
				expect(centre.reduce((sum, value) => sum + value, 0) / centre.length).toBe(Number(half.v));

				const ahead = await listed(at('rank'));
				const more = await one(sql`SELECT count(*) AS n FROM (${peers}) WHERE v > ${Number(found.v)}`);
				expect([ahead.count, standing.above]).toEqual([Number(more.n), Number(more.n)]);
				expect(ahead.rows.every(({ value, line }) => (value ?? 0) > Number(found.v) && line !== null)).toBe(true);
				const less = await listed(at('below'));
				const fewer = await one(sql`SELECT count(*) AS n FROM (${peers}) WHERE v < ${Number(found.v)}`);
				expect([less.count, standing.less]).toEqual([Number(fewer.n), Number(fewer.n)]);
			}
		}
		expect(seen).toBeGreaterThan(3);
	});

	test('a competition: every number of its lists is the row of the file that states it, ranks and bars are rows counted', async () => {
		const { id } = await one(
			sql`SELECT competition_id AS id FROM results GROUP BY ALL HAVING count(*) BETWEEN 20 AND 400 ORDER BY count(*) DESC, id LIMIT 1`
		);
		const of = { competition: String(id), language: 'zh' as const };
		const [event] = rankEvents(await demo.ask(resultsQuery(of.competition)));
		if (!event) throw new Error('No results');
		const columns = resultColumns(event, placeNames(demo.lists, 'zh'), of);
		const fields = {
			total: 'total',
			time: 'time',
			practical: 'practical',
			theory: 'theory',
			rankPublished: 'rank_published'
		};
		let stated = 0;
		for (const row of event.rows.slice(0, 12)) {
			for (const [key, field] of Object.entries(fields)) {
				const column = columns.find((candidate) => candidate.key === key);
				const value = column?.value(row);
				if (!column?.explain || value === null || value === undefined) continue;
				stated++;
				const { rows, count } = await listed(column.explain(row));
				const found = await one(sql`SELECT CAST(${identifier(field)} AS DOUBLE) AS v, batch, line FROM results
					WHERE competition_id = ${of.competition} AND event = ${row.event} AND entrant_id = ${row.entrantId}`);
				expect([count, rows[0]?.value, rows[0]?.batch, rows[0]?.line]).toEqual([
					1,
					value,
					found.batch,
					Number(found.line)
				]);
				expect(Number(found.v)).toBe(value);
			}
			if (row.rank === null) continue;
			const question = columns.find(({ key }) => key === 'rank')?.explain?.(row);
			const { rows, count } = await listed(question);
			/* Those ahead and the row itself: by the highest total first, in a second way. */
			const [found] = await demo.db.query(sql`SELECT count(*) AS n FROM results o, (SELECT * FROM results
					WHERE competition_id = ${of.competition} AND event = ${row.event} AND entrant_id = ${row.entrantId}) r
				WHERE o.competition_id = r.competition_id AND o.event = r.event AND coalesce(o.status, 'official') = 'official'
					AND (-o.total, coalesce(o.time, 1e9), -coalesce(o.practical, -1), -coalesce(o.theory, -1))
						< (-r.total, coalesce(r.time, 1e9), -coalesce(r.practical, -1), -coalesce(r.theory, -1))`);
			expect(count).toBe(Number(found?.n) + 1);
			expect(row.rank).toBe(Number(found?.n) + 1);
			expect(rows.every(({ line }) => (line ?? 0) > 1)).toBe(true);
		}
		expect(stated).toBeGreaterThan(12);
		const scored = event.rows.filter((row) => row.total !== null && row.status !== 'cancelled');
		const bins = binValues(
			scored.map(({ total }) => total ?? 0),
			10
		);
		for (const bin of bins) {
			const { count, rows } = await listed(binQuestion(of, bin, bin === bins.at(-1), scored));
			expect(count).toBe(bin.count);
			expect(rows.every(({ value }) => (value ?? -1) >= bin.from && (value ?? Infinity) <= bin.to)).toBe(true);
		}
	});

	test('a count of gaps names the empty cells', () => {
		const scope = demo.scope(demo.highlights[0]!);
		const regions = scope.members.slice(0, 2).map(({ key, short }) => ({ key, name: short, selected: false }));
		const sections = demo.lists.industries.filter(({ level }) => level === 'section').slice(0, 3);
		const cells = regions.flatMap((region, row) =>
			sections.map(({ code }, at) => ({ region: region.key, industry: code, value: row === 0 ? [5, 0, null][at]! : 7 }))
		);
		const coverage = {
			rows: regions,
			columns: sections.map(({ code, name: title }) => ({ key: code, name: title, selected: false })),
			cells: cells.map(({ region, industry, value }) => ({ row: region, column: industry, value, label: '' })),
			found: countedPairs({
				regions: regions.map(({ key }) => key),
				industries: sections.map(({ code }) => code),
				value: (region, industry) => cells.find((cell) => cell.region === region && cell.industry === industry)!.value,
				workers: () => 1,
				together: () => null
			})
		} as unknown as Coverage;
		const gaps = coverageColumns(coverage, scope).find(({ key }) => key === 'gaps')!;
		expect(regions.map((row) => gaps.value(row))).toEqual([2, 0]);
		expect(gaps.explain?.(regions[0]!)).toMatchObject({
			derived: 'gaps',
			value: '2',
			numbers: { all: '3', filled: '1' },
			inputs: [
				{ label: sections[1]?.name, value: '0', question: { selection: { industry: [{ key: sections[1]?.code }] } } },
				{ label: sections[2]?.name, value: '未报' }
			]
		});
	});
});
