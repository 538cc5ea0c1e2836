import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Connector } from '#lib/engine/connector.ts';
import { together, type Together } from '#lib/query/together.ts';
import type { ReleaseLists } from '#lib/state/release-lists.ts';
import { industriesDrawn } from '#lib/views/industries/drawn.ts';
import { divisionsQuery, matrixQuery, sectionsQuery, unionSystemsQuery } from '#lib/views/industries/queries.ts';
import { regionsDrawn } from '#lib/views/regions/drawn.ts';
import { partsQuery, profileQuery, regionsQuery, trendQuery, wholeQuery } from '#lib/views/regions/queries.ts';
import { regionDrawn } from '#lib/views/regions/region-drawn.ts';
import { relativesOf } from '#lib/views/regions/relatives.ts';
import { fixtureScope, known, openFixture } from './fixture.ts';

let connector: Connector;
let lists: ReleaseLists;
beforeAll(async () => ({ connector, lists } = await openFixture()));
afterAll(() => connector.close());

/** Asks as a page does, and works out what it draws. */
async function drawn<T>({ all, combine }: Together<T>): Promise<T> {
	return combine(await Promise.all(all.map(async (one) => one && one.parse(await connector.query(one.sql)))));
}

function regionsPage(filters: Parameters<typeof fixtureScope>[1] = {}) {
	const scope = fixtureScope(lists, filters);
	const shown = [scope.indicator, known('participants')];
	return drawn(
		together({ scope, shown }, { regions: regionsQuery(scope, shown), whole: wholeQuery(scope) }, (answers) =>
			regionsDrawn(answers, (key) => `/regions/${key}`)
		)
	);
}

function regionPage(region: string) {
	const scope = fixtureScope(lists, { region });
	const { parent, peers, parts } = relativesOf(scope);
	const indicators = [scope.indicator, known('participants')];
	return drawn(
		together(
			{ scope, parent, peers, parts, indicators },
			{
				profile: profileQuery(scope, indicators, parent ? [...peers, parent] : peers),
				trail: trendQuery(scope),
				below: parts.length > 0 ? partsQuery(scope, parts) : null
			},
			regionDrawn
		)
	);
}

function industriesPage(industry: string | null) {
	const scope = fixtureScope(lists, { industry });
	const chosen = lists.industries.find(({ code }) => code === industry) ?? null;
	const section = chosen?.level === 'section' ? chosen.code : (chosen?.parent ?? null);
	const [shown, bySystem] = [[scope.indicator, known('participants')], known('competitions_held')];
	return drawn(
		together(
			{ scope, shown, chosen, section, bySystem },
			{
				sections: sectionsQuery(scope, shown),
				divisions: section ? divisionsQuery(scope, section) : null,
				matrix: matrixQuery(scope),
				systems: unionSystemsQuery(scope, bySystem)
			},
			industriesDrawn
		)
	);
}

const textsOf = ({ figures }: { readonly figures: readonly { readonly text: string }[] }) =>
	figures.map(({ text }) => text);

/** The columns that no width hides. */
const onPhones = (columns: readonly { readonly key: string; readonly priority?: number }[]) =>
	columns.filter(({ priority = 1 }) => priority === 1).map(({ key }) => key);

test('regions: the table in its order, the sentence of the place, shares of nothing incomplete', async () => {
	const page = await regionsPage();
	// 丙 has not reported, 直属 owes nothing.
	expect(page.listed.map(({ key, rank }) => [key, rank])).toEqual([
		['5001', 1],
		['5002', 2],
		['5003', null]
	]);
	expect([page.rankingTitle, page.tableTitle]).toEqual(['2 个地区按参赛人次排列', '3 个地区的 2 项指标']);
	expect([page.sum, page.own]).toEqual([null, null]);
	expect(textsOf(page)).toEqual(['300\u2009人次', '2']);
	expect(page.columns[0]?.href?.(page.listed[0]!)).toBe('/regions/5001');
	expect(onPhones(page.columns)).toEqual(expect.arrayContaining(['participations', 'participants']));
});

test('regions: a chosen one speaks for itself, a group is what its districts are parts of', async () => {
	const own = await regionsPage({ region: '5001' });
	expect(own.own?.value).toBe(200);
	expect(own.sentence).toBe('2026年二季度，甲区参赛人次 200\u2009人次，同比 +100.0%。');
	const group = await regionsPage({ region: 'group:east' });
	expect([group.own, group.sum]).toEqual([null, 300]);
	// 200 + 100 after 100 + 150.
	expect(group.sentence).toBe('2026年二季度，东部参赛人次 300\u2009人次，同比 +20.0%，2/2 个地区已报。');
});

test('a region’s page: home by its parts, a district among its peers', async () => {
	const home = await regionPage('50');
	expect([home.hasParts, home.whole, home.partsTitle]).toEqual([true, null, '甲参赛人次居首，200\u2009人次']);
	expect(home.rows.map(({ indicator, own }) => [indicator.id, own.value])).toEqual([
		['participations', 300],
		['participants', 30]
	]);
	const district = await regionPage('5001');
	expect([district.hasParts, district.whole]).toEqual([false, 200]);
	expect(district.peersTitle).toBe('甲参赛人次 200\u2009人次，在 2 个地区中列第 1');
	expect(district.trend.title).toBe('参赛人次 200\u2009人次，为近 2 期最高');
	// The region above it has a column of its own.
	expect(district.columns.map(({ title }) => title).slice(0, 4)).toEqual(['指标', '甲', '同比', '示例']);
});

test('industries: all of them, a section, a division without a figure', async () => {
	const all = await industriesPage(null);
	expect(all.listed.map(({ key, value }) => [key, value])).toEqual([
		['C', 180],
		['E', 120]
	]);
	expect(all.systemRows.filter(({ value }) => value !== null).map(({ key }) => key)).toEqual(['railway']);
	expect(all.systemsTitle).toBe('产业工会中，铁路竞赛项数居首，2\u2009项');
	expect(all.heat.cells.map(({ row, column, value }) => [row, column, value])).toEqual([
		['5001', 'C', 150],
		['5002', 'C', null],
		['5003', 'C', null]
	]);
	expect(all.heatTitle).toBe('甲的制造业参赛人次为全表最高，150\u2009人次');
	expect(all.tableTitle).toBe('2 个行业门类的 2 项指标');
	expect(onPhones(all.columns)).toEqual(expect.arrayContaining(['participations', 'participants']));
	// Of 3 regions 2 have reported: there is no whole to have a share of.
	expect([all.whole, all.sectionWhole]).toEqual([null, null]);
	const section = await industriesPage('C');
	expect([section.sentence, section.sectionWhole]).toEqual(['2026年二季度，示例市制造业参赛人次 180\u2009人次。', 180]);
	const division = await industriesPage('C13');
	expect([division.sentence, division.sectionWhole, division.hasDivisions]).toEqual([
		...['2026年二季度，示例市农副食品加工业参赛人次尚未报送。', 180, false]
	]);
	expect(textsOf(division)).toEqual([]);
});
