import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchChromium } from './chromium.ts';
import { drawn, dropFile, engineRuns, visit } from './visit.ts';

const origin = inject('origin');
let browser: Browser;
beforeAll(async () => {
	browser = await launchChromium();
});
afterAll(() => browser.close());

const text = (value: string) => new TextEncoder().encode(value);

test.each([
	['报告.pdf', text('%PDF-1.7\n%âãÏÓ\n1 0 obj'), /PDF/],
	['说明.csv', text('这不是表格，只是一段话。\n第二段话，也没有列。\n'), /表/],
	['汇总.csv', text('统计时期,地区,参赛人次\n2025Q1,亚特兰蒂斯省,100\n2025Q1,江苏省,200\n'), /亚特兰蒂斯省/]
])('%s is refused or set aside in one sentence, and the page goes on', async (name, bytes, sentence) => {
	const { page, context, troubles } = await visit(browser, origin, '/');
	await drawn(page);
	await engineRuns(page);
	const before = await page.textContent('main');
	await dropFile(page, name, bytes);
	const drawer = page.getByRole('dialog');
	await expect.poll(() => drawer.textContent(), { timeout: 30_000 }).toMatch(sentence);
	expect(await drawer.textContent()).toContain(name);
	if (!name.startsWith('汇总')) expect(await page.textContent('main')).toBe(before);
	expect(troubles).toEqual([]);
	await context.close();
});

test('a file that is refused before the engine has come stays refused when it comes', async () => {
	const context = await browser.newContext();
	let letGo = () => {};
	const held = new Promise<void>((resolve) => (letGo = resolve));
	await context.route('**/*.wasm', async (route) => {
		await held;
		await route.continue();
	});
	const page = await context.newPage();
	await page.goto(origin);
	await page.waitForSelector('body[data-answers]', { state: 'attached' });
	await dropFile(page, '报告.pdf', text('%PDF-1.7\n'));
	const drawer = page.getByRole('dialog');
	await drawer.getByText('报告.pdf').first().waitFor();
	letGo();
	// The drafts are read once the release is open; the last thing then is to note it for a start without the server.
	await expect
		.poll(
			() =>
				page.evaluate(async () => {
					const caught = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
					return caught.flat().some(({ url }) => url.includes('last-good'));
				}),
			{ timeout: 60_000 }
		)
		.toBe(true);
	expect(await drawer.textContent()).toContain('报告.pdf');
	await context.close();
});

test('a release whose bytes are not those of its manifest is refused; the last good one stays', async () => {
	const { page, context } = await visit(browser, origin, '/');
	await drawn(page);
	await engineRuns(page);
	const damaged = await browser.newContext();
	await damaged.route('**/summary.duckdb*', async (route) => {
		const response = await route.fetch();
		const body = Buffer.from(await response.body());
		body[5000] = (body[5000] ?? 0) ^ 0xff;
		await route.fulfill({ response, body });
	});
	const other = await damaged.newPage();
	await other.goto(origin);
	await other.getByText('校验值不一致').waitFor({ timeout: 60_000 });
	// The figures are the server's own and stay; what only the engine could answer says why it cannot.
	expect(await other.textContent('main')).toContain('1,551');
	await damaged.close();

	// The page that has seen a good release keeps it when the server is gone.
	await context.route('**/releases/**', (route) => route.abort());
	await page.reload();
	await drawn(page);
	await page.getByText('连接不到服务器').waitFor();
	await context.close();
});

test('without WebAssembly the page says what is missing and still has the dictionary', async () => {
	const context = await browser.newContext();
	await context.addInitScript('delete globalThis.WebAssembly');
	const page = await context.newPage();
	await page.goto(origin);
	await page.getByText('WebAssembly').first().waitFor({ timeout: 60_000 });
	await page.goto(`${origin}/dictionary`);
	await page.getByText('职工参与率').first().waitFor();
	await context.close();
});

test('an engine that dies comes back and the page says so', async () => {
	const { page, context } = await visit(browser, origin, '/');
	await drawn(page);
	await engineRuns(page);
	const engine = page.workers().find((worker) => worker.url().includes('duckdb'));
	expect(engine).toBeDefined();
	await engine?.evaluate(
		() =>
			void setTimeout(() => {
				throw new Error('memory access out of bounds');
			})
	);
	await page.waitForTimeout(200);
	await page.goto(`${origin}/?period=2024`).catch(() => undefined);
	await drawn(page);
	expect(await page.textContent('main')).toContain('2024年');
	await context.close();
});
