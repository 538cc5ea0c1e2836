/** `npm run bench`: medians of several runs and ratios within the same run, written to docs/benchmarks.md. */
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { maxRows } from '#lib/import/limits.ts';
import { ensureApp } from '../../src/cli/build-app.ts';
import { ensureReleases } from '../../src/cli/demo.ts';
import { loadProfile } from '../../src/cli/load-profile.ts';
import { root, timed } from '../../src/cli/project.ts';
import { launchChromium } from '../e2e/chromium.ts';
import { measureBoard } from './board.ts';
import { scoreSheet } from './exports.ts';
import { measureByTurns, openBareChanges, openFilterChanges } from './filter-change.ts';
import { importChosen, measureImport } from './import-rows.ts';
import { writeMillionFacts } from './million-facts.ts';
import { measurePhoneStart } from './phone-start.ts';
import { serveProduct, type Product } from './product.ts';
import { report } from './report.ts';
import { measureResultsByRange, writeResults } from './results-by-range.ts';
import { buildSite, serveFolders } from './site-server.ts';
import { initialScripts, measureStartup } from './startup.ts';
import { measureViews } from './views.ts';
import { measureWallMemory } from './wall-memory.ts';
import { measureWallSoak } from './wall-soak.ts';

const scratch = join(root, '.cache/bench');
const [siteFolder, dataFolder, releases] = [join(scratch, 'site'), join(scratch, 'data'), join(scratch, 'releases')];
await Promise.all([siteFolder, dataFolder, releases].map((folder) => mkdir(folder, { recursive: true })));

await timed('app', ensureApp);
await timed('releases', () => ensureReleases());
await timed('page of the bare parts', () => buildSite(siteFolder));
await timed('a million summary facts', () => writeMillionFacts(releases, join(scratch, 'exports')));
const [scores, mostScores] = [join(dataFolder, 'scores.csv'), join(dataFolder, 'most-scores.csv')];
await writeFile(scores, scoreSheet(1_000_000));
await writeFile(mostScores, scoreSheet(maxRows));
let resultsBytes = 0;
await timed('58.06 million results', async () => {
	resultsBytes = await writeResults(dataFolder);
});

const profile = await loadProfile('national');
const browser = await launchChromium();
const site = await serveFolders(siteFolder, dataFolder, releases);
const demo = await serveProduct(join(root, 'releases'));
const million = await serveProduct(releases);
try {
	const startup = await timed('start', () => measureStartup(browser, demo, 5));
	const scripts = await initialScripts(demo);
	const phone = await timed('a shared link on a phone', async () => {
		const unserved = await serveProduct(join(root, 'releases'), { PAGE_FIGURES: 'off' });
		try {
			const link = '/?period=2026Q2&industry=C';
			return {
				served: await measurePhoneStart(browser, demo, link, 3),
				engineFirst: await measurePhoneStart(browser, unserved, link, 2)
			};
		} finally {
			unserved.stop();
		}
	});
	const changes = await timed('filter changes', async () => {
		const open = (product: Product, pointer: 'hand' | 'finger') =>
			openFilterChanges(browser, product, 'national', pointer);
		const bare = await openBareChanges(browser, site, '/million/summary.duckdb');
		const measured = {
			demo: await open(demo, 'hand'),
			bare,
			million: await open(million, 'hand'),
			demoUnforeseen: await open(demo, 'finger'),
			millionUnforeseen: await open(million, 'finger')
		};
		const spreads = await measureByTurns(measured, 5);
		return { ...spreads, bare: { ...spreads.bare, facts: bare.facts } };
	});
	const views = await timed('every page', () => measureViews(browser, demo, site));
	const rows = await timed('import', () => measureImport(browser, site, scores, profile, 3));
	const most = await timed('the largest import', () => importChosen(browser, site, mostScores, profile));
	const range = await timed('results by range', () => measureResultsByRange(browser, site, 5));
	const board = await timed('a board', () => measureBoard(browser, site, 100_000, 9));
	const wall = await timed('a wall for months', () => measureWallSoak(browser, { changes: 10_000, swaps: 1000 }));
	const wallMemory = await timed('what a wall holds', () => measureWallMemory(browser, 100));
	const text = report({
		browser: browser.version(),
		startup,
		scripts,
		phone,
		changes,
		views,
		imported: { ...rows, bytes: (await stat(scores)).size },
		most: { ...most, bytes: (await stat(mostScores)).size },
		range: { ...range, fileBytes: resultsBytes },
		board,
		wall,
		wallMemory
	});
	await writeFile(join(root, 'docs/benchmarks.md'), text);
	console.log(`\n${text}`);
} finally {
	demo.stop();
	million.stop();
	site.close();
	await browser.close();
}
