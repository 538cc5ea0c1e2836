import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openNative } from '#lib/engine/native.ts';
import { gb18030Bytes } from '#lib/import/encode/gb18030.ts';
import { exactCell, rankCell } from '../../src/cli/board/cells.ts';
import { run } from '../../src/cli/commands/board.ts';
import { identifier, literal, Sql } from '#lib/sql/sql.ts';
import { handMadeRelease } from '../indicators/hand-made-release.ts';

const contests = 'tests/fixtures/contests';
let folder: string;
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'gongbang-board-'));
	const connector = await openNative({ folder });
	await connector.run(new Sql(`ATTACH ${literal(connector.fileName('summary.duckdb')).text} AS made`));
	await handMadeRelease(connector, identifier('made'));
	await connector.close();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs the command and catches what it prints; CSV comes as rows of cells without the fingerprint. */
async function board(...args: string[]) {
	const out: string[] = [];
	const err: string[] = [];
	const spies = [
		vi.spyOn(process.stdout, 'write').mockImplementation((text) => out.push(String(text)) > 0),
		vi.spyOn(process.stderr, 'write').mockImplementation((text) => err.push(String(text)) > 0)
	];
	try {
		const code = await run(args);
		const lines = out.join('').trimEnd().split('\n');
		return { code, out: out.join(''), err: err.join(''), rows: lines.slice(1).map((line) => line.split(',')) };
	} finally {
		for (const spy of spies) spy.mockRestore();
	}
}

async function file(name: string, content: string | Uint8Array | object): Promise<string> {
	const path = join(folder, name);
	const isText = typeof content === 'string' || content instanceof Uint8Array;
	await writeFile(path, isText ? content : JSON.stringify(content));
	return path;
}

const head = { id: 'test', title: '测试', kind: 'results', entity: 'person' };

describe('a results table', () => {
	const table = [
		'焊接技能竞赛成绩表,,,,,,',
		'赛项,选手编号,选手,总成绩,用时,名次,状态',
		'焊工,001,张三,90.5,1:02:03,1,正式',
		'焊工,002,李四,90.50分,1:02:04,1,',
		'焊工,003,王五,95,50分10秒,,打星',
		'焊工,004,赵六,,,,缺考',
		'电工,001,钱七,８８,100,1,',
		'电工,002,孙八,零分吧,100,2,',
		',合计,,361.5,,,',
		'注：以上为终评成绩,,,,,,'
	].join('\r\n');
	const rules = {
		...head,
		groupBy: '赛项',
		chain: [{ field: '总成绩' }, { field: '用时', direction: 'ascending' }],
		columns: { key: '选手编号', name: '选手', publishedRank: '名次' },
		eligibility: { column: '状态', values: { 打星: 'guest', 缺考: 'absent' } },
		names: 'masked'
	};

	test('GBK with a title line, groups, a chain, guests, masked names, published ranks', async () => {
		const path = await file('gbk.csv', gb18030Bytes(table));
		const { code, rows, err } = await board(path, '--rules', await file('rules.json', rules));
		expect(code).toBe(0);
		expect(rows.map((row) => row.slice(0, 8).join(' '))).toEqual([
			'焊工   003 王* 95 3010 ',
			'焊工 1  001 张* 90.5 3723 ',
			'焊工 2  002 李* 90.5 3724 用时',
			'焊工   004 赵*   ',
			'电工 1  001 钱* 88 100 ',
			'电工   002 孙*  100 '
		]);
		expect(rows.map((row) => [row[11], row[14]].join(' '))).toEqual([
			'GUEST ',
			' ',
			' PUBLISHED_CHAIN_CUT',
			'ABSENT ',
			' ',
			'NO_VALUE PUBLISHED_UNRANKED'
		]);
		expect(err).toContain('第 8 行读不成数');
		expect(err).toContain('第 9 行是合计行');
	});

	test('JSON has exact values, sentences and the fingerprint of file and rules', async () => {
		const path = await file('utf8.csv', table);
		const json = async (of: object) => {
			const asked = [path, '--rules', await file('rules.json', of), '--format', 'json', '--lang', 'en'];
			return JSON.parse((await board(...asked)).out);
		};
		const [one, same, other] = [await json(rules), await json({ ...rules }), await json({ ...rules, version: 2 })];
		expect(one.fingerprint).toMatch(/^[0-9a-f]{64}$/);
		expect([same.fingerprint === one.fingerprint, other.fingerprint === one.fingerprint]).toEqual([true, false]);
		const [guest] = one.groups.find(({ key }: { key: string }) => key === '焊工').rows;
		expect(guest).toMatchObject({ key: '003', name: '王*', rank: null, values: { 总成绩: '95', 用时: '3010' } });
		expect(guest.reason).toEqual({
			code: 'GUEST',
			details: {},
			text: 'Out of competition: takes no place and no award.'
		});
		expect(JSON.stringify(one)).not.toContain('王五');
	});

	test('medals and points out of a column of awards, in one command each', async () => {
		const rows = [
			'代表队,选手,奖项',
			'甲队,a,一等奖',
			'甲队,b,三等奖',
			'乙队,c,二等奖',
			'乙队,d,二等奖',
			'丙队,e,',
			'甲队,f,三等奖'
		];
		const path = await file('awards.csv', rows.join('\n'));
		const columns = { key: '选手', team: '代表队', award: '奖项' };
		const [first, second, third] = ['一等奖', '二等奖', '三等奖'];
		const medals = { ...head, kind: 'medals', entity: 'team', columns, medals: [first, second, third] };
		const points = {
			...head,
			kind: 'points',
			entity: 'team',
			columns,
			points: { [first]: 5, [second]: 3, [third]: 2 }
		};
		const ranked = async (rules: object) =>
			(await board(path, '--rules', await file('rules.json', rules))).rows.map((row) => row.slice(0, 5).join(' '));
		expect(await ranked(medals)).toEqual(['1  甲队 甲队 1', '2  乙队 乙队 0', '3  丙队 丙队 0']);
		// 甲队 5 + 2 + 2 = 9, 乙队 3 + 3 = 6.
		expect(await ranked(points)).toEqual(['1  甲队 甲队 9', '2  乙队 乙队 6', '3  丙队 丙队 0']);
	});

	test('rates from two columns, with a minimum', async () => {
		const path = await file('rates.csv', '地区,开展,建会\n甲,1,3\n乙,2,6\n丙,9,9\n丁,5,\n');
		const values = { value: { numerator: '开展', denominator: '建会' } };
		const rules = { ...head, kind: 'rate', entity: 'region', minimumDenominator: 3, columns: { key: '地区', values } };
		const { rows } = await board(path, '--rules', await file('rules.json', rules));
		expect(rows.map((row) => [...row.slice(0, 3), row[4], row[9]].join(' '))).toEqual([
			'1  丙 1 ',
			'2 true 乙 0.3333333333 ',
			'2 true 甲 0.3333333333 ',
			'  丁  NO_DENOMINATOR'
		]);
	});

	test('a group of two columns: the same number in another competition is another entrant', async () => {
		const path = await file('two.csv', '竞赛,赛项,编号,总成绩\nA,焊工,1,5\nB,焊工,1,9\nA,焊工,2,6\n');
		const rules = { ...head, chain: [{ field: '总成绩' }], columns: { key: '编号', group: ['竞赛', '赛项'] } };
		const { code, err, rows } = await board(path, '--rules', await file('rules.json', rules));
		expect([code, err]).toEqual([0, '']);
		expect(rows.map((row) => row.slice(0, 4).join(' '))).toEqual(['A · 焊工 1  2', 'A · 焊工 2  1', 'B · 焊工 1  1']);
	});

	test('frozen by time: viewers get what came before', async () => {
		const path = await file('frozen.csv', '队,分,时间\n甲,3,2026-05-01T10:00:00Z\n乙,9,2026-05-01T12:00:00Z\n');
		const rules = {
			...head,
			chain: [{ field: '分' }],
			columns: { at: '时间' },
			freeze: { at: '2026-05-01T12:00:00Z' }
		};
		const { out, rows } = await board(path, '--rules', await file('rules.json', rules));
		expect(rows.map((row) => row.slice(0, 5).join(' '))).toEqual(['1  甲 甲 3', '  乙 乙 ']);
		expect(out).toContain('FROZEN');
		expect(out).not.toContain('9,');
	});
});

test('a real contest: published ranks, ties and medals of the Olympiad come out as published', async () => {
	const { code, err, rows } = await board(
		`${contests}/imo-2024-top.csv`,
		'--rules',
		`${contests}/imo-2024-top.rules.json`
	);
	expect([code, err]).toEqual([0, '']);
	const published = (await readFile(`${contests}/imo-2024-top.csv`, 'utf8')).trimEnd().split('\n').slice(1);
	const stated = new Map(published.map((line) => line.split(',')).map((cells) => [cells[0], cells] as const));
	expect(rows).toHaveLength(81);
	for (const [rank = '', tied, key, , total, , , tier] of rows) {
		const [, , , , , , , , publishedTotal, publishedRank, award] = stated.get(key) ?? [];
		expect([total, rank, `${tier} medal`]).toEqual([publishedTotal, publishedRank, award?.toLowerCase()]);
		const alike = published.filter((line) => line.split(',')[9] === rank).length;
		expect(tied).toBe(alike > 1 ? 'true' : '');
	}
	// A twelfth of 609 is 50 places; twelve with 29 points stand across the cut and all went up: 58 golds.
	expect(rows.filter((row) => row[7] === 'gold')).toHaveLength(58);
});

test('the same contest as a medal table of teams', async () => {
	const rules = {
		...head,
		kind: 'medals',
		entity: 'team',
		columns: { key: 'contestant', team: 'team', award: 'award' },
		medals: ['Gold medal', 'Silver medal']
	};
	const { rows } = await board(`${contests}/imo-2024-top.csv`, '--rules', await file('rules.json', rules));
	// Counted by hand: T03 five golds and a silver, T01 five golds, T06 and T09 four each, T13 three.
	expect(rows.slice(0, 5).map((row) => row.slice(0, 6).join(' '))).toEqual([
		'1  T03 T03 5 1',
		'2  T01 T01 5 0',
		'3 true T06 T06 4 0',
		'3 true T09 T09 4 0',
		'5  T13 T13 3 0'
	]);
});

describe('a release', () => {
	const region = { id: 'r', title: '开展竞赛单位', entity: 'region' };
	test('a measure with movement against an earlier period; the whole is in no ranking', async () => {
		const rules = {
			...region,
			kind: 'measure',
			measure: 'units_competing',
			movement: { against: 'period', which: '2023' }
		};
		const { code, err, rows } = await board(folder, '--rules', await file('rules.json', rules), '--period', '2024');
		expect([code, err]).toEqual([0, '']);
		// 2024: 40, 25, 7. 2023: 32, 0, none.
		expect(rows.map((row) => row.slice(0, 8).join(' '))).toEqual([
			'1  110000 北京市 40 40 家  0',
			'2  120000 天津市 25 25 家 value 0',
			'3  130000 河北省 7 7 家 value new'
		]);
	});
	test('the unreported are listed without a rank and the board is provisional', async () => {
		const rules = await file('rules.json', { ...region, kind: 'measure', measure: 'units_competing' });
		const { rows } = await board(folder, '--rules', rules, '--period', '2023');
		expect(rows.map((row) => [row[0], row[2], row[10], row[14]].join(' '))).toEqual([
			'1 110000  true',
			'2 120000  true',
			' 130000 NOT_REPORTED true'
		]);
	});
	test('a board that is frozen at another release or at a time shows nothing of this one', async () => {
		for (const [freeze, words] of [
			[{ release: 'r1' }, '榜单已在发布 r1 封榜'],
			[{ at: '2026-05-01T12:00:00Z' }, '榜单已在 2026-05-01T12:00:00Z 封榜']
		] as const) {
			const rules = await file('rules.json', { ...region, kind: 'measure', measure: 'units_competing', freeze });
			expect(await board(folder, '--rules', rules)).toMatchObject({
				code: 2,
				out: '',
				err: expect.stringContaining(words)
			});
		}
		const frozen = await file('rules.json', { ...head, chain: [{ field: '分' }], freeze: { release: 'r1' } });
		const path = await file('a.csv', '队,分\n甲,1\n');
		expect(await board(path, '--rules', frozen)).toMatchObject({ code: 2, out: '' });
	});
	test('totals and rates are different boards', async () => {
		const rules = await file('rules.json', { ...region, kind: 'measure', measure: 'coverage' });
		const { code, err } = await board(folder, '--rules', rules);
		expect([code, err]).toEqual([2, 'gongbang board: “竞赛覆盖率”是比率，规则的 kind 应为 rate：总量与比率不同榜。\n']);
	});
});

describe('what cannot be ranked is one sentence and exit code 2', () => {
	const least = { ...head, chain: [{ field: '总成绩' }] };
	test.each([
		['no rules', [], '请用 --rules'],
		['rules that are not there', ['--rules', 'nowhere.json'], 'nowhere.json 无法打开（ENOENT）'],
		['another format', ['--rules', 'x', '--format', 'xml'], '--format 只能是 csv, json'],
		['an unknown option', ['--rules', 'x', '--sort'], '无法识别的参数']
	])('%s', async (_name, args, words) => {
		const { code, err, out } = await board('some.csv', ...args);
		expect([code, out, err.split('\n').length]).toEqual([2, '', 2]);
		expect(err).toContain(words);
	});
	test('rules with problems: each with its place', async () => {
		const path = await file('bad.json', { id: 'x', kind: 'rate', chian: [], tiers: [{ id: 'a', percent: 10 }] });
		const { code, err } = await board('x.csv', '--rules', path, '--lang', 'en');
		expect(code).toBe(2);
		for (const words of [
			'title is missing',
			'entity is missing',
			'minimumDenominator is missing',
			'tiers[0].cut is missing',
			'There is no chian'
		])
			expect(err).toContain(words);
		expect((await board('x.csv', '--rules', await file('bad.json', '{'))).err).toContain('不是 JSON');
	});
	test('a column that is not there, a table that is none, a file that is not there', async () => {
		const rules = await file('rules.json', least);
		const path = await file('a.csv', '选手,成绩\na,1\nb,2\n');
		expect((await board(path, '--rules', rules)).err).toContain('没有规则 总成绩 所指的“总成绩”一列，有：选手、成绩');
		expect(await board(await file('empty.csv', ''), '--rules', rules)).toMatchObject({ code: 2 });
		expect(await board('nowhere.csv', '--rules', rules)).toMatchObject({
			code: 2,
			err: expect.stringContaining('ENOENT')
		});
	});
	test('help, and the command is known', async () => {
		expect((await board('--help')).out).toContain('gongbang board FILE|RELEASE');
		const help = execFileSync(process.execPath, ['src/cli/gongbang.ts', '--help'], { encoding: 'utf8' });
		expect(help).toContain('gongbang board');
	});
});

test.each([
	['88.5', '88.5'],
	['８８．５分', '88.5'],
	['1,234.50', '1234.5'],
	['1:02:03.5', '3723.5'],
	['12分30秒', '750'],
	['85%', { numerator: '85', denominator: 100 }],
	['-', null],
	['', null],
	['#N/A', null],
	['约 80', 'unreadable'],
	['优秀', 'unreadable'],
	['90（补考）', 'unreadable'],
	['90 人', '90']
])('the cell %s', (cell, value) => {
	expect(exactCell(cell)).toEqual(value);
});

test('published ranks as they are written', () => {
	expect(['1', '第3名', '=5', 'T7', '', '—'].map(rankCell)).toEqual([1, 3, 5, 7, null, null]);
});
