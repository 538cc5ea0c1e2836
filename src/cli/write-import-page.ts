import { writeFile } from 'node:fs/promises';
import { importPage } from './import-page.ts';
import { loadProfile } from './load-profile.ts';

await writeFile('docs/import.md', await importPage(await loadProfile('national')));
