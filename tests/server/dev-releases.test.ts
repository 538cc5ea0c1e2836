import { createServer as createHttp, type Server } from 'node:http';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createServer, type ViteDevServer } from 'vite';
import { ReleaseStore } from '#lib/server/release-store.ts';
import { devReleases } from '../../src/cli/dev-releases.ts';

let root = '';
let vite: ViteDevServer;
let server: Server;
let address = '';

beforeAll(async () => {
	root = await mkdtemp(join(tmpdir(), 'gongbang-dev-'));
	// As `gongbang build -o releases/01` leaves it: the folder has the name that the address has.
	await mkdir(join(root, 'releases', '01'), { recursive: true });
	const files = [{ name: 'detail.duckdb', sha256: 'cafe' }];
	const manifest = { id: '01', createdAt: '2024', profile: { id: 'p', title: { zh: '示例', en: 'Demo' } }, files };
	await writeFile(join(root, 'releases', '01', 'manifest.json'), JSON.stringify(manifest));
	await writeFile(join(root, 'releases', '01', 'detail.duckdb'), '0123456789');
	await writeFile(join(root, 'releases', '01', 'unlisted.txt'), 'x');
	vite = await createServer({
		root,
		configFile: false,
		logLevel: 'silent',
		server: { middlewareMode: true, hmr: false, ws: false },
		plugins: [devReleases(new ReleaseStore(join(root, 'releases')))]
	});
	server = createHttp(vite.middlewares);
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/releases/01`;
});

afterAll(async () => {
	server.close();
	await vite.close();
	await rm(root, { recursive: true });
});

test('the development server answers for releases as the product does', async () => {
	const headers = { range: 'bytes=2-4' };
	const part = await fetch(`${address}/detail.duckdb`, { headers });
	expect([part.status, await part.text(), part.headers.get('etag')]).toEqual([206, '234', '"cafe"']);
	const head = await fetch(`${address}/detail.duckdb`, { method: 'HEAD', headers });
	expect([head.status, head.headers.get('content-range')]).toEqual([206, 'bytes 2-4/10']);
	expect(await (await fetch(`${address}/detail.duckdb`)).text()).toBe('0123456789');
	expect((await fetch(`${address}/unlisted.txt`)).status).toBe(404);
	expect((await fetch(`${address}/%E0%A4%A/detail.duckdb`)).status).not.toBe(200);
});
