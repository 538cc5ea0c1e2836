import { createHash } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const compressible = /\.(js|mjs|css|html|svg|json|wasm|txt|webmanifest|csv)$/;
/** Above this size brotli's slowest levels cost minutes for a few per cent, and what was compressed is kept. */
const largeFile = 1_000_000;
/** As many as zlib has threads. */
const atOnce = 4;

/** Writes `.br` and `.gz` beside every compressible file below `folder`. */
export async function compressFolder(folder: string, cache = '.cache/compressed'): Promise<void> {
	if (!(await stat(folder).catch(() => null))) return;
	const names = (await readdir(folder, { recursive: true })).filter((name) => compressible.test(name));
	const compressNext = async (): Promise<void> => {
		for (let name = names.pop(); name !== undefined; name = names.pop()) {
			await compressFile(join(folder, name), cache);
		}
	};
	await Promise.all(Array.from({ length: atOnce }, compressNext));
}

async function compressFile(path: string, cache: string): Promise<void> {
	const bytes = await readFile(path);
	if (bytes.length < 1024) return;
	if (bytes.length <= largeFile) {
		const compressed = await compress(bytes, 11);
		await Promise.all([writeFile(`${path}.br`, compressed.br), writeFile(`${path}.gz`, compressed.gz)]);
		return;
	}
	// The engine is the same in every build, and takes as long to compress as the rest of the build.
	const kept = join(cache, createHash('sha256').update(bytes).digest('hex'));
	const isKept = async (suffix: string) => (await stat(`${kept}${suffix}`).catch(() => null)) !== null;
	if (!(await isKept('.br')) || !(await isKept('.gz'))) {
		const compressed = await compress(bytes, 9);
		await mkdir(cache, { recursive: true });
		await Promise.all([keep(`${kept}.br`, compressed.br), keep(`${kept}.gz`, compressed.gz)]);
	}
	await Promise.all([copyFile(`${kept}.br`, `${path}.br`), copyFile(`${kept}.gz`, `${path}.gz`)]);
}

async function compress(bytes: Uint8Array, quality: number): Promise<{ br: Uint8Array; gz: Uint8Array }> {
	const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
	const [br, gz] = await Promise.all([
		promisify(brotliCompress)(bytes, { params }),
		promisify(gzip)(bytes, { level: 9 })
	]);
	return { br, gz };
}

/** Appears at once and complete: a build that is interrupted leaves no half file behind. */
async function keep(path: string, bytes: Uint8Array): Promise<void> {
	const draft = `${path}.${process.pid}`;
	await writeFile(draft, bytes);
	await rename(draft, path);
}
