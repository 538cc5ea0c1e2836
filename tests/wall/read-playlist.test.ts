import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parsePlaylists, playlistLimits, readPlaylists } from '#lib/wall/read-playlist.ts';

const scene = { kind: 'map' };
const list = (more: object) => [{ id: 'one', title: { zh: '一', en: 'One' }, scenes: [scene], ...more }];
const told = (value: unknown) => readPlaylists(value).problems.map(({ text }) => text.en);

test('what is left out has its usual value', () => {
	expect(readPlaylists(list({}))).toEqual({
		playlists: [
			{
				id: 'one',
				title: { zh: '一', en: 'One' },
				seconds: 15,
				transition: 'fade',
				quietHour: '03:30',
				scenes: [scene]
			}
		],
		problems: []
	});
});

test('a whole playlist comes back as it was written', () => {
	const whole = list({
		seconds: 20,
		transition: 'slide',
		quietHour: '04:00',
		schedule: { days: [1, 5], from: '22:00', to: '02:00', dates: ['2026-05-01', '2026-12-30/2027-01-02'] },
		scenes: [
			{ kind: 'figures', seconds: 30, indicators: ['participations'], filters: 'region=500000&period=2026Q3' },
			{ kind: 'board', board: 'region-participation_rate', rows: 10, title: { zh: '榜', en: 'Board' } },
			{ kind: 'announcement', text: { zh: '你好', en: 'Hello' }, schedule: { to: '24:00' } }
		]
	});
	expect(readPlaylists(whole)).toEqual({ playlists: whole, problems: [] });
	expect(parsePlaylists(`\ufeff${JSON.stringify(whole)}`)).toEqual({ playlists: whole, problems: [] });
});

test('a scene that is wrong is left out and told with its path, the others stay', () => {
	const { playlists, problems } = readPlaylists(
		list({ scenes: [scene, { kind: 'pie' }, { kind: 'trend', seconds: 2 }, 'map', { kind: 'announcement' }, {}] })
	);
	expect(playlists[0]?.scenes).toEqual([scene]);
	expect(problems.map(({ path }) => path)).toEqual([
		'[0].scenes[1].kind',
		'[0].scenes[2].seconds',
		'[0].scenes[3]',
		'[0].scenes[4].text',
		'[0].scenes[5].kind'
	]);
	expect(problems[1]?.text).toEqual({
		zh: '“[0].scenes[2].seconds”须是 3 到 3600 的整数',
		en: '"[0].scenes[2].seconds" must be a whole number from 3 to 3600'
	});
});

test('a setting of the playlist that is wrong is as if it was not there', () => {
	const { playlists, problems } = readPlaylists(
		list({ seconds: 9999, transition: 'spin', quietHour: '25:00', title: 3, schedule: { from: '8:00' } })
	);
	expect(playlists[0]).toEqual({
		id: 'one',
		title: { zh: 'one', en: 'one' },
		seconds: 15,
		transition: 'fade',
		quietHour: '03:30',
		scenes: [scene]
	});
	expect(problems.map(({ path }) => path)).toEqual([
		'[0].title',
		'[0].seconds',
		'[0].transition',
		'[0].quietHour',
		'[0].schedule.from'
	]);
});

test('a scene with a schedule that cannot be used is not shown at all times instead', () => {
	const scenes = [scene, { kind: 'trend', schedule: { days: [8] } }];
	expect(readPlaylists(list({ scenes })).playlists[0]?.scenes).toEqual([scene]);
});

test('misspelt members are told and do no harm', () => {
	const { playlists, problems } = readPlaylists(list({ scenes: [{ kind: 'map', secnds: 5 }] }));
	expect(playlists[0]?.scenes).toEqual([{ kind: 'map' }]);
	expect(problems).toEqual([
		{
			path: '[0].scenes[0].secnds',
			text: {
				zh: '“[0].scenes[0].secnds”没有这一项，请检查拼写',
				en: '"[0].scenes[0].secnds" is not known here; check the spelling'
			}
		}
	]);
});

test('limits: scenes, length of texts, playlists, dates and times', () => {
	const many = Array.from({ length: 101 }, () => scene);
	const { playlists, problems } = readPlaylists(list({ scenes: many }));
	expect(playlists[0]?.scenes).toHaveLength(playlistLimits.scenes);
	expect(problems[0]?.path).toBe('[0].scenes[100]');
	const announced = (text: string) => readPlaylists(list({ scenes: [{ kind: 'announcement', text }] })).playlists;
	expect(announced('𠀀'.repeat(200))).toHaveLength(1);
	expect(announced('字'.repeat(201))).toHaveLength(0);
	const lists = Array.from({ length: 21 }, (_, index) => ({ id: `p${index}`, scenes: [scene] }));
	expect(readPlaylists(lists).playlists).toHaveLength(20);
	const dated = (schedule: object) => told(list({ scenes: [scene, { kind: 'map', schedule }] }));
	expect(dated({ dates: ['2026-02-29'] })[0]).toContain('must be dates or ranges');
	expect(dated({ dates: ['2026-03-02/2026-03-01'] })[0]).toContain('must be dates or ranges');
	expect(dated({ from: '08:00', to: '08:00' })[0]).toContain('is the same as "from"');
	expect(dated({ from: '24:00' })[0]).toContain('must be HH:MM');
	expect(dated({ days: [] })[0]).toContain('must be a list of 1 (Monday)');
});

test('ids: those of addresses are taken, and none stands there twice', () => {
	for (const id of ['edit', 'play', 'status', 'remote', 'A', '', 'x y', 3])
		expect(readPlaylists([{ id, scenes: [scene] }])).toMatchObject({ playlists: [], problems: [{ path: '[0].id' }] });
	const twice = readPlaylists([...list({}), ...list({ seconds: 30 })]);
	expect(twice.playlists.map(({ seconds }) => seconds)).toEqual([15]);
	expect(twice.problems[0]?.path).toBe('[1].id');
});

test('filters that no page understands and indicators that nobody knows are told', () => {
	expect(told(list({ scenes: [{ kind: 'map', filters: 'region=a%20b' }] }))[0]).toContain('region=a b');
	const { problems, playlists } = readPlaylists(
		list({
			scenes: [{ kind: 'trend', indicator: 'nothing' }, { kind: 'figures', indicators: ['some', 'none'] }, scene]
		}),
		{ indicator: (id) => id === 'some' }
	);
	expect(problems.map(({ path }) => path)).toEqual(['[0].scenes[0].indicator', '[0].scenes[1].indicators[1]']);
	expect(playlists[0]?.scenes).toEqual([scene]);
});

test('no JSON, and JSON that is something else, is told', () => {
	expect(parsePlaylists('{').problems[0]?.text.zh).toMatch(/^不是 JSON/);
	for (const value of [null, 3, 'x', true]) expect(told(value)).toEqual(['holds no list [ … ]']);
});

test('whatever comes, nothing is thrown and what is kept reads again without a word', () => {
	const almost = fc.record(
		{
			id: fc.oneof(fc.constant('one'), fc.jsonValue()),
			title: fc.oneof(fc.string(), fc.jsonValue()),
			seconds: fc.oneof(fc.integer(), fc.jsonValue()),
			schedule: fc.oneof(
				fc.record({ days: fc.array(fc.integer({ min: 0, max: 8 })), from: fc.string(), dates: fc.array(fc.string()) }),
				fc.jsonValue()
			),
			scenes: fc.array(
				fc.oneof(
					fc.record(
						{ kind: fc.constantFrom('map', 'announcement', 'pie'), text: fc.jsonValue(), filters: fc.string() },
						{ requiredKeys: ['kind'] }
					),
					fc.jsonValue()
				)
			)
		},
		{ requiredKeys: [] }
	);
	fc.assert(
		fc.property(fc.oneof(fc.jsonValue(), almost, fc.array(almost)), (value) => {
			const { playlists } = readPlaylists(value);
			expect(readPlaylists(playlists)).toEqual({ playlists, problems: [] });
		}),
		{ numRuns: 500, examples: [[[{ id: 'one', scenes: [{ kind: 'map', filters: '?' }] }]]] }
	);
});

test('the playlists that come with the program are without a mistake', () => {
	const text = readFileSync('data/walls/usual.json', 'utf8');
	const { playlists, problems } = parsePlaylists(text);
	expect(problems).toEqual([]);
	expect(playlists).toEqual(JSON.parse(text));
});
