import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { issueCodes } from '#lib/import/issue-codes.ts';
import { importPage } from '../../src/cli/import-page.ts';
import { loadProfile } from '../../src/cli/load-profile.ts';

test('docs/import.md is what the declarations and receipts say', async () => {
	const page = await readFile('docs/import.md', 'utf8');
	expect(page).toBe(await importPage(await loadProfile('national')));
	for (const code of Object.keys(issueCodes)) expect(page).toContain(`\n### \`${code}\` · `);
});
