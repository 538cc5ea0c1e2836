import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { afterAll, expect, inject, test } from 'vitest';
import { requireChromium } from './chromium.ts';

const origin = inject('origin');
const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true, maxRetries: 5 }))));

async function newFolder(): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), 'gongbang-kiosk-'));
	folders.push(folder);
	return folder;
}

test('what the kiosk script lays starts Chromium on the wall, with the very flags of the guide', async () => {
	const [root, home] = [await newFolder(), await newFolder()];
	const url = `${origin}/wall?profile=gansu&name=kiosk`;
	execFileSync('sh', ['docs/kiosk/install-kiosk.sh', '--root', root, '--url', url], { stdio: 'pipe' });
	// As systemd reads it.
	const config = Object.fromEntries(
		[...(await readFile(join(root, 'etc/gongbang/wall.conf'), 'utf8')).matchAll(/^(\w+)="(.*)"$/gm)].map(
			([, name, value]) => [name, value]
		)
	) as Record<string, string>;
	const child = spawn(join(root, 'usr/local/bin/gongbang-wall'), {
		env: {
			...{ PATH: process.env.PATH, HOME: home, WALL_CHROMIUM: requireChromium() },
			...config,
			// Without a screen, and as root in a container, where the sandbox cannot work.
			WALL_FLAGS: '--headless=new --no-sandbox --remote-debugging-port=0 --window-size=1920,1080'
		},
		stdio: 'ignore',
		detached: true
	});
	const ended = once(child, 'exit');
	try {
		const data = join(home, '.config/gongbang-wall');
		const port = () =>
			readFile(join(data, 'DevToolsActivePort'), 'utf8').then(
				(text) => text.split('\n')[0] ?? '',
				() => ''
			);
		await expect.poll(port, { timeout: 30_000 }).toMatch(/^\d+$/);
		const browser = await chromium.connectOverCDP(`http://127.0.0.1:${await port()}`);
		const pages = () => browser.contexts().flatMap((context) => context.pages());
		await expect.poll(() => pages().map((page) => page.url())).toEqual([url]);
		const [page] = pages();
		await expect.poll(() => page?.locator('.layer.on [data-scene] h1').first().innerText()).toBeTruthy();
		// What the server draws is for another size than that of this window, until the page measures it.
		const over = () => page?.evaluate(() => [document.documentElement.scrollHeight, innerHeight].join(' of '));
		await expect.poll(over).toMatch(/^(\d+) of \1$/);
		await browser.close();
	} finally {
		if (child.exitCode === null && child.pid !== undefined) {
			try {
				process.kill(-child.pid);
			} catch {
				// It has ended with the connection.
			}
		}
		await ended;
	}
});
