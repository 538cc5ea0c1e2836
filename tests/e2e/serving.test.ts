import { expect, inject, test } from 'vitest';
import { launchChromium } from './chromium.ts';

const origin = inject('origin');

interface Entry {
	readonly profile: string;
	readonly release: string;
	readonly path: string;
}

async function catalogue(): Promise<Entry[]> {
	return (await fetch(`${origin}/releases/catalogue.json`)).json() as Promise<Entry[]>;
}

test('the catalogue offers the five organisations, then what was published, and says when nothing changed', async () => {
	const response = await fetch(`${origin}/releases/catalogue.json`);
	expect(((await response.json()) as Entry[]).map((entry) => entry.profile)).toEqual([
		'national',
		'chongqing',
		'shanghai',
		'gansu',
		'enterprise',
		'census-2004',
		'union-documents'
	]);
	expect(response.headers.get('cache-control')).toBe('no-cache');
	const again = await fetch(`${origin}/releases/catalogue.json`, {
		headers: { 'if-none-match': response.headers.get('etag') ?? '' }
	});
	expect(again.status).toBe(304);
});

test.each(['GET', 'HEAD'])('%s of a range answers 206 through the whole server', async (method) => {
	const [entry] = await catalogue();
	const response = await fetch(`${origin}${entry?.path}/detail.duckdb`, { method, headers: { range: 'bytes=8-11' } });
	expect(response.status).toBe(206);
	expect(response.headers.get('content-range')).toMatch(/^bytes 8-11\/\d+$/);
	expect(response.headers.get('content-length')).toBe('4');
	// DuckDB files carry their name at byte 8.
	if (method === 'GET') expect(await response.text()).toBe('DUCK');
});

test('nothing outside of a release can be had', async () => {
	const [entry] = await catalogue();
	for (const path of [
		`${entry?.path}/..%2f..%2f..%2fpackage.json`,
		'/releases/..%2f..%2fetc/passwd',
		'/releases/.demo.json/x'
	]) {
		expect((await fetch(`${origin}${path}`)).status, path).toBe(404);
	}
});

test('pages and scripts carry a policy, and a page opens without an error', async () => {
	const browser = await launchChromium();
	try {
		const page = await browser.newPage();
		const errors: string[] = [];
		page.on('pageerror', (error) => errors.push(error.message));
		const policies = new Map<string, string>();
		page.on('response', (response) => {
			if (/\.js(\?|$)/.test(response.url()))
				policies.set(response.url(), response.headers()['content-security-policy'] ?? '');
		});
		const response = await page.goto(`${origin}/`);
		expect(response?.headers()['content-security-policy']).toContain("default-src 'self'");
		expect(response?.headers()['x-content-type-options']).toBe('nosniff');
		await page.waitForLoadState('load');
		expect(policies.size).toBeGreaterThan(0);
		for (const [url, policy] of policies) expect(policy, url).toContain("'wasm-unsafe-eval'");
		expect(errors).toEqual([]);
	} finally {
		await browser.close();
	}
});
