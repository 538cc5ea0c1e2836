import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, inject, test } from 'vitest';
import { launchChromium } from './chromium.ts';

const origin = inject('origin');
const api = (path: string, init?: RequestInit) => fetch(`${origin}/api/v1${path}`, init);

interface Listed {
	readonly id: string;
	readonly profile: string;
	readonly newest: boolean;
}

async function newest(profile: string): Promise<Listed> {
	const { releases } = (await (await api('/releases')).json()) as { releases: Listed[] };
	const found = releases.find((release) => release.profile === profile && release.newest);
	expect(found).toBeDefined();
	return found as Listed;
}

/** The folder of a release of the demo. */
function folderOf(id: string): string {
	const found = readdirSync('releases').find((name) => {
		try {
			return (JSON.parse(readFileSync(join('releases', name, 'manifest.json'), 'utf8')) as { id: string }).id === id;
		} catch {
			return false;
		}
	});
	return join('releases', found ?? '');
}

test('the served figures are those of the command line, to the letter', async () => {
	const { id } = await newest('chongqing');
	const run = promisify(execFile);
	for (const [indicator, by] of [
		['coverage', 'region'],
		['participations', 'region,industry'],
		['studios', 'period'],
		['medals_gold', 'region']
	] as const) {
		const args = ['src/cli/gongbang.ts', 'query', folderOf(id), indicator, '--by', by, '--period', '2024'];
		const { stdout } = await run(process.execPath, args, { maxBuffer: 1e8 });
		const response = await api(
			`/observations?profile=chongqing&indicator=${indicator}&by=${by}&period=2024&format=csv`
		);
		const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer());
		expect(text).toBe(`\ufeff${stdout}`);
	}
});

test('the data package leads to files that can be fetched', async () => {
	const { id } = await newest('gansu');
	const { resources } = (await (await api(`/releases/${id}/datapackage.json`)).json()) as {
		resources: { path: string; bytes: number }[];
	};
	expect(resources.length).toBeGreaterThan(1);
	for (const { path, bytes } of resources) {
		const response = await fetch(path, { method: 'HEAD' });
		expect([response.status, response.headers.get('content-length')]).toEqual([200, String(bytes)]);
	}
});

test('a board is that of its page', async () => {
	const response = await api('/boards/region-participations?profile=chongqing&period=2024&limit=3');
	const { rows, fingerprint } = (await response.json()) as { rows: { name: string }[]; fingerprint: string };
	const browser = await launchChromium();
	try {
		const page = await browser.newPage();
		await page.goto(`${origin}/leaderboards/region-participations?profile=chongqing&period=2024`);
		for (const { name } of rows) await page.getByText(name, { exact: true }).first().waitFor();
		await page.getByText(fingerprint.slice(0, 8)).first().waitFor({ state: 'attached' });
	} finally {
		await browser.close();
	}
});

test('errors are JSON with the right status, and asking does not change the language of pages', async () => {
	for (const [path, status] of [
		['/nothing', 404],
		['/observations', 400],
		["/observations?indicator=coverage&region=1'%20OR%201=1", 400],
		['/observations?indicator=%E0%A4%A', 400],
		['/boards/%2e%2e%2f', 404]
	] as const) {
		const response = await api(path);
		expect([path, response.status]).toEqual([path, status]);
		expect(response.headers.get('content-type')).toContain('application/json');
		expect(await response.json()).toMatchObject({ error: { zh: expect.any(String), en: expect.any(String) } });
	}
	expect((await api('', { method: 'DELETE' })).status).toBe(405);
	const asked = await api('/observations?indicator=coverage&profile=chongqing&lang=en');
	expect([asked.status, asked.headers.get('set-cookie')]).toEqual([200, null]);
	expect(asked.headers.get('access-control-allow-origin')).toBe(null);
});
