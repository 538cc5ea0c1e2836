import { mkdir, writeFile } from 'node:fs/promises';
import { rankingGuide } from './ranking-guide/page.ts';

const { page, pictures } = await rankingGuide();
await mkdir('docs/ranking', { recursive: true });
await writeFile('docs/ranking.md', page);
for (const [name, text] of pictures) await writeFile(`docs/ranking/${name}`, text);
