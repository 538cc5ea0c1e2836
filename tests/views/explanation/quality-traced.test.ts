import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatExact } from '#lib/format/number.ts';
import type { Query } from '#lib/query/query.ts';
import { sql } from '#lib/sql/sql.ts';
import type { RowsQuestion } from '#lib/state/tracing.svelte.ts';
import { citationOf } from '#lib/views/explanation/citation.ts';
import { explainRows } from '#lib/views/explanation/listed.ts';
import { blanksOf } from '#lib/views/quality/blanks.ts';
import { dueDatasets } from '#lib/views/quality/calendar.ts';
import { unitsOf } from '#lib/views/quality/drawn.ts';
import { entriesQuery, kindsQuery, reportsQuery } from '#lib/views/quality/queries.ts';
import { blankQuestion, reportQuestion } from '#lib/views/quality/report-questions.ts';
import { reportsOf } from '#lib/views/quality/reports.ts';
import { openDemo, type OpenDemo } from './demo-release.ts';

const minutes = 60_000;

describe.each(['national', 'gansu'])('%s', (name) => {
	let demo: OpenDemo;
	beforeAll(async () => void (demo = await openDemo(name, 'native')), 15 * minutes);
	afterAll(() => demo?.db.close());

	/** The reports of the quality page, as it works them out. */
	async function page() {
		const scope = demo.scope(demo.highlights[0]!, { comparison: 'none' });
		const units = unitsOf(scope);
		const due = dueDatasets(await demo.ask(kindsQuery), scope.filters.period, demo.lists.periods);
		const asked = { units: units.map(({ key }) => key), periods: [...new Set(due.flatMap(({ periods }) => periods))] };
		const [cells, entries] = await Promise.all([
			demo.ask(reportsQuery(asked.units, asked.periods)),
			demo.ask(entriesQuery(asked.units, asked.periods))
		]);
		return { scope, units, asked, reports: reportsOf(due, units, cells, entries) };
	}
	const listed = async (question: RowsQuestion) =>
		demo.ask(question.rows as Query<ReturnType<typeof question.rows.parse>>);

	test(
		'every count of the matrix is the cells or entries that it lists, as plain SQL counts them',
		async () => {
			const { scope, units, asked, reports } = await page();
			let [figures, registers, lines] = [0, 0, 0];
			for (const one of reports)
				for (const { key } of units) {
					const report = one.at(key);
					if (report.reported === 0) continue;
					const question = reportQuestion(report, asked, scope);
					const { rows, count, files } = await listed(question);
					expect(files.reduce((sum, file) => sum + file.count, 0)).toBeLessThanOrEqual(count);
					if (one.register) {
						registers++;
						expect(files.reduce((sum, file) => sum + file.count, 0)).toBe(count);
						for (const row of rows) expect(row.line).toBeGreaterThan(1);
						/* Honours may stand for several; else an entry is one. */
						if (one.dataset !== 'honours') expect(count).toBe(report.reported);
						if (rows.length === count)
							expect(rows.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(report.reported);
						continue;
					}
					figures++;
					expect(count).toBe(report.reported);
					expect(question.worked[0]).toContain(`${formatExact(report.reported)} ÷ ${formatExact(report.expected)}`);
					/* What was reported stands in the table of facts at that line; what was summed stands in none. */
					for (const { batch, line, value } of rows) {
						if (batch === null) continue;
						lines++;
						const found = await demo.db.query(
							sql`SELECT 1 FROM fact WHERE region = ${key} AND period = ${report.period} AND industry = 'all' AND ownership = 'all'
								AND batch = ${batch} AND line = CAST(${line} AS INTEGER) AND CAST(value AS DOUBLE) = CAST(${value} AS DOUBLE)`
						);
						expect(found.length).toBeGreaterThan(0);
					}
				}
			expect(figures).toBeGreaterThan(5);
			expect(registers).toBeGreaterThan(5);
			if (name === 'national') expect(lines).toBeGreaterThan(50);
		},
		5 * minutes
	);

	test('every blank is of units that have a row in the report, and none of them a figure of that measure', async () => {
		const { scope, units, reports } = await page();
		for (const blank of blanksOf(reports, units, scope)) {
			const question = blankQuestion(blank, reports, scope)!;
			const { rows } = await listed(question);
			const measure = blank.key.split('|')[1] ?? '';
			const [found] = await demo.db.query(
				sql`SELECT count(DISTINCT region) AS count FROM rollup WHERE measure = ${measure} AND industry = 'all' AND ownership = 'all'
					AND value IS NOT NULL AND period = ${reports.find(({ dataset }) => blank.key.startsWith(dataset))!.shown}
					AND region IN (SELECT unnest(string_split(${blank.keys.join(' ')}, ' ')))`
			);
			expect(Number(found?.count)).toBe(0);
			expect(new Set(rows.map((row) => row.name)).size).toBe(blank.units.length);
			expect(question.worked[0]).toContain(`= ${blank.units.length} `);
		}
	});

	test('a count is quoted with its files and release', async () => {
		const { scope, units, asked, reports } = await page();
		const summary = reports.find(({ dataset }) => dataset === 'summary')!;
		const report = units.map(({ key }) => summary.at(key)).find(({ batches }) => batches.length > 0)!;
		const question = reportQuestion(report, asked, scope);
		const named = { profile: demo.profile, lists: demo.lists, language: 'zh' } as const;
		const explanation = explainRows(question, await listed(question), named);
		const file = demo.lists.batches.find(({ id }) => report.batches.includes(id))?.file;
		expect(explanation.listed?.files.map((one) => one.file)).toContain(file);
		const text = citationOf(explanation, { release: '0123', madeAt: '2026-11-21', url: 'https://example.org/' }, named);
		expect(text).toContain(`《${file}》`);
		expect(text).toContain('来源：');
	});
});
