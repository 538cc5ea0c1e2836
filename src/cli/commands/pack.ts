import { access, open, rename, rm } from 'node:fs/promises';
import { formatBytes } from '#lib/format/bytes.ts';
import { packName } from '#lib/release/pack/pack-format.ts';
import { UsageError } from '#lib/release/question/usage-error.ts';
import { packOfFolder } from '#lib/server/release-pack.ts';
import { openReleaseFolder } from '../query/release.ts';
import { packCommand } from './pack-command.ts';

export const name = 'pack';

export const help = `gongbang pack RELEASE [-o FILE] [--lang zh|en]

Writes a hand-over pack: one file with the release, its receipts, definitions and rules of boards, and the SHA-256 of
everything. It opens on another machine by dropping it on any page, or with gongbang unpack. Files of the release are held
against its manifest on the way; nothing is left where one is damaged.

  -o FILE     where to (default: 工榜交接-<profile>-<date>.gongbang here); an existing file is not replaced
  --lang L    zh (default) or en

Exit code: 0 written, 1 failed or damaged, 2 wrong usage.`;

/** Runs the command and gives its exit code. */
export function run(args: string[]): Promise<number> {
	return packCommand('pack', help, args, async ({ named, output }) => {
		if (named === undefined)
			throw new UsageError(
				'请给出一个发布文件夹；用法见 gongbang pack --help。',
				'Name one release folder; see gongbang pack --help.'
			);
		const { path, bytes, count } = await writePack(named, output);
		return `${path} ${formatBytes(bytes)}, ${count} files`;
	});
}

/** Written beside its place first: a pack is there as a whole or not at all. */
async function writePack(folder: string, output?: string): Promise<{ path: string; bytes: number; count: number }> {
	const release = await openReleaseFolder(folder);
	try {
		const { list, bytes } = await packOfFolder(folder, release.connector, { madeAt: new Date().toISOString() });
		const path = output ?? packName(list);
		const taken = await access(path).then(
			() => true,
			() => false
		);
		if (taken)
			throw new UsageError(
				`${path} 已经存在；请用 -o 另写一个文件名，或先移走它。`,
				`${path} is there already; name another file with -o, or move it away first.`
			);
		const draft = `${path}.writing`;
		let written = 0;
		try {
			const file = await open(draft, 'w');
			try {
				for await (const piece of bytes) {
					await file.write(piece);
					written += piece.length;
				}
			} finally {
				await file.close();
			}
			await rename(draft, path);
		} finally {
			await rm(draft, { force: true });
		}
		return { path, bytes: written, count: list.entries.length };
	} finally {
		await release.connector.close();
	}
}
