import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const compressible = /\.(js|mjs|css|html|svg|json|wasm|txt|webmanifest|csv)$/;
/** Above this size brotli's slowest levels cost minutes for a few per cent. */
const largeFile = 1_000_000;

/** Writes `.br` and `.gz` beside every compressible file below `folder`. */
export async function compressFolder(folder: string): Promise<void> {
	if (!(await stat(folder).catch(() => null))) return;
	const names = await readdir(folder, { recursive: true });
	for (const name of names.filter((name) => compressible.test(name))) {
		const path = join(folder, name);
		const bytes = await readFile(path);
		if (bytes.length < 1024) continue;
		const quality = bytes.length > largeFile ? 9 : 11;
		const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
		const [br, gz] = await Promise.all([
			promisify(brotliCompress)(bytes, { params }),
			promisify(gzip)(bytes, { level: 9 })
		]);
		await Promise.all([writeFile(`${path}.br`, br), writeFile(`${path}.gz`, gz)]);
	}
}
