import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { datasets } from '#lib/datasets/index.ts';
import { importFile } from '#lib/import/index.ts';
import { defaultSeed } from '../../data/demo/generate.ts';
import { demoFiles } from '../../data/demo/profiles.ts';
import { fileBytes } from '../../data/demo/table-files.ts';
import { loadProfile, profileTargets } from '../../src/cli/load-profile.ts';

test.each(['shanghai', 'gansu', 'enterprise'] as const)(
	'%s: every file of its demo is read without a finding that blocks, all nine datasets among them',
	async (id) => {
		const profile = await loadProfile(id);
		const files = await Promise.all(
			demoFiles(id, defaultSeed).map(async (file) => ({
				fileName: `${file.name.split('/').at(-1)}.${file.format === 'xlsx' ? 'xlsx' : 'csv'}`,
				bytes: await fileBytes(file)
			}))
		);
		files.push({ fileName: 'targets.csv', bytes: readFileSync((await profileTargets(id)) ?? '') });
		const loaded = new Map<string, number>();
		for (const { fileName, bytes } of files) {
			const { batch, receipt } = await importFile(bytes, { fileName, profile, now: '', user: '' });
			const blocking = receipt.issues.filter(({ severity }) => severity === 'F' || severity === 'E');
			expect(blocking, fileName).toEqual([]);
			expect(receipt.rowsLoaded, fileName).toBeGreaterThan(0);
			const dataset = batch?.dataset ?? '';
			loaded.set(dataset, (loaded.get(dataset) ?? 0) + receipt.rowsLoaded);
			const themed = receipt.mapping.some(({ field }) => field === 'campaign');
			expect(themed, fileName).toBe(/台账|名录/.test(fileName));
		}
		expect([...loaded.keys()].toSorted()).toEqual(Object.keys(datasets).toSorted());
	},
	180_000
);
