import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import usual from '#data/boards/usual.json' with { type: 'json' };
import { boardProblemText, checkBoards } from '#lib/leaderboard/check-boards.ts';
import { declaredBoard, mergedTemplates, readDeclared } from '#lib/leaderboard/declared.ts';
import { loadProfile } from '../../src/cli/load-profile.ts';

const board = (changes: object = {}) => ({
	id: 'mine',
	source: { from: 'indicators', by: 'region', values: { value: 'participations' } },
	title: '我的榜',
	kind: 'measure',
	entity: 'region',
	...changes
});

test('the product’s own boards read without a problem and name only indicators that there are', () => {
	expect(readDeclared(usual).problems).toEqual([]);
	expect(checkBoards(usual, { metrics: [] }).problems).toEqual([]);
});

test('a set is filled in: id, title, measure and direction of each', () => {
	const { templates, problems } = readDeclared([
		board({
			id: 'region-{indicator}',
			each: 'totals',
			title: { zh: '{indicator}{noun}榜', en: '{indicator} by {noun}' },
			source: { from: 'indicators', by: 'region' }
		})
	]);
	expect(problems).toEqual([]);
	const [template] = templates;
	const made =
		template &&
		declaredBoard(template, {
			indicator: { id: 'late_reports', title: { zh: '迟报', en: 'Late reports' } },
			noun: { zh: '市州', en: 'prefectures' },
			direction: 'ascending'
		});
	expect(made).toMatchObject({
		rules: {
			id: 'region-late_reports',
			title: { zh: '迟报市州榜', en: 'Late reports by prefectures' },
			measure: 'late_reports',
			chain: [{ field: 'value', direction: 'ascending' }]
		},
		source: { values: { value: 'late_reports' } }
	});
});

test('within an English title an indicator begins small', () => {
	const { templates } = readDeclared([
		board({
			id: 'progress-{indicator}',
			each: 'totals',
			title: { zh: '{indicator}进步榜', en: 'Progress in {indicator}' },
			source: { from: 'indicators', by: 'region' }
		})
	]);
	const [template] = templates;
	const indicator = { id: 'late_reports', title: { zh: '迟报', en: 'Late reports' } };
	expect(template && declaredBoard(template, { indicator })?.rules.title).toEqual({
		zh: '迟报进步榜',
		en: 'Progress in late reports'
	});
});

test('the least base of progress is that of the indicator, or that of all others', () => {
	const told = (progress: object) => ({
		...board({
			id: 'progress-{indicator}',
			each: 'totals',
			kind: 'progress',
			source: { from: 'indicators', by: 'region' }
		}),
		progress
	});
	const { templates, problems } = readDeclared([told({ minimumBase: { studios: 10, others: '100' } })]);
	expect(problems).toEqual([]);
	const least = (id: string) => {
		const filling = { indicator: { id, title: { zh: id, en: id } } };
		return templates[0] && declaredBoard(templates[0], filling)?.rules.progress?.minimumBase;
	};
	expect([least('studios'), least('participations')]).toEqual(['10', '100']);
	const wrong = (minimumBase: object) =>
		readDeclared([told({ minimumBase })]).problems.map(({ problem }) => [problem.code, problem.details['path']]);
	expect(wrong({ studios: 10 })).toEqual([['RULE_MISSING', 'progress.minimumBase']]);
	expect(wrong({ studios: 'few', others: 100 })).toEqual([['RULE_TYPE', 'progress.minimumBase.studios']]);
	// A single board has one number.
	const single = { ...told({ minimumBase: { others: 100 } }), each: undefined, id: 'one' };
	expect(readDeclared([single]).problems.map(({ problem }) => problem.code)).toContain('RULE_TYPE');
});

test('every problem says which board, where in it, and what to do; the other boards work', () => {
	const { usable, problems } = checkBoards(
		[
			board(),
			board({ id: 'typo', sources: {} }),
			board({ id: 'unknown', source: { from: 'indicators', by: 'region', values: { value: 'happiness' } } }),
			board({ id: 'rate', kind: 'rate' }),
			board(),
			7
		],
		{ metrics: [] }
	);
	expect(usable).toEqual([board()]);
	expect(problems.map((problem) => boardProblemText(problem).zh)).toEqual([
		'第2个榜“typo”的“sources”没有这一项，请检查拼写',
		'第4个榜“rate”的“minimumDenominator”缺少，请补上',
		'第5个榜“mine”的“id”“mine”出现了两次',
		'第6个榜须是对象 { … }',
		'第3个榜“unknown”的“source.values.value”“happiness”不能用'
	]);
	expect(problems.map((problem) => boardProblemText(problem).en)[1]).toBe(
		'board 4 "rate", minimumDenominator is missing; add it'
	);
});

test('a metric of the profile may be ranked, one that it does not declare may not', () => {
	const ranked = [board({ source: { from: 'indicators', by: 'region', values: { value: 'metric:培训经费@时点' } } })];
	expect(checkBoards(ranked, { metrics: [{ indicator: '培训经费' }] }).problems).toEqual([]);
	expect(checkBoards(ranked, { metrics: [] }).problems.map(({ problem }) => problem.code)).toEqual(['RULE_CHOICE']);
});

test('a profile’s board takes the place of the product’s of the same id and set, others come after', () => {
	const [a, b, c] = [board({ id: 'a' }), board({ id: 'b' }), board({ id: 'a', title: '换过的' })].map(
		(one) => readDeclared([one]).templates[0]
	);
	if (!a || !b || !c) throw new Error('No templates');
	expect(mergedTemplates([a], [b, c])).toEqual([c, b]);
});

test('boards.json of a profile folder is read, its mistakes are told, the profile works', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'gongbang-boards-'));
	try {
		const meta = {
			id: 'sample',
			title: { zh: '示例', en: 'Sample' },
			subtitle: { zh: '示例', en: 'Sample' },
			home: '620000',
			regionNoun: { zh: '市州', en: 'prefectures' }
		};
		await mkdir(folder, { recursive: true });
		await writeFile(join(folder, 'profile.json'), JSON.stringify(meta));
		await writeFile(join(folder, 'boards.json'), JSON.stringify([board(), board({ id: 'wrong', kind: 'best' })]));
		const told: string[] = [];
		const profile = await loadProfile(folder, ({ text }) => told.push(text.en));
		expect(profile.boards).toEqual([board()]);
		expect(told).toEqual([
			'boards.json: board 2 "wrong", kind cannot be "best"; it may be measure, rate, medals, points, results, combined, progress.'
		]);
		await writeFile(join(folder, 'boards.json'), '{ "id": 1');
		told.length = 0;
		expect((await loadProfile(folder, ({ text }) => told.push(text.zh))).boards).toBeUndefined();
		expect(told.join()).toMatch(/^boards\.json：不是 JSON/);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
});
