import { writeFile } from 'node:fs/promises';
import { apiPage } from './api-page.ts';

await writeFile('docs/api.md', apiPage());
