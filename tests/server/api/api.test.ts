import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import * as answers from '#lib/server/api/answers.ts';
import { observations } from '#lib/server/api/observations.ts';
import { operations, type Operation, type OperationName } from '#lib/server/api/operations.ts';
import { served, type ApiRequest } from '#lib/server/api/respond.ts';
import { board, boards } from '../../../src/routes/api/v1/boards/board-answers.ts';
import { run } from '../../../src/cli/commands/query.ts';
import { naughtyStrings } from '../../import/robustness/naughty-strings.ts';
import { releaseId, servedRelease, type ServedRelease } from './served-release.ts';

let made: ServedRelease;
beforeAll(async () => void (made = await servedRelease()));
afterAll(() => made.close());
afterEach(() => vi.unstubAllEnvs());

const handlers: Record<OperationName, (asked: ApiRequest) => ReturnType<typeof observations>> = {
	index: () => answers.index(),
	openapi: () => answers.openApi(),
	releases: () => answers.releases(made.sources),
	datapackage: (asked) => answers.datapackage(made.sources, asked),
	indicators: (asked) => answers.indicators(made.sources, asked),
	observations: (asked) => observations(made.sources, asked),
	boards: (asked) => boards(made.sources, asked),
	board: (asked) => board(made.sources, asked)
};

interface Asked {
	readonly params?: Record<string, string>;
	readonly headers?: Record<string, string>;
	readonly method?: 'GET' | 'HEAD' | 'OPTIONS' | 'fallback';
	/** Sees each request's values. */
	readonly seen?: (asked: ApiRequest) => void;
}

async function ask(name: OperationName, query: Record<string, string> | string = {}, asked: Asked = {}) {
	const operation: Operation = operations[name];
	const url = new URL(`http://localhost${operation.path}?${new URLSearchParams(query)}`);
	const { method = 'GET', headers = {}, params = {} } = asked;
	const request = new Request(url, { headers, method: method === 'fallback' ? 'POST' : method });
	const handler = served(operation, async (values) => {
		const answer = await handlers[name](values);
		return { ...answer, make: () => answer.make().finally(() => asked.seen?.(values)) };
	});
	return handler[method]({ request, url, params });
}

const json = async (response: Promise<Response>) => JSON.parse(await (await response).text()) as Record<string, any>;
const codeOf = async (response: Response) =>
	((await response.json()) as { error: { code: string; parameter: string | null } }).error;

/** What `gongbang query` prints. */
async function printed(...args: string[]): Promise<string> {
	const out: string[] = [];
	const spy = vi.spyOn(process.stdout, 'write').mockImplementation((text) => out.push(String(text)) > 0);
	try {
		expect(await run([made.release, ...args])).toBe(0);
		return out.join('');
	} finally {
		spy.mockRestore();
	}
}

describe('observations', () => {
	test('are what gongbang query prints, for every indicator, split and filter', async () => {
		const names = [
			'units_competing',
			'coverage',
			'studios',
			'certified',
			'metric:站点',
			'medals_gold',
			'workers_total'
		];
		const splits = ['', 'region', 'industry', 'period', 'region,industry', 'ownership,industry,period'];
		const filters: Record<string, string>[] = [
			{},
			{ period: '2024' },
			{ period: '2024', region: '110000' },
			{ region: '天津' }
		];
		const table = names.flatMap((indicator) =>
			splits.flatMap((by) => filters.map((filter) => ({ indicator, by, filter })))
		);
		let compared = 0;
		for (const [position, { indicator, by, filter }] of table.entries()) {
			const lang = position % 2 === 0 ? 'zh' : 'en';
			const response = await ask('observations', { indicator, lang, format: 'csv', ...(by ? { by } : {}), ...filter });
			const where = Object.entries(filter).flatMap(([name, value]) => ['--where', `${name}=${value}`]);
			const args = [indicator, ...(by ? ['--by', by] : []), ...where, '--lang', lang];
			if (response.status === 400) {
				// What cannot be answered here is refused there, with the same sentence.
				const { error } = (await response.json()) as { error: { zh: string; en: string } };
				const spy = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
				const code = await run([made.release, ...args]);
				expect([code, String(spy.mock.lastCall?.[0])]).toEqual([2, `gongbang query: ${error[lang]}\n`]);
				spy.mockRestore();
				continue;
			}
			compared++;
			const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer());
			expect(text).toBe(`\ufeff${await printed(...args)}`);
		}
		expect(compared).toBeGreaterThan(90);
	}, 120_000);

	test('as JSON hold the rows that the command prints, with what they are', async () => {
		const answer = await json(ask('observations', { indicator: 'units_competing', by: 'region', period: '2023' }));
		expect(answer).toMatchObject({
			release: releaseId,
			profile: 'office',
			indicator: 'units_competing',
			total: 4,
			next: null
		});
		const rows = await printed('units_competing', '--by', 'region', '--period', '2023', '--format', 'json');
		expect(answer.rows).toEqual(JSON.parse(rows));
		// Hebei has not reported: empty, and no 0.
		expect(answer.rows[3]).toMatchObject({ region: '130000', value: '' });
	});

	test('come page by page, each naming the next', async () => {
		const pages: string[] = [];
		let query: Record<string, string> | null = {
			indicator: 'units_competing',
			by: 'region',
			period: '2024',
			limit: '3'
		};
		while (query) {
			const response = await ask('observations', query);
			const next = /<([^>]+)>; rel="next"/.exec(response.headers.get('link') ?? '')?.[1];
			const body = (await response.json()) as { rows: { region: string }[]; next: string | null; total: number };
			expect([body.total, body.next]).toEqual([4, next ?? null]);
			pages.push(body.rows.map(({ region }) => region).join(' '));
			query = next ? Object.fromEntries(new URL(next, 'http://localhost').searchParams) : null;
		}
		expect(pages).toEqual(['100000 110000 120000', '130000']);
	});

	test('in GB18030 read back as the same text', async () => {
		const asked = { indicator: 'units_competing', period: '2024', format: 'csv' };
		const plain = await (await ask('observations', asked)).text();
		const response = await ask('observations', { ...asked, encoding: 'gb18030' });
		expect(response.headers.get('content-type')).toContain('charset=gb18030');
		expect(new TextDecoder('gb18030').decode(await response.arrayBuffer())).toBe(plain.replace(/^\ufeff/, ''));
	});

	test('split into more than anybody reads are refused', async () => {
		const by = 'region,industry,ownership,union_system,level,skill_level,kind,campaign,period';
		const error = await codeOf(await ask('observations', { indicator: 'competitions_held', by }));
		expect(['too_many_rows', 'cannot_answer']).toContain(error.code);
	});
});

describe('addresses', () => {
	test('releases, the index and the data package name what can be fetched', async () => {
		const { releases } = await json(ask('releases'));
		expect(releases).toMatchObject([{ id: releaseId, profile: 'office', newest: true }]);
		const described = await json(ask('datapackage', {}, { params: { release: releaseId } }));
		expect((described.resources as { path: string }[]).map(({ path }) => path)).toEqual([
			`http://localhost/releases/${releaseId}/summary.duckdb`,
			`http://localhost/releases/${releaseId}/detail.duckdb`
		]);
		const { links } = await json(ask('index'));
		expect((links as { href: string }[]).map(({ href }) => href)).toEqual(
			Object.values(operations).map(({ path }) => path)
		);
	});

	test('indicators are defined in both languages, and say which have figures', async () => {
		const { indicators } = await json(ask('indicators'));
		const all = new Map((indicators as { id: string; answered: boolean }[]).map((each) => [each.id, each]));
		expect(all.get('coverage')).toMatchObject({
			title: { zh: '竞赛覆盖率', en: expect.any(String) },
			kind: 'ratio',
			direction: 'higher',
			denominator: 'units_total',
			answered: true
		});
		expect(all.get('metric:站点')).toMatchObject({ title: { zh: '服务站点', en: 'Service points' }, answered: true });
		expect(all.get('suggestions')).toMatchObject({ answered: false });
	});

	test('boards are listed and ranked', async () => {
		const { boards: listed } = await json(ask('boards'));
		const ids = (listed as { id: string }[]).map(({ id }) => id);
		expect(ids).toContain('region-units_competing');
		expect(ids).toContain('region-coverage');
		const asked = { period: '2024', format: 'csv' };
		const response = await ask('board', asked, { params: { board: 'region-units_competing' } });
		const [, ...lines] = (await response.text()).trimEnd().split('\n');
		// 40, 25 and 7 competing units, by hand.
		expect(lines.map((line) => line.split(',').slice(0, 5).join(' '))).toEqual([
			'1  110000 北京市 40',
			'2  120000 天津市 25',
			'3  130000 河北省 7'
		]);
		const page = await json(
			ask(
				'board',
				{ period: '2024', limit: '1', offset: '1', lang: 'en' },
				{ params: { board: 'region-units_competing' } }
			)
		);
		expect(page).toMatchObject({
			total: 3,
			rows: [{ rank: 2, key: '120000', name: 'Tianjin', values: { value: '25' } }]
		});
		const medals = await ask('board', asked, { params: { board: 'medals-organisation' } });
		// A name that a spreadsheet would run is text.
		expect(await medals.text()).toMatch(/^1,,'=甲厂,'=甲厂,1,0,0/m);
	});

	test('people are named as the rules of their board say', async () => {
		const { boards: listed } = await json(ask('boards'));
		expect(JSON.stringify(listed)).not.toContain('张三');
		const response = await ask('board', {}, { params: { board: 'competition-J1' } });
		const body = await response.text();
		expect(response.status, body).toBe(200);
		expect(body).toContain('张*');
		expect(body).not.toContain('张三');
	});

	test('every declared parameter is used by its handler', async () => {
		const needed: Partial<Record<OperationName, Record<string, string>>> = { observations: { indicator: 'coverage' } };
		const params = { datapackage: { release: releaseId }, board: { board: 'region-coverage' } } as const;
		for (const name of Object.keys(operations) as OperationName[]) {
			let left: readonly string[] = ['nobody asked'];
			const response = await ask(name, needed[name] ?? {}, {
				params: { ...params[name as keyof typeof params] },
				seen: ({ values, path }) => (left = [...values.unread, ...path.unread])
			});
			expect([name, response.status, left]).toEqual([name, 200, []]);
		}
	});
});

describe('HTTP', () => {
	const question = { indicator: 'coverage', period: '2024' };

	test('the same question has the same ETag, and nothing is sent to who has the answer', async () => {
		const first = await ask('observations', question);
		const etag = first.headers.get('etag') ?? '';
		expect(etag).toMatch(/^"[0-9a-f]{32}"$/);
		const again = await ask('observations', question, { headers: { 'if-none-match': `"x", W/${etag}` } });
		expect([again.status, await again.text()]).toEqual([304, '']);
		const other = await ask('observations', { ...question, lang: 'en' });
		expect(other.headers.get('etag')).not.toBe(etag);
		expect(first.headers.get('cache-control')).toBe('no-cache');
		const named = await ask('observations', { ...question, release: releaseId });
		expect(named.headers.get('cache-control')).toBe('public, max-age=3600');
	});

	test('HEAD has the headers without the body', async () => {
		const [get, head] = await Promise.all([
			ask('observations', question),
			ask('observations', question, { method: 'HEAD' })
		]);
		const length = (await get.arrayBuffer()).byteLength;
		expect([head.status, await head.text(), head.headers.get('content-length')]).toEqual([200, '', String(length)]);
	});

	test('other origins read nothing unless a setting names them', async () => {
		const headers = { origin: 'https://report.example.org' };
		const allowed = async () => (await ask('index', {}, { headers })).headers.get('access-control-allow-origin');
		expect(await allowed()).toBe(null);
		vi.stubEnv('API_ORIGINS', 'https://other.example.org, https://report.example.org');
		expect(await allowed()).toBe('https://report.example.org');
		const preflight = await ask('observations', question, { headers, method: 'OPTIONS' });
		expect([preflight.status, preflight.headers.get('access-control-allow-methods')]).toEqual([
			204,
			'GET, HEAD, OPTIONS'
		]);
		vi.stubEnv('API_ORIGINS', '*');
		expect(await allowed()).toBe('*');
	});

	test('other methods are refused', async () => {
		const response = await ask('index', {}, { method: 'fallback' });
		expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
		expect(await codeOf(response)).toMatchObject({ code: 'method_not_allowed' });
	});
});

describe('wrong questions', () => {
	test.each<[OperationName, Record<string, string> | string, string, string | null, Record<string, string>?]>([
		['observations', {}, 'missing_parameter', 'indicator'],
		['observations', { indicator: 'coverage', colour: 'red' }, 'unknown_parameter', 'colour'],
		['observations', 'indicator=coverage&indicator=studios', 'repeated_parameter', 'indicator'],
		['observations', { indicator: 'coverage', by: 'region,colour' }, 'bad_parameter', 'by'],
		['observations', { indicator: 'coverage', by: 'region,region' }, 'bad_parameter', 'by'],
		['observations', { indicator: 'coverage', limit: '0' }, 'bad_parameter', 'limit'],
		['observations', { indicator: 'coverage', offset: '-1' }, 'bad_parameter', 'offset'],
		['observations', { indicator: 'coverage', format: 'xml' }, 'bad_parameter', 'format'],
		['observations', { indicator: 'nonsense' }, 'cannot_answer', 'indicator'],
		['observations', { indicator: 'coverage', region: '999999' }, 'cannot_answer', 'region'],
		['observations', { indicator: 'coverage', period: '1999' }, 'cannot_answer', 'period'],
		['observations', { indicator: 'coverage', profile: 'mars' }, 'no_release', 'profile'],
		['observations', { indicator: 'coverage', release: 'ffffffffffffffff' }, 'no_release', 'release'],
		['observations', { indicator: 'coverage', release: releaseId, profile: 'mars' }, 'bad_parameter', 'profile'],
		['boards', { release: '../../etc/passwd' }, 'bad_parameter', 'release'],
		['board', {}, 'no_board', 'board', { board: 'nothing' }],
		['board', { region: '999999' }, 'bad_parameter', 'region', { board: 'region-coverage' }],
		['board', { period: '1999' }, 'bad_parameter', 'period', { board: 'region-coverage' }],
		['datapackage', {}, 'bad_parameter', 'release', { release: '../made' }],
		['datapackage', {}, 'no_release', 'release', { release: 'ffffffffffffffff' }]
	])('%s %o: %s', async (name, query, code, parameter, params = {}) => {
		const response = await ask(name, query, { params });
		expect(response.status).toBeLessThan(500);
		const error = await codeOf(response);
		expect([error.code, error.parameter]).toEqual([code, parameter]);
	});

	test('hostile values never reach a statement and never break anything', async () => {
		const hostile = [
			...naughtyStrings,
			"'; DROP TABLE region; --",
			'" OR 1=1 --',
			"110000' UNION SELECT * FROM batch --",
			'${1+1}',
			'../../../etc/passwd',
			'\u0000',
			'x'.repeat(5000)
		].filter((text) => text.isWellFormed());
		const before = made.statements.length;
		const base: Record<string, Record<string, string>> = { observations: { indicator: 'coverage' }, board: {} };
		const statuses = new Set<number>();
		for (const name of ['observations', 'board', 'boards', 'indicators'] as const) {
			const operation: Operation = operations[name];
			for (const [index, value] of hostile.entries()) {
				// Each value in one parameter after the other, by turns: all of them in each take minutes and show no more.
				const parameter = operation.parameters[index % Math.max(1, operation.parameters.length)];
				if (!parameter) continue;
				const params: Record<string, string> =
					name === 'board' ? { board: index % 3 === 0 ? value : 'region-coverage' } : {};
				const response = await ask(name, { ...base[name], [parameter.name]: value }, { params });
				statuses.add(response.status);
				expect(response.status, `${name} ${parameter.name}=${value}`).toBeLessThan(500);
				const body = await response.text();
				if (response.status >= 400) expect(body).toContain('"error"');
			}
		}
		expect(statuses).toContain(400);
		const texts = made.statements.slice(before).join('\n');
		for (const value of ['DROP TABLE', 'UNION SELECT * FROM batch', 'OR 1=1', 'passwd'])
			expect(texts).not.toContain(value);
	}, 120_000);

	test('a campaign that looks like SQL is a name like any other', async () => {
		const asked = { indicator: 'competitions_held', campaign: "'; DROP TABLE made.region; --", period: '2024' };
		const response = await ask('observations', asked);
		expect(response.status).toBeLessThan(500);
		expect((await ask('observations', { indicator: 'units_competing', by: 'region' })).status).toBe(200);
	});
});
