import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A server of its own that has kept an older release of one profile beside the newest. */
export interface TwoReleases {
	readonly origin: string;
	/** Ids of both. */
	readonly older: string;
	readonly newer: string;
	/** Takes the older one away, as an office does that needs the space. */
	forgetOlder(): void;
	close(): Promise<void>;
}

const head = '统计时期,地区,参赛人次\n';
const second = `${head}2026Q2,渝中区,80\n2026Q2,江北区,120\n`;

/**
 * 重庆 twice: in the older release 渝中区 reported 100 for the third quarter, in the newer one 150, from a file of the same
 * name; a file for the first quarter came to it. 江北区 has 200 in both.
 */
export async function serveTwoReleases(): Promise<TwoReleases> {
	const folder = mkdtempSync(join(tmpdir(), 'gongbang-links-'));
	const releases = join(folder, 'releases');
	const older = build('older', {
		'二季度.csv': second,
		'三季度.csv': `${head}2026Q3,渝中区,100\n2026Q3,江北区,200\n`
	});
	const newer = build('newer', {
		'一季度补报.csv': `${head}2026Q1,渝中区,70\n`,
		'二季度.csv': second,
		'三季度.csv': `${head}2026Q3,渝中区,150\n2026Q3,江北区,200\n`
	});
	const server = spawn(process.execPath, ['src/cli/serve.ts'], {
		env: { PATH: process.env.PATH, HOST: '127.0.0.1', PORT: '0', NODE_ENV: 'production', RELEASES: releases },
		stdio: ['ignore', 'pipe', 'inherit']
	});
	const [line] = (await once(server.stdout, 'data')) as [Buffer];
	return {
		...{ origin: line.toString().trim(), older, newer },
		forgetOlder: () => rmSync(join(releases, 'older'), { recursive: true }),
		close: () => end(server, folder)
	};

	function build(name: string, files: Readonly<Record<string, string>>): string {
		const paths = Object.entries(files).map(([file, text]) => {
			const path = join(folder, file);
			writeFileSync(path, text);
			return path;
		});
		const out = join(releases, name);
		const command = ['src/cli/gongbang.ts', 'build', ...paths, '-o', out, '--profile', 'chongqing'];
		execFileSync(process.execPath, command, { stdio: 'pipe' });
		return (JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')) as { id: string }).id;
	}
}

async function end(server: ChildProcess, folder: string): Promise<void> {
	const ended = once(server, 'exit');
	server.kill();
	await ended;
	rmSync(folder, { recursive: true, force: true });
}
