import type { Browser } from 'playwright-core';
import { measureByTurns, openBareChanges, openChoices, type Spread } from './filter-change.ts';
import type { Product } from './product.ts';
import type { Address } from './site-server.ts';

/** Every page with a filter sentence that asks the engine. */
const paths = [
	'/',
	'/regions',
	'/industries',
	'/balance',
	'/competitions',
	'/innovation',
	'/studios',
	'/training',
	'/honours',
	'/targets',
	'/campaigns',
	'/metrics',
	'/quality',
	'/briefing'
] as const;

/** Another place, chosen in the filter sentence of every page: with a hand that rests on the choice first, or a finger. */
export interface ViewTimes {
	readonly bare: Spread;
	readonly pages: readonly { readonly path: string; readonly hand: Spread; readonly finger: Spread }[];
}

/** Every page of the national demo and the bare parts, by turns. */
export async function measureViews(browser: Browser, product: Product, site: Address): Promise<ViewTimes> {
	const bare = await openBareChanges(browser, site, '/million/summary.duckdb');
	const { bare: spread, ...hands } = await measureByTurns({ ...(await open(browser, product, 'hand')), bare }, 3);
	const fingers = await measureByTurns(await open(browser, product, 'finger'), 1);
	const pages = paths.map((path) => ({ path, hand: hands[path], finger: fingers[path] }));
	return { bare: spread, pages };
}

async function open(browser: Browser, product: Product, pointer: 'hand' | 'finger') {
	const opened = {} as Record<(typeof paths)[number], Awaited<ReturnType<typeof openChoices>>>;
	for (const path of paths) opened[path] = await openChoices(browser, product, 'national', path, pointer);
	return opened;
}
