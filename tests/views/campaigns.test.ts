import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Connector } from '#lib/engine/connector.ts';
import { sql } from '#lib/sql/sql.ts';
import { identifier } from '#lib/sql/sql.ts';
import { totalRegisters } from '#lib/release/register-totals.ts';
import { readLists, type ReleaseLists } from '#lib/state/release-lists.ts';
import { byCampaignQuery } from '#lib/views/campaigns/queries.ts';
import { campaignColumns } from '#lib/views/campaigns/columns.ts';
import { campaignRows, rankedCampaigns } from '#lib/views/campaigns/rows.ts';
import { campaignsFigures, campaignsSentence, rankedTitle } from '#lib/views/campaigns/sentence.ts';
import { yearScope } from '#lib/views/year-scope.ts';
import { fixtureScope, known, openFixture } from './fixture.ts';

let connector: Connector;
let lists: ReleaseLists;
beforeAll(async () => {
	({ connector } = await openFixture());
	await connector.run(
		sql`INSERT INTO campaign VALUES ('skill', '技能提升行动', 'Better skills'), ('health', '健康幸福行动', '')`
	);
	// Three competitions and two trainings of the fixture's quarter under one campaign; the fixture's own name none.
	await connector.run(sql`INSERT INTO register_fact VALUES
		('competitions.count', '5001', 'C', 'all', 'all', 'municipal', 'all', 'skills', 'skill', '2026-04', 2),
		('competitions.count', '5002', 'E', 'all', 'all', 'municipal', 'all', 'skills', 'skill', '2026-04', 1),
		('trainings.count', '5001', 'C', 'all', 'all', 'all', 'all', 'skills', 'skill', '2026-04', 2),
		('honours.count', '5001', 'C', 'all', 'all', 'provincial', 'all', 'pioneer', 'skill', '2026', 4)`);
	await connector.run(sql`DELETE FROM register_total`);
	await totalRegisters(connector, identifier('main'));
	lists = await readLists((statement) => connector.query(statement), '50');
});
afterAll(() => connector.close());

const shown = [known('competitions_held'), known('trainings_held'), known('honours')];

test('each campaign with what it moved in every register, and what names none', async () => {
	// A chosen campaign narrows the page, never the comparison of campaigns.
	const scope = fixtureScope(lists, { campaign: 'skill' }, 'competitions_held');
	const query = byCampaignQuery(scope, shown);
	const figures = query.parse(await connector.query(query.sql));
	const rows = campaignRows(figures, shown, scope);
	const [competitions, trainings, honours] = shown;
	expect(
		rows.map(({ key, kinds, value }) => [
			key,
			kinds,
			...[competitions, trainings, honours].map((one) => one && value(one))
		])
	).toEqual([
		['health', 0, null, null, null],
		['skill', 2, 3, 2, null],
		['all', 1, 3, null, null]
	]);
	expect(rankedCampaigns(figures, scope, known('competitions_held')).map(({ name, value }) => [name, value])).toEqual([
		['健康幸福行动', null],
		['技能提升行动', 3]
	]);
	const all = campaignsSentence(rows, null, known('competitions_held'), shown, scope);
	expect(all).toContain('2 个主题行动中 1 个有台账记录');
	expect(all).toContain('50.0% 未注明主题');
	// Three of six competitions are of the one campaign that has any, three of none: the share is of all six.
	expect(rankedTitle(rankedCampaigns(figures, scope, scope.indicator), rows, 6, scope)).toBe(
		'技能提升行动竞赛项数最多，占 50.0%；6\u2009项中 3\u2009项未注明主题'
	);
	expect(campaignsSentence(rows, 'health', known('competitions_held'), shown, scope)).toContain('没有台账记录');
	expect(campaignsSentence(rows, 'skill', known('competitions_held'), shown, scope)).toMatch(/竞赛项数 3.*培训期数 2/);
});

test('a part of the whole counts its own entries only', async () => {
	const scope = fixtureScope(lists, { region: '5002' }, 'competitions_held');
	const query = byCampaignQuery(scope, shown);
	const figures = query.parse(await connector.query(query.sql));
	const skill = campaignRows(figures, shown, scope).find(({ key }) => key === 'skill');
	expect(skill?.value(known('competitions_held'))).toBe(1);
});

test('honours, which have no quarter, are those of the year, and the table and the sentence say so', async () => {
	const scope = fixtureScope(lists, {}, 'competitions_held');
	const year = yearScope(scope);
	const [main, honours] = await Promise.all(
		[byCampaignQuery(scope, shown), byCampaignQuery(year, [known('honours')])].map(async (query) =>
			query.parse(await connector.query(query.sql))
		)
	);
	const rows = campaignRows(main!, shown, scope, { scope: year, figures: honours! });
	const skill = rows.find(({ key }) => key === 'skill');
	expect([skill?.value(known('honours')), skill?.value(known('competitions_held'))]).toEqual([4, 3]);
	// What a campaign has moved in the quarter: competitions and trainings; the honours of the year are none of it.
	expect(skill?.kinds).toBe(2);
	const columns = campaignColumns(rows, shown, scope, year);
	expect(columns.at(-1)?.title).toBe('荣誉数（项），2026年');
	expect(columns.at(-1)?.explain?.(skill!)).toMatchObject({ selection: { period: ['2026'] } });
	const sentence = campaignsSentence(rows, 'skill', known('competitions_held'), shown, scope, year);
	expect(sentence).toContain('2026年荣誉数 4\u2009项');
	const figures = campaignsFigures(rows, 'skill', known('competitions_held'), shown, scope, year);
	for (const { text } of figures) expect(sentence).toContain(text);
	// On the page of honours the scope is that of the year itself.
	expect(campaignColumns(rows, shown, scope).at(-1)?.title).toBe('荣誉数（项）');
});
