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

/** Another place, chosen in the filter sentence of a page: with a hand that rests on the choice first, or a finger. */
export interface ViewTimes {
	readonly path: string;
	readonly hand: Spread;
	readonly finger: Spread;
	/** The bare parts, by turns with this page. */
	readonly bare: Spread;
}

/** Every page of the national demo, each by turns with the bare parts and with nothing else open. */
export async function measureViews(browser: Browser, product: Product, site: Address): Promise<readonly ViewTimes[]> {
	const views: ViewTimes[] = [];
	for (const path of paths) {
		const open = (pointer: 'hand' | 'finger') => openChoices(browser, product, 'national', path, pointer);
		const bare = await openBareChanges(browser, site, '/million/summary.duckdb');
		views.push({
			path,
			...(await measureByTurns({ hand: await open('hand'), bare, finger: await open('finger') }, 2))
		});
	}
	return views;
}
