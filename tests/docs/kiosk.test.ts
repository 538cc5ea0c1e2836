import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const installer = 'docs/kiosk/install-kiosk.sh';
const url = 'http://wall.example:3000/wall?profile=gansu&name=大厅';
let root = '';

const run = (...args: string[]) => spawnSync('sh', [installer, ...args], { encoding: 'utf8' });

beforeAll(async () => {
	root = await mkdtemp(join(tmpdir(), 'gongbang-kiosk-'));
	const { status, stderr } = run('--root', root, '--url', url, '--user', 'hall');
	expect(stderr).toBe('');
	expect(status).toBe(0);
});
afterAll(() => rm(root, { recursive: true, force: true }));

test('lays what a wall needs, for the address and the user that were given', async () => {
	expect(await readFile(join(root, 'etc/gongbang/wall.conf'), 'utf8')).toBe(`WALL_URL="${url}"\n`);
	const unit = await readFile(join(root, 'etc/systemd/system/gongbang-wall.service'), 'utf8');
	expect(unit).toContain('\nUser=hall\n');
	expect(unit).toContain('\nRestart=always\n');
	expect((await stat(join(root, 'usr/local/bin/gongbang-wall'))).mode & 0o777).toBe(0o755);
	const policy = await readFile(join(root, 'etc/chromium/policies/managed/gongbang-wall.json'), 'utf8');
	expect(JSON.parse(policy)).toMatchObject({ TranslateEnabled: false });
	expect(existsSync(join(root, 'etc/pam.d/gongbang-wall'))).toBe(true);
});

test('a second run changes the address and keeps the rest', async () => {
	const config = join(root, 'etc/gongbang/wall.conf');
	await writeFile(config, 'WALL_FLAGS="--force-device-scale-factor=1"\nWALL_URL="http://old/"\n');
	expect(run('--root', root, '--url', url, '--user', 'hall').status).toBe(0);
	expect(await readFile(config, 'utf8')).toBe(`WALL_FLAGS="--force-device-scale-factor=1"\nWALL_URL="${url}"\n`);
});

test('refuses what would not work', () => {
	for (const wrong of [
		['--url', 'wall.example'],
		['--url', 'http://a/"; reboot'],
		['--url', url, '--user', 'a b'],
		['--what']
	])
		expect(run('--root', root, ...wrong).status, wrong.join(' ')).toBe(2);
});

test('takes away what it laid', async () => {
	const other = await mkdtemp(join(tmpdir(), 'gongbang-kiosk-'));
	run('--root', other, '--url', url);
	expect(existsSync(join(other, 'usr/local/bin/gongbang-wall'))).toBe(true);
	expect(run('--root', other, '--remove').status).toBe(0);
	const left = execFileSync('find', [other, '-type', 'f'], { encoding: 'utf8' });
	expect(left.trim().split('\n')).toEqual([join(other, 'etc/gongbang/wall.conf')]);
	await rm(other, { recursive: true });
});

test.runIf(existsSync('/usr/bin/systemd-analyze'))('systemd has nothing to say about the units', async () => {
	// What of a Debian machine the units name.
	const units = join(root, 'etc/systemd/system');
	for (const target of ['sysinit', 'basic', 'shutdown', 'timers', 'graphical'])
		await writeFile(join(units, `${target}.target`), `[Unit]\nDescription=${target}\n`);
	await mkdir(join(root, 'usr/bin'), { recursive: true });
	for (const program of ['cage', 'systemctl']) {
		await writeFile(join(root, 'usr/bin', program), '#!/bin/sh\n');
		await chmod(join(root, 'usr/bin', program), 0o755);
	}
	const names = ['gongbang-wall.service', 'gongbang-wall-restart.service', 'gongbang-wall-restart.timer'];
	const { status, stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', `--root=${root}`, ...names], {
		encoding: 'utf8'
	});
	expect(stderr).toBe('');
	expect(status).toBe(0);
});

test('the guide lists the flags that the script gives', async () => {
	const [guide, script] = await Promise.all([
		readFile('docs/wall.md', 'utf8'),
		readFile('docs/kiosk/gongbang-wall', 'utf8')
	]);
	const flags = [...script.matchAll(/^\t(--[a-z-]+(?:=[^"$\s]+)?)/gm)].map((match) => match[1] ?? '');
	expect(flags.length).toBeGreaterThan(10);
	const block = /```\n(--kiosk[^`]+)```/.exec(guide)?.[1] ?? '';
	for (const flag of flags) expect(block).toContain(flag);
});
