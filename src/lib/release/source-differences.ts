import { identifier, literal, Sql } from '#lib/sql/sql.ts';
import { carriesRegisters, touched } from './carry-over.ts';
import type { Build } from './input.ts';
import { summaryKind } from './measures.ts';
import { at, figure } from './tables.ts';

/** Figures that summary reports and registers both know: each summary measure with its register measure and the kinds that it means. */
const pairs: Readonly<Record<string, { readonly register: string; readonly kinds?: readonly string[] }>> = {
	participants: { register: 'competitions.participants' },
	participations: { register: 'competitions.participations' },
	suggestions_implemented: { register: 'innovations.implemented', kinds: ['suggestion'] },
	studios: { register: 'studios.count' },
	academies: { register: 'studios.academies' },
	trainees: { register: 'trainings.attendances' }
};

/** One finding for each year in which the home region's summary and register do not agree. Neither is corrected. */
export async function reportSourceDifferences(build: Build): Promise<void> {
	const { connector, summary, profile } = build;
	const table = (name: string) => at(summary, name).text;
	const home = literal(profile.home).text;
	const changed = carriesRegisters(build) ? await touched(connector) : null;
	for (const [measure, { register, kinds }] of Object.entries(pairs)) {
		if (changed && !changed.has(measure)) continue;
		const within =
			summaryKind(measure) === 'stock'
				? `JOIN ${table('period')} f ON f.code = r.period AND f.end_date <= y.end_date`
				: `JOIN ${table('period_ancestor')} f ON f.period = r.period AND f.ancestor = y.code`;
		await connector.run(
			new Sql(`INSERT INTO ${table('finding')} BY NAME
				SELECT 'SOURCES_DIFFER' AS code, 'I' AS severity, 'summary' AS dataset, ${literal(measure).text} AS measure,
					${home} AS region, 'all' AS industry, period, expected, actual,
					CAST(actual - expected AS ${figure}) AS difference, false AS within_tolerance, ${literal(register).text} AS note
				FROM (
					SELECT y.code AS period, any_value(s.value) AS expected, CAST(sum(r.value) AS ${figure}) AS actual
					FROM ${table('rollup')} s JOIN ${table('period')} y ON y.code = s.period AND y.kind = 'year'
					JOIN ${table('register_fact')} r ON r.measure = ${literal(register).text} ${kinds ? `AND r.kind IN (${kinds.map((kind) => literal(kind).text).join(', ')})` : ''}
					JOIN ${table('region_ancestor')} a ON a.region = r.region AND a.ancestor = ${home}
					${within}
					WHERE s.measure = ${literal(measure).text} AND s.region = ${home} AND s.industry = 'all' AND s.ownership = 'all'
					GROUP BY ${identifier('y').text}.code)
				WHERE actual <> expected`)
		);
	}
}
