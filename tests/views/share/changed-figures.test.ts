import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Profile } from '#lib/dimensions/profile.ts';
import type { Connector } from '#lib/engine/connector.ts';
import { noFilters, type Filters } from '#lib/filters/filters.ts';
import { overwriteGetLocale } from '#lib/messages/generated/runtime.js';
import { runQuery, type Query } from '#lib/query/query.ts';
import { sql } from '#lib/sql/sql.ts';
import type { ReleaseLists } from '#lib/state/release-lists.ts';
import { changedFigures } from '#lib/views/share/changed-figures.ts';
import { highlightFigures, highlightsOf } from '#lib/views/share/highlight-figures.ts';
import { openFixture } from '../fixture.ts';

let connector: Connector;
let lists: ReleaseLists;
beforeAll(async () => {
	overwriteGetLocale(() => 'zh-CN');
	({ connector, lists } = await openFixture());
});
afterAll(() => connector.close());

const profile = {
	...{ id: 'example', home: '50', highlights: ['participations', 'participation_rate', 'no-such-thing', 'trainees'] },
	...{ yearStart: 'calendar', regionNoun: { zh: '区县', en: 'counties' }, regions: [], groups: [] }
} as unknown as Profile;
const figures = (filters: Partial<Filters> = {}) =>
	highlightFigures(
		{ profile, lists, ask: <T>(query: Query<T>) => runQuery(connector, query) },
		{ ...noFilters, ...filters },
		'zh'
	);

test('the main figures are those of the page: at its place and period, else at home and the latest', async () => {
	// 300 person-times, 30 of 120 workers; what nobody reports is missing, never 0.
	const latest = await figures({ period: '2026Q2' });
	expect(latest).toEqual({
		period: '2026Q2',
		values: { participations: 300, participation_rate: 25, trainees: null }
	});
	expect((await figures({ period: '2026Q2', region: '5001' }))?.values['participations']).toBe(200);
	expect((await figures({ period: '2025Q2' }))?.values['participations']).toBe(250);
	expect((await figures({ period: '1999' }))?.period).toBe(lists.latestPeriod);
	expect((await figures({ period: '2026Q2', region: 'nowhere' }))?.values['participations']).toBe(300);
});

test('what differs is told as printed, exactly where both would print alike, and nothing else is', async () => {
	const before = await figures({ period: '2026Q2' });
	await connector.run(
		sql`UPDATE rollup SET value = 350 WHERE measure = 'participations' AND region = '50' AND industry = 'all' AND period = '2026Q2'`
	);
	const after = await figures({ period: '2026Q2' });
	const shown = highlightsOf({ profile, lists });
	if (!before || !after) throw new Error('No figures');
	expect(changedFigures(shown, before, after, 'zh')).toEqual([
		{ id: 'participations', title: '参赛人次', before: '300\u2009人次', after: '350\u2009人次' }
	]);
	expect(changedFigures(shown, after, after, 'zh')).toEqual([]);
	const large = (value: number | null) => ({ period: '2026', values: { participations: value } });
	expect(changedFigures(shown, large(12_345_678), large(12_345_679), 'zh')).toMatchObject([
		{ before: '12,345,678', after: '12,345,679' }
	]);
	expect(changedFigures(shown, large(null), large(5), 'zh')).toMatchObject([{ before: '—', after: '5\u2009人次' }]);
});
