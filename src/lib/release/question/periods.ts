import { parsePeriod, periodKind } from '#lib/dimensions/period.ts';
import type { Indicator } from '#lib/indicators/index.ts';
import { list, sql } from '#lib/sql/sql.ts';
import type { AskedRelease } from './asked-release.ts';
import { UsageError } from './usage-error.ts';

/**
 * The periods that a question is about: the given one, else the latest that has figures of the indicator. Split by
 * period: it and its parts; without a given one all of the latest one's kind.
 */
export async function periodsFor(
	release: AskedRelease,
	indicator: Indicator,
	given: string | undefined,
	apart: boolean
): Promise<string[]> {
	if (given !== undefined) {
		const code = known(release, given);
		return apart ? [code, ...release.periods.filter(({ parent }) => parent === code).map((part) => part.code)] : [code];
	}
	const latest = await latestPeriod(release, indicator);
	if (latest === null) {
		throw new UsageError(
			`该发布中没有“${indicator.title.zh}”的数据。`,
			`This release holds nothing of “${indicator.title.en}”.`
		);
	}
	if (!apart) return [latest];
	const kind = periodKind(latest);
	return release.periods.filter((period) => period.kind === kind).map(({ code }) => code);
}

function known(release: AskedRelease, text: string): string {
	const code = parsePeriod(text)?.code ?? text;
	if (release.periods.some((period) => period.code === code)) return code;
	const some = release.periods
		.filter(({ kind }) => kind === 'year' || kind === 'range')
		.slice(-5)
		.map((period) => period.code);
	const have = some.length > 0 ? some : release.periods.slice(-5).map((period) => period.code);
	throw new UsageError(
		`该发布中没有时期“${text}”，有：${have.join('、')}。`,
		`This release has no period “${text}”; it has ${have.join(', ')}.`,
		'period'
	);
}

/**
 * The latest period that reports have reached the end of, the longest of those that end together: with quarters up to
 * 2026Q2 that is the first half of 2026, not a year of which half is to come.
 */
async function latestPeriod(release: AskedRelease, { numerator }: Indicator): Promise<string | null> {
	const measures = list(numerator.terms?.map(({ measure }) => measure) ?? [numerator.id]);
	const [own, covered] =
		numerator.source === 'cell'
			? [
					sql`SELECT DISTINCT period FROM rollup WHERE measure IN ${measures} AND how = 'reported'`,
					sql`SELECT DISTINCT period FROM rollup WHERE measure IN ${measures}`
				]
			: [
					sql`SELECT DISTINCT period FROM register_fact WHERE measure IN ${measures}`,
					sql`SELECT ancestor FROM period_ancestor WHERE period IN
						(SELECT period FROM register_fact WHERE measure IN ${measures})`
				];
	const [latest] = await release.connector.query(
		sql`SELECT code FROM period WHERE code IN (${covered})
				AND end_date <= (SELECT max(end_date) FROM period WHERE code IN (${own}))
			ORDER BY end_date DESC, start_date, code LIMIT 1`
	);
	return latest ? String(latest.code) : null;
}
