import { link, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { noteBuilt, type Built } from '../../src/cli/demo.ts';

let folder = '';
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'gongbang-demo-list-'))));
afterAll(() => rm(folder, { recursive: true, force: true }));

test('the list of what was built takes the place of the one before; a hard link keeps what it had', async () => {
	const first: Built = { national: { key: 'a', folder: 'national-1' } };
	const second: Built = { ...first, gansu: { key: 'b', folder: 'gansu-2' } };
	const list = join(folder, '.demo.json');
	const read = async (path: string) => JSON.parse(await readFile(path, 'utf8')) as Built;
	await noteBuilt(folder, first);
	await link(list, join(folder, 'copy.json'));
	await noteBuilt(folder, second);
	expect(await read(list)).toEqual(second);
	expect(await read(join(folder, 'copy.json'))).toEqual(first);
	expect((await readdir(folder)).sort()).toEqual(['.demo.json', 'copy.json']);
});
