import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { linkOf } from '#lib/filters/link.ts';
import { packLink } from '#lib/filters/packed-link.ts';
import { inRelease } from './board-fixture.ts';
import { launchChromium } from './chromium.ts';
import { expectSound } from './sound.ts';
import { serveTwoReleases, type TwoReleases } from './two-releases.ts';
import { drawn, visit } from './visit.ts';

const origin = inject('origin');
let browser: Browser;
beforeAll(async () => {
	browser = await launchChromium();
});
afterAll(() => browser.close());

/* The decoder's types name it a default export, which its CommonJS file is not under Node. */
const readCode = createRequire(import.meta.url)('jsqr') as (
	pixels: Uint8ClampedArray,
	width: number,
	height: number
) => { readonly data: string } | null;

/** Machines that test are busy. */
const soon = { timeout: 30_000 };
const dialogOf = (page: Page) => page.getByRole('dialog', { name: /^分享|^Share/ });
const linkField = (page: Page) => dialogOf(page).getByLabel('链接', { exact: true });

test('the link of what is shown: copied, sent, scanned, and opened again', async () => {
	const { page, context, troubles } = await visit(browser, origin, '/regions?profile=chongqing&period=2026Q2');
	await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin });
	await drawn(page);
	await page.locator('#map').getByRole('button', { name: /表格/ }).click();
	await page.waitForURL(/table=map/);
	await page.keyboard.press('s');
	await expect.poll(() => linkField(page).inputValue(), soon).toContain('table=map');
	const link = new URL(await linkField(page).inputValue());
	expect(link.origin).toBe(origin);
	expect(Object.fromEntries(link.searchParams)).toMatchObject({
		profile: 'chongqing',
		period: '2026Q2',
		lang: 'zh-CN'
	});
	expect(link.searchParams.get('release')).toMatch(/^[0-9a-f]{16}$/);
	expect(link.searchParams.has('pin')).toBe(false);

	await dialogOf(page).getByRole('button', { name: '复制链接' }).click();
	await dialogOf(page).getByText('已复制').first().waitFor();
	expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link.href);
	expect(await dialogOf(page).getByLabel('发到群里的文字').inputValue()).toMatch(/^2026.+\nhttp/s);
	expect(await scanned(page)).toBe(link.href);

	await dialogOf(page).getByLabel('固定到这一版数据').check();
	await dialogOf(page)
		.getByLabel(/深浅色/)
		.check();
	await expect.poll(() => linkField(page).inputValue(), soon).toContain('&pin=1');
	const pinned = new URL(await linkField(page).inputValue());
	expect(linkOf(pinned.searchParams)).toMatchObject({ pinned: true, theme: 'light', unusable: [] });
	await expectSound(page);

	const other = await visit(browser, origin, pinned.href.slice(origin.length), { colorScheme: 'dark' });
	await drawn(other.page);
	expect(await other.page.getAttribute('html', 'data-theme')).toBe('light');
	expect(await other.page.locator('#map table').count()).toBe(1);
	await other.page.getByText('固定版本').waitFor();
	expect([...troubles, ...other.troubles]).toEqual([]);
	await other.context.close();
	await context.close();
});

test('without a clipboard the link stands selected, and that is said', async () => {
	const { page, context } = await visit(browser, origin, '/?profile=chongqing');
	await drawn(page);
	await page.evaluate(() => {
		Object.defineProperty(navigator, 'clipboard', { value: undefined });
		document.execCommand = () => false;
	});
	await page.getByRole('button', { name: /^分享这一页/ }).click();
	await dialogOf(page).getByRole('button', { name: '复制链接' }).click();
	await dialogOf(page)
		.getByText(/Ctrl\+C/)
		.waitFor();
	const selected = await page.evaluate(() => {
		const field = document.activeElement as HTMLTextAreaElement;
		return field.value.slice(field.selectionStart, field.selectionEnd);
	});
	expect(selected).toBe(await linkField(page).inputValue());
	await context.close();
});

test('one chart: its link stops there, and its page can be embedded', async () => {
	const { page, context, troubles } = await visit(browser, origin, '/?profile=chongqing');
	await drawn(page);
	await page.locator('#trend [aria-haspopup=menu]').click();
	await page.locator('[data-kind=link]').click();
	await expect.poll(() => linkField(page).inputValue(), soon).toMatch(/#trend$/);
	const snippet = await dialogOf(page).getByLabel('嵌入代码').inputValue();
	expect(snippet).toMatch(
		/^<iframe src="http[^"]+\/chart\/overview\/trend\?profile=chongqing&amp;[^"]+" title="[^"<]+"/
	);
	expect(troubles).toEqual([]);
	await context.close();
});

test('a note is written, marked in the picture, carried in the link, kept if wished, and taken away', async () => {
	const { page, context, troubles } = await visit(browser, origin, '/?profile=chongqing');
	await drawn(page);
	const hostile = '<img src=x onerror=alert(1)> 三家停产';
	await page.locator('#trend [aria-haspopup=menu]').click();
	await page.locator('[data-kind=note]').click();
	const sheet = page.getByRole('dialog', { name: '批注' });
	await sheet.getByLabel('内容').fill(`  ${hostile}\n`);
	await sheet.getByLabel('时期').selectOption('2026Q2');
	await sheet.getByLabel('在这个浏览器里也保留').check();
	await expectSound(page);
	await sheet.getByRole('button', { name: '加上批注' }).click();
	await page.locator('#trend ol').getByText(hostile).waitFor();
	expect(linkOf(new URL(page.url()).searchParams).notes).toEqual([{ panel: 'trend', period: '2026Q2', text: hostile }]);

	// Another condition keeps the note; a fresh start of the page has it from this browser.
	await page.goto(`${origin}/?profile=chongqing&region=500103`);
	await page.locator('#trend ol').getByText(hostile).waitFor();
	await page.keyboard.press('s');
	await expect.poll(() => linkField(page).inputValue(), soon).toContain('note=trend@2026Q2:');
	const link = await linkField(page).inputValue();
	await dialogOf(page)
		.getByLabel(/批注（1/)
		.uncheck();
	await expect.poll(() => linkField(page).inputValue(), soon).not.toContain('note=');

	const other = await visit(browser, origin, link.slice(origin.length));
	await other.page.locator('#trend ol').getByText(hostile).waitFor();
	await other.page.getByRole('button', { name: /去掉这条批注/ }).click();
	await expect.poll(() => other.page.url(), soon).not.toContain('note=');
	expect(await other.page.locator('#trend ol').count()).toBe(0);
	expect([...troubles, ...other.troubles]).toEqual([]);
	await other.context.close();
	await context.close();
});

test('a link too long for a chat is packed; opened, it shows what it says; damaged, it says so', async () => {
	const notes = Array.from(
		{ length: 8 },
		(_, at) => `note=trend@2026Q2:${encodeURIComponent(`${at}${'口径调整'.repeat(25)}`)}`
	);
	const readable = `?profile=chongqing&period=2026Q2&${notes.join('&')}`;
	const { page, context, troubles } = await visit(browser, origin, `/${readable}`);
	await drawn(page);
	await page.keyboard.press('s');
	await dialogOf(page).getByText('链接已压缩').waitFor();
	const link = await linkField(page).inputValue();
	expect(link.length).toBeLessThan(2000);

	const other = await visit(browser, origin, link.slice(origin.length));
	await drawn(other.page);
	expect(await other.page.textContent('main')).toContain('2026年二季度');
	expect(await other.page.locator('#trend ol li').count()).toBe(8);
	// The same address once more, put into an open page.
	const packed = packLink('?profile=chongqing&period=2026Q1');
	await other.page.evaluate((hash) => (location.hash = hash), packed);
	await other.page.waitForURL(/period=2026Q1/);
	await drawn(other.page);
	await other.page.goto(`${origin}/?profile=chongqing${packed.slice(0, -4)}`);
	await other.page.getByText('链接有一部分丢失').waitFor();
	await drawn(other.page);
	expect([...troubles, ...other.troubles]).toEqual([]);
	await other.context.close();
	await context.close();
});

test('a board: a row by its link, and rules that are others now', async () => {
	const path = '/leaderboards/region-participations?profile=chongqing';
	const { page, context, troubles } = await visit(browser, origin, `${path}&rules=0123456789abcdef`);
	await drawn(page);
	await page.getByText('这个榜的规则变了').waitFor();
	expect(await page.textContent('main')).toContain('0123456789abcdef');
	await page.getByRole('button', { name: '知道了' }).click();
	await page.locator('#board').getByRole('row').nth(1).getByRole('button').first().click();
	await page.getByRole('button', { name: '分享这一行' }).click();
	await expect.poll(() => linkField(page).inputValue(), soon).toMatch(/row=.+rules=[0-9a-f]{16}/);
	const link = await linkField(page).inputValue();
	const other = await visit(browser, origin, link.slice(origin.length));
	await other.page.getByRole('dialog').waitFor();
	expect(await other.page.getByText('这个榜的规则变了').count()).toBe(0);
	expect([...troubles, ...other.troubles]).toEqual([]);
	await other.context.close();
	await context.close();
});

describe('a server with two releases', () => {
	let served: TwoReleases;
	beforeAll(async () => {
		served = await serveTwoReleases();
	});
	afterAll(() => served.close());

	test('a link made from the older one says what changed, opens it, and leaves it', async () => {
		const { page, context, troubles } = await visit(browser, served.origin, `/?release=${served.older}`);
		await drawn(page);
		expect(await page.textContent('main')).toContain('350');
		await page.getByText('链接生成后数据已更新').waitFor();
		await page.getByRole('button', { name: '变了什么' }).click();
		const changes = page.locator('.changes');
		await changes.getByRole('row', { name: /参赛人次/ }).waitFor();
		expect(await changes.getByRole('row', { name: /参赛人次/ }).textContent()).toMatch(/300.*350/);
		const files = await changes.textContent();
		expect(files).toMatch(/新增.*一季度补报\.csv.*替换.*三季度\.csv/s);
		expect(files).not.toContain('二季度.csv');
		await expectSound(page);

		await page.getByRole('button', { name: '看当时的数据' }).click();
		await page.getByText('固定版本').waitFor();
		await drawn(page);
		await expect.poll(() => page.textContent('main'), soon).toMatch(/(?<!\d)300(?!\d)/);
		// From page to page it stays.
		await page.getByRole('link', { name: '行业' }).click();
		await page.waitForURL(new RegExp(`/industries\\?.*release=${served.older}&pin=1`));
		await page.getByText('固定版本').waitFor();
		await page.getByRole('button', { name: '用最新数据' }).click();
		await expect.poll(() => page.url(), soon).not.toContain('release=');
		expect(await page.getByText('固定版本').count()).toBe(0);
		expect(troubles).toEqual([]);
		await context.close();
	});

	test('a pinned link shows the older one; one whose release is gone says so and shows the newest', async () => {
		const pinned = `/?profile=chongqing&release=${served.older}&pin=1`;
		const { page, context, troubles } = await visit(browser, served.origin, pinned);
		await drawn(page);
		await page.getByText('固定版本').waitFor();
		expect(await page.textContent('main')).toMatch(/(?<!\d)300(?!\d)/);
		await page.goto(`${served.origin}/?release=${served.newer}&pin=1`);
		await page.getByText('目前就是最新的').waitFor();
		await page.goto(`${served.origin}/?release=${served.newer}`);
		await drawn(page);
		expect(await page.getByText(/固定版本|数据已更新/).count()).toBe(0);

		served.forgetOlder();
		await page.goto(served.origin + pinned);
		await page.getByText('服务器上已经没有了').waitFor();
		await drawn(page);
		expect(await page.textContent('main')).toContain('350');
		expect(troubles).toEqual([]);
		await context.close();
	});
});

const parameters = [
	...['period', 'compare', 'region', 'level', 'industry', 'system', 'ownership', 'grade', 'kind', 'campaign'],
	...['indicator', 'lang', 'q', 'sort', 'view', 'event', 'batch', 'by', 'row', 'against'],
	...['theme', 'release', 'rules', 'pin', 'note', 'table', '__proto__', '<b>']
];

/* As they stand in an address: some are already percent signs that mean nothing. */
const hostile = [
	'<img src=x onerror=alert(1)>',
	'"><script>alert(1)</script>',
	'javascript:alert(1)',
	`'"\`;--`,
	"x' OR '1'='1",
	'1); DROP TABLE facts; --',
	'__proto__',
	'constructor',
	'../../../etc/passwd',
	'${alert(1)}{{7*7}}',
	'\u202Egnp.exe\u0007',
	'map@2024Q3:<svg onload=alert(1)>',
	'%3Cscript%3Ealert(1)%3C/script%3E'
].map(encodeURIComponent);
const garbage = ['%00', '%ED%A0%80', '%zz', '%E0%A4%A', '%D6%D0%B9%FA', '', '%F0%9F%8F%B4%E2%80%8D', 'A'.repeat(3000)];
const values = [...hostile, ...garbage];

/** Every parameter with a value of the list, each turned on by one with every round; the long one once. */
function hostileQuery(round: number, first = ''): string {
	const pairs = parameters.map((name, at) => {
		const value = values[(at * 5 + round) % values.length] ?? '';
		return `${encodeURIComponent(name)}=${value.length > 1000 && at % 7 > 0 ? value.slice(0, 40) : value}`;
	});
	return `?${[first, ...pairs, 'note=trend@2024:a', `period=${hostile[0]}`].filter(Boolean).join('&')}`;
}

const routes: readonly string[] = [
	...['/', '/regions', '/regions/500103', '/industries', '/balance', '/competitions', '/innovation', '/studios'],
	...['/training', '/honours', '/targets', '/campaigns', '/metrics', '/leaderboards', '/quality', '/briefing'],
	...['/leaderboards/region-participations', '/data', '/dictionary', '/import']
];
/* Pages of a contest and of a studio, whose numbers only the release knows. */
const oneEntry: readonly string[] = [
	...['/competitions/:contest', '/studios/:studio'],
	...['rules', 'awards', 'reveal'].map((page) => `/leaderboards/competition-:contest/${page}`)
];
/* Places that no release has; pages without a sentence of their own. */
const nowhere: readonly string[] = [
	...['/regions/%3Cscript%3E', '/competitions/..%2F..%2Fx', '/studios/__proto__'],
	...['/leaderboards/%22%3E%3Cimg%20src=x%3E', '/leaderboards/__proto__/awards']
];
const unsaid: readonly string[] = [
	...['/leaderboards/region-participations/rules', '/leaderboards/region-participations/awards'],
	'/chart/overview/trend'
];

describe('hostile links', () => {
	let page: Page;
	let troubles: string[];
	let close: () => Promise<void>;
	let ids: { readonly contest: string; readonly studio: string };
	beforeAll(async () => {
		const opened = await visit(browser, origin, '/dictionary');
		({ page, troubles } = opened);
		ids = await inRelease(origin, 'chongqing', async (rows) => {
			const [contest] = await rows('SELECT min(competition_id) AS id FROM results');
			const [studio] = await rows('SELECT min(studio_id) AS id FROM studios');
			return { contest: String(contest?.['id']), studio: String(studio?.['id']) };
		});
		close = () => opened.context.close();
	});
	afterAll(() => close());

	test.each(routes.map((route, at) => [route, at] as const))(
		'%s shows what it can and names the rest',
		async (route, at) => {
			for (const round of [at, at + 9]) {
				await page.goto(`${origin}${route}${hostileQuery(round, 'profile=chongqing')}#<img src=x onerror=alert(1)>`);
				await drawn(page);
				await page.getByText('链接中有看不懂的条件').waitFor();
				expect((await page.textContent('main'))?.length).toBeGreaterThan(20);
				expect(await page.locator('img[src=x], main script, [onerror], [onload]').count()).toBe(0);
			}
			expect(troubles.splice(0)).toEqual([]);
		}
	);

	test.each(oneEntry.map((route, at) => [route, at] as const))('%s is there all the same', async (route, at) => {
		const path = route.replace(':contest', ids.contest).replace(':studio', ids.studio);
		await page.goto(`${origin}${path}${hostileQuery(at, 'profile=chongqing')}#<img src=x onerror=alert(1)>`);
		await drawn(page);
		// A stage has nothing around it, notices neither.
		if (!route.endsWith('/reveal')) await page.getByText('链接中有看不懂的条件').waitFor();
		await page.locator('main h1').waitFor();
		expect(await page.textContent('main')).not.toMatch(/没有编号为|没有“/);
		expect(await page.locator('img[src=x], main script, [onerror], [onload]').count()).toBe(0);
		expect(troubles.splice(0)).toEqual([]);
	});

	test.each(nowhere.map((route, at) => [route, at] as const))(
		'%s is named as missing, with a way on',
		async (route, at) => {
			await page.goto(`${origin}${route}${hostileQuery(at, 'profile=chongqing')}`);
			await drawn(page);
			expect(await page.getByRole('heading', { level: 1 }).allTextContents()).toEqual([expect.stringMatching(/没有/)]);
			await page.locator('main p > a[href]').first().waitFor();
			await expectSound(page);
			expect(await page.locator('img[src=x], main script, [onerror], [onload]').count()).toBe(0);
			expect(troubles.splice(0)).toEqual([]);
		}
	);

	test.each(unsaid.map((route, at) => [route, at] as const))('%s shows or says what it can', async (route, at) => {
		await page.goto(`${origin}${route}${hostileQuery(at, 'profile=chongqing')}`);
		await page.getByText('链接中有看不懂的条件').waitFor();
		await page.locator('main :is(a[href], [data-panel])').first().waitFor();
		expect((await page.textContent('main'))?.length).toBeGreaterThan(10);
		expect(await page.locator('img[src=x], main script, [onerror], [onload]').count()).toBe(0);
		expect(troubles.splice(0)).toEqual([]);
	});

	test('every value of every parameter, from page to page without a new start', async () => {
		await page.goto(`${origin}/?profile=chongqing`);
		await drawn(page);
		for (let round = 0; round < values.length; round++) {
			const path = ['/', '/regions', '/leaderboards/region-participations'][round % 3] ?? '/';
			await page.evaluate(
				(href) => {
					const link = Object.assign(document.createElement('a'), { href });
					document.body.append(link);
					link.click();
					link.remove();
				},
				path + hostileQuery(round, 'profile=chongqing')
			);
			await page.waitForURL((url) => url.pathname === path);
			await page.getByText('链接中有看不懂的条件').waitFor();
		}
		await drawn(page);
		expect(troubles.splice(0)).toEqual([]);
	});

	test.each(['#s=', '#s=____', `#s=${'A'.repeat(9000)}`, packLink(`?period=${hostile[0]}&note=trend@2024:<b>`)])(
		'a fragment of somebody else’s making: %#',
		async (fragment) => {
			await page.goto('about:blank');
			await page.goto(`${origin}/?profile=chongqing${fragment}`);
			await page.getByText(/链接有一部分丢失|链接中有看不懂的条件/).waitFor();
			await drawn(page);
			expect(troubles.splice(0)).toEqual([]);
		}
	);
});

/** What a camera reads of the dialog's code: its SVG painted on a canvas. */
async function scanned(page: Page): Promise<string | undefined> {
	const { pixels, width } = await page.evaluate(async () => {
		const svg = document.querySelector('dialog figure svg') as SVGSVGElement;
		const side = 600;
		const picture = new Image();
		const copy = svg.cloneNode(true) as SVGSVGElement;
		copy.setAttribute('width', String(side));
		copy.setAttribute('height', String(side));
		picture.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
		await picture.decode();
		const canvas = Object.assign(document.createElement('canvas'), { width: side, height: side });
		const context = canvas.getContext('2d')!;
		context.drawImage(picture, 0, 0, side, side);
		return { pixels: [...context.getImageData(0, 0, side, side).data], width: side };
	});
	return readCode(new Uint8ClampedArray(pixels), width, width)?.data;
}
