import { writeFile } from 'node:fs/promises';
import { datasets } from '#lib/datasets/index.ts';
import { indicators } from '#lib/indicators/index.ts';
import { indicatorPage } from './indicator-page.ts';

await writeFile('docs/indicators.md', indicatorPage(indicators, datasets));
