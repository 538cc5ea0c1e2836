import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser, type LaunchOptions } from 'playwright-core';

/* The one without a window first: a whole browser draws its own bars for every page too, a fifth of all work. */
const names = [
	...['chromium-headless-shell', 'chromium', 'chromium-browser'],
	...['google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge']
];
const usualPlaces = [
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'C:/Program Files/Google/Chrome/Application/chrome.exe',
	'C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe'
];

/** The path of a Chromium on this machine, or null: CHROMIUM, the search path, the usual places, Playwright’s own. */
export function findChromium(): string | null {
	const folders = (process.env.PATH ?? '').split(delimiter);
	const candidates = [
		process.env.CHROMIUM ?? '',
		...names.flatMap((name) => folders.map((folder) => join(folder, name))),
		...usualPlaces,
		chromium.executablePath()
	];
	return candidates.find((path) => path !== '' && existsSync(path)) ?? null;
}

/** Finds a Chromium, or installs one: Playwright’s build, else the package of a Debian system where we are root. */
export function requireChromium(): string {
	const found = findChromium();
	if (found) return found;
	const attempts: [command: string, ...args: string[]][][] = [
		[[process.execPath, 'node_modules/playwright-core/cli.js', 'install', 'chromium']],
		process.getuid?.() === 0
			? [
					['apt-get', 'update'],
					['apt-get', 'install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk']
				]
			: []
	];
	const failures: string[] = [];
	for (const commands of attempts) {
		try {
			for (const [command, ...args] of commands) execFileSync(command, args, { stdio: 'pipe', timeout: 300_000 });
		} catch (error) {
			failures.push(error instanceof Error ? error.message : String(error));
		}
		const installed = findChromium();
		if (installed) return installed;
	}
	throw new Error(`No Chromium on this machine; install one or name it in CHROMIUM.\n${failures.join('\n')}`);
}

/** Starts Chromium without a window. As root, as in containers, its sandbox cannot work. */
export function launchChromium(options: LaunchOptions = {}): Promise<Browser> {
	return chromium.launch({
		executablePath: requireChromium(),
		chromiumSandbox: process.getuid?.() !== 0,
		// In a locale without Chinese a Chromium of Linux calls every download with a Chinese name “download”.
		env: { LANG: 'C.UTF-8', ...process.env },
		...options
	});
}
