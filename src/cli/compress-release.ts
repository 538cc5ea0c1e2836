import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

/** Read whole at every first start; `detail.duckdb` is read by range, which compression would prevent. */
const readWhole = ['summary.duckdb', 'manifest.json', 'map.json'];

/** Writes `.br` beside the files of a release that browsers load whole: a third of the bytes on the wire. */
export async function compressRelease(folder: string): Promise<void> {
	const params = { [constants.BROTLI_PARAM_QUALITY]: 6 };
	const names = await readdir(folder);
	await Promise.all(
		readWhole
			.filter((name) => names.includes(name))
			.map(async (name) => {
				const path = join(folder, name);
				await writeFile(`${path}.br`, await promisify(brotliCompress)(await readFile(path), { params }));
			})
	);
}
