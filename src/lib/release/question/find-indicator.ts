import { nameKey } from '#lib/dimensions/name-key.ts';
import { suggest } from '#lib/dimensions/similarity.ts';
import type { Connector } from '#lib/engine/connector.ts';
import { indicators, metricIndicator, type Indicator, type MetricRow } from '#lib/indicators/index.ts';
import { sql } from '#lib/sql/sql.ts';
import { unknownName, UsageError } from './usage-error.ts';

/** The indicators that a release can answer: the declared ones and its own metrics. */
export async function indicatorsOf(connector: Connector): Promise<Indicator[]> {
	const rows = await connector.query(
		sql`SELECT measure, indicator, basis, unit, kind, additive, title_zh, title_en, source FROM metric ORDER BY measure`
	);
	return [...indicators, ...rows.map((row) => metricIndicator(row as unknown as MetricRow))];
}

/** Finds an indicator by id, metric name or title in either language. Throws a UsageError with suggestions. */
export function findIndicator(all: readonly Indicator[], text: string): Indicator {
	const exact = all.find(({ id }) => id === text || id === `metric:${text}`);
	if (exact) return exact;
	const key = nameKey(text);
	const named = all.map((indicator) => ({ indicator, keys: namesOf(indicator).map(nameKey) }));
	const hits = named.filter(({ keys }) => keys.includes(key)).map(({ indicator }) => indicator);
	const [first] = hits;
	if (first && hits.length === 1) return first;
	if (first) {
		const list = hits.map(({ id }) => id).join(', ');
		throw new UsageError(`“${text}”可指多个指标：${list}。`, `“${text}” may be any of ${list}.`, 'indicator');
	}
	const candidates = named.flatMap(({ indicator, keys }) =>
		keys.map((name) => ({
			key: name,
			candidate: { code: indicator.id, name: `${indicator.title.zh} (${indicator.id})` }
		}))
	);
	throw unknownName(
		{ zh: '指标', en: 'indicator' },
		text,
		suggest(key, candidates).map(({ name }) => name),
		'indicator'
	);
}

function namesOf({ id, title, short }: Indicator): string[] {
	return [...new Set([id, id.replace(/^metric:/, ''), title.zh, title.en, short.zh, short.en])];
}
