import { json } from '@sveltejs/kit';
import { wallReports } from '#lib/server/wall-reports.ts';
import { servedReleases } from '#lib/server/served-releases.ts';
import { longestReport, readReport } from '#lib/wall/report.ts';
import type { RequestHandler } from './$types';

const headers = { 'cache-control': 'no-store' };
const started = new Date().toISOString();

/** How the walls of this server are, by their last reports. */
export const GET: RequestHandler = async () =>
	json(
		{ at: new Date().toISOString(), started, releases: await servedReleases.catalogue(), walls: wallReports.list() },
		{ headers }
	);

/**
 * A wall tells how it is. Only JSON: a form of another site cannot send that, and a script of another site is not allowed
 * to.
 */
export const POST: RequestHandler = async ({ request }) => {
	if (!/^application\/json\b/.test(request.headers.get('content-type') ?? ''))
		return new Response(null, { status: 415, headers });
	// The length may be wrong or missing: what counts is what comes. In bytes; a character of a report takes at most three.
	if (Number(request.headers.get('content-length') ?? 0) > 3 * longestReport)
		return new Response(null, { status: 413, headers });
	const text = await request.text();
	if (text.length > longestReport) return new Response(null, { status: 413, headers });
	const report = readReport(parsed(text));
	if (!report) return new Response(null, { status: 400, headers });
	wallReports.take(report);
	return new Response(null, { status: 204, headers });
};

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}
