import { readReport, type WallReport } from '#lib/wall/report.ts';
import { fetchInTime } from '../fetch-in-time.ts';
import { browserStorage } from '../kept-boards.ts';

export const reportPath = '/wall/status.json';
const [idKey, reportsKey] = ['gongbang-wall-id', 'gongbang-wall-reports'];
/** Walls of one browser: a page for every panel. */
const mostReports = 12;

let made: string | null = null;

/** The id of this browser's walls, made up the first time. */
export function wallId(storage = browserStorage()): string {
	made ??= Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, '0')).join('');
	try {
		const kept = storage?.getItem(idKey);
		if (kept && /^[0-9a-f]{16}$/.test(kept)) return kept;
		storage?.setItem(idKey, made);
	} catch {
		// One that is not kept will do until the page goes.
	}
	return made;
}

/** Notes a report for the health page of this browser, which may be without a server. */
export function keepReport(report: WallReport, storage = browserStorage()): void {
	const others = keptReports(storage).filter(({ path }) => path !== report.path);
	try {
		storage?.setItem(reportsKey, JSON.stringify([report, ...others].slice(0, mostReports)));
	} catch {
		// The server has it, or nobody asks.
	}
}

/** What the walls of this browser last noted, the newest first. */
export function keptReports(storage = browserStorage()): WallReport[] {
	try {
		const kept: unknown = JSON.parse(storage?.getItem(reportsKey) ?? '[]');
		return Array.isArray(kept) ? kept.flatMap((one) => readReport(one) ?? []) : [];
	} catch {
		return [];
	}
}

/** Tells the server. A server that is away, or does not want to know, is no fault of the wall. */
export async function sendReport(report: WallReport): Promise<void> {
	const headers = { 'Content-Type': 'application/json' };
	const sent = fetchInTime(reportPath, { method: 'POST', headers, body: JSON.stringify(report) });
	await sent.then((response) => response.body?.cancel()).catch(() => {});
}
