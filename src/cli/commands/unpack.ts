import { openAsBlob } from 'node:fs';
import { mkdir, open, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { packListName } from '#lib/release/pack/pack-format.ts';
import { PackProblem } from '#lib/release/pack/pack-problem.ts';
import { openPack, type Pack } from '#lib/release/pack/read-pack.ts';
import { UsageError } from '#lib/release/question/usage-error.ts';
import { nodeHasher } from '#lib/server/release-pack.ts';
import { compressRelease } from '../compress-release.ts';
import { packCommand } from './pack-command.ts';

export const name = 'unpack';

export const help = `gongbang unpack FILE -o DIR [--lang zh|en]

Checks a hand-over pack against its hashes and writes the release in it as a folder, which gongbang query reads and a
server offers. Nothing is written unless all of it is right.

  -o DIR      a new or empty folder
  --lang L    zh (default) or en

Exit code: 0 written, 1 the pack cannot be used, 2 wrong usage.`;

/** Runs the command and gives its exit code. */
export function run(args: string[]): Promise<number> {
	return packCommand('unpack', help, args, async ({ named, output, language }) => {
		if (named === undefined || output === undefined)
			throw new UsageError(
				'请给出一个交接包，并用 -o 给出文件夹；用法见 gongbang unpack --help。',
				'Name one pack, and a folder with -o; see gongbang unpack --help.'
			);
		const { list } = await unpack(named, output);
		return `${output} ${list.release} ${list.title[language]}, ${list.entries.length} files`;
	});
}

async function unpack(file: string, output: string): Promise<Pack> {
	const there = await readdir(output).catch((error: NodeJS.ErrnoException) => {
		if (error.code === 'ENOENT') return [];
		throw new UsageError(`${output} 不是文件夹。`, `${output} is no folder.`);
	});
	if (there.length > 0)
		throw new UsageError(
			`${output} 里已有文件；请给出一个新的或空的文件夹。`,
			`${output} holds files already; name a new or an empty folder.`
		);
	const blob = await openAsBlob(file).catch((error: NodeJS.ErrnoException) => {
		throw new UsageError(`${file} 无法打开（${error.code}）。`, `${file} cannot be opened (${error.code}).`);
	});
	const pack = await openPack(blob);
	await pack.verify(nodeHasher);
	const draft = `${output.replace(/\/+$/, '')}.writing`;
	await rm(draft, { recursive: true, force: true });
	try {
		for (const { name: entry, sha256 } of pack.list.entries) await writeEntry(pack, entry, sha256, draft);
		const list = await open(join(draft, packListName), 'w');
		await list.write(`${JSON.stringify(pack.list, null, '\t')}\n`);
		await list.close();
		await compressRelease(draft);
		await rmdir(output).catch(() => undefined);
		await rename(draft, output);
	} finally {
		await rm(draft, { recursive: true, force: true });
	}
	return pack;
}

/** Names are those that packs may have: none leads out of the folder. The hash is looked at once more while it is written. */
async function writeEntry(pack: Pack, entry: string, sha256: string, folder: string): Promise<void> {
	const path = join(folder, entry);
	await mkdir(dirname(path), { recursive: true });
	const target = await open(path, 'wx');
	const hash = nodeHasher();
	try {
		for await (const piece of pack.bytesOf(entry)) {
			hash.update(piece);
			await target.write(piece);
		}
	} finally {
		await target.close();
	}
	if (hash.hex() !== sha256) throw new PackProblem('damaged', entry);
}
