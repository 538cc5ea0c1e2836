import { readdirSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
import type { BrowserContext } from 'playwright-core';

/** A contest of the demo data, and its ranking by plain SQL. */
export interface Contest {
	readonly profile: string;
	readonly board: string;
	readonly event: string;
	/** Ranked entrants, best first; equal ones in any order. */
	readonly ranking: readonly {
		readonly rank: number;
		readonly id: string;
		readonly name: string;
		readonly total: number;
	}[];
	readonly guests: readonly string[];
	/** Where several share a theory score: how many stand above them, and who they are. */
	readonly tie: { readonly above: number; readonly names: readonly string[] };
}

const profile = 'chongqing';
const ranked = `status NOT IN ('guest', 'absent', 'cancelled') AND total IS NOT NULL`;

/** Asks the rows of a release by plain SQL. */
export async function inRelease<T>(
	origin: string,
	name: string,
	ask: (rows: (text: string) => Promise<Record<string, unknown>[]>) => Promise<T>
): Promise<T> {
	const catalogue = (await (await fetch(`${origin}/releases/catalogue.json`)).json()) as unknown;
	const entries = (Array.isArray(catalogue) ? catalogue : (catalogue as { releases: unknown[] }).releases) as {
		profile: string;
		release: string;
	}[];
	const release = entries.find((entry) => entry.profile === name)?.release ?? '';
	const folder = readdirSync('releases').find((one) => one.startsWith(`${name}-${release.slice(0, 12)}`));
	if (!folder) throw new Error(`No folder of release ${release}`);
	const instance = await DuckDBInstance.create(`releases/${folder}/detail.duckdb`, { access_mode: 'READ_ONLY' });
	const connection = await instance.connect();
	try {
		return await ask(async (text) => (await connection.runAndReadAll(text)).getRowObjectsJson());
	} finally {
		connection.closeSync();
		instance.closeSync();
	}
}

/** A contest with one event, few enough to step through, a guest among its entrants, and a tie in theory. */
export function findContest(origin: string): Promise<Contest> {
	return inRelease(origin, profile, async (rows) => {
		const [found] = await rows(`SELECT competition_id AS id, min(event) AS event FROM results GROUP BY 1
		HAVING count(DISTINCT event) = 1 AND count(*) <= 60 AND count(*) FILTER (status = 'guest') > 0
			AND count(*) FILTER (${ranked}) > count(DISTINCT theory) FILTER (${ranked}) ORDER BY count(*), 1 LIMIT 1`);
		const id = String(found?.['id']);
		const ranking = await rows(`SELECT rank() OVER (ORDER BY total DESC, time, practical DESC, theory DESC) AS rank,
			entrant_id AS id, entrant AS name, CAST(total AS DOUBLE) AS total
		FROM results WHERE competition_id = '${id}' AND ${ranked} ORDER BY rank, id`);
		const guests = await rows(`SELECT entrant FROM results WHERE competition_id = '${id}' AND status = 'guest'`);
		const [tie] = await rows(`SELECT list(entrant) AS names, min(above) AS above FROM (
			SELECT entrant, theory, rank() OVER (ORDER BY theory DESC) - 1 AS above FROM results
			WHERE competition_id = '${id}' AND ${ranked}) GROUP BY theory HAVING count(*) > 1 ORDER BY 2 LIMIT 1`);
		return {
			...{ profile, board: `competition-${id}`, event: String(found?.['event']) },
			ranking: ranking.map((row) => ({
				rank: Number(row['rank']),
				id: String(row['id']),
				name: String(row['name']),
				total: Number(row['total'])
			})),
			guests: guests.map((row) => String(row['entrant'])),
			tie: { above: Number(tie?.['above']), names: ((tie?.['names'] ?? []) as string[]).map(String) }
		};
	});
}

/** Rules of such a contest as a file has them, with a first prize for one and a second for three. */
export function contestRules({ board }: Contest, patch: object = {}): object {
	return {
		...{ id: board, version: 2, kind: 'results', entity: 'person', groupBy: 'event', names: 'shown' },
		title: { zh: '职工技能决赛', en: 'Skills final' },
		chain: [
			{ field: 'total', direction: 'descending' },
			{ field: 'time', direction: 'ascending' },
			{ field: 'practical', direction: 'descending' },
			{ field: 'theory', direction: 'descending' }
		],
		tiers: [
			{ id: 'first', label: { zh: '一等奖', en: 'First prize' }, count: 1, cut: 'by-hand' },
			{ id: 'second', label: { zh: '二等奖', en: 'Second prize' }, count: 3, cut: 'all-up' }
		],
		...patch
	};
}

/** Lays something down in the browser's storage as the pages keep it. */
export async function keepInBrowser(
	context: BrowserContext,
	kind: 'rules' | 'reveal',
	{ profile, board }: Contest,
	value: object
): Promise<void> {
	await context.addInitScript(
		([key, text]) => {
			// Once: what the page itself keeps later is its own.
			if (localStorage.getItem(key) === null) localStorage.setItem(key, text);
		},
		[`gongbang-board-${kind}:${JSON.stringify([profile, board])}`, JSON.stringify(value)] as const
	);
}
