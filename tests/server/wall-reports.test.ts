import { expect, test } from 'vitest';
import { WallReports } from '#lib/server/wall-reports.ts';
import { readReport, type WallReport } from '#lib/wall/report.ts';

const day = 24 * 3_600_000;

function report(id: number, path = '/wall', name = ''): WallReport {
	const at = '2026-11-21T08:00:00.000Z';
	return readReport({ id: `wall-${String(id).padStart(4, '0')}`, path, name, at, started: at })!;
}

test('of every wall the last report is kept, with when it came by the server’s clock', () => {
	let now = Date.parse('2026-11-21T09:00:00Z');
	const walls = new WallReports(() => now);
	walls.take(report(1, '/wall', 'B'));
	walls.take(report(1, '/wall?tile=2,1', 'A'));
	now += 30_000;
	walls.take(report(1, '/wall', 'B'));
	expect(walls.list().map(({ report: { name }, receivedAt }) => [name, receivedAt])).toEqual([
		['A', '2026-11-21T09:00:00.000Z'],
		['B', '2026-11-21T09:00:30.000Z']
	]);
});

test('memory stays bounded: the wall that was silent longest goes first, and all go in a month', () => {
	let now = Date.parse('2026-11-21T09:00:00Z');
	const walls = new WallReports(() => now);
	for (let id = 0; id < 1000; id++) walls.take(report(id));
	expect(walls.list()).toHaveLength(200);
	expect(walls.list().some(({ report: { id } }) => id === 'wall-0799')).toBe(false);
	expect(walls.list().some(({ report: { id } }) => id === 'wall-0800')).toBe(true);
	now += 31 * day;
	expect(walls.list()).toEqual([]);
});
