import { expect, test } from 'vitest';
import { longestReport, readReport, type WallReport } from '#lib/wall/report.ts';

const report: WallReport = {
	id: '0123456789abcdef',
	name: '三楼大厅',
	path: '/wall?profile=gansu',
	at: '2026-11-21T08:00:00.000Z',
	started: '2026-11-01T08:00:00.000Z',
	program: '1763700000000',
	profile: 'gansu',
	release: '5f0c',
	releasedAt: '2026-11-20T08:00:00.000Z',
	heardAt: null,
	scene: 'figures',
	playing: true,
	counts: { changes: 100_000, swaps: 20, recoveries: 1, longTasks: 0 },
	longestTask: 0,
	memory: null,
	nodes: 812,
	screen: { width: 3840, height: 2160, ratio: 1.5 },
	kept: true,
	awake: false,
	faults: [{ at: '2026-11-20T08:00:00.000Z', where: 'release', what: '/releases/catalogue.json: no connection' }]
};

test('a report comes back as it was sent', () => {
	expect(readReport(JSON.parse(JSON.stringify(report)))).toEqual(report);
});

test('what is no report is none', () => {
	for (const value of [null, 1, 'x', [], {}, { ...report, id: '../../etc' }, { ...report, at: 'now' }])
		expect(readReport(value)).toBeNull();
});

test('nothing but what is known is taken over, and not more of it than there is room for', () => {
	const given = {
		...report,
		name: `\u202e${'长'.repeat(9000)}`,
		counts: { changes: -1, swaps: 1e300, recoveries: 'many' },
		screen: null,
		memory: Number.NaN,
		person: '张三',
		faults: Array.from({ length: 500 }, () => ({ at: report.at, where: 'x'.repeat(9000), what: null }))
	};
	const read = readReport(given);
	expect(read?.name).toBe('长'.repeat(199));
	expect(read?.counts).toEqual({ changes: 0, swaps: 0, recoveries: 0, longTasks: 0 });
	expect(read?.screen).toEqual({ width: 0, height: 0, ratio: 1 });
	expect(read?.memory).toBe(0);
	expect(read?.faults).toHaveLength(8);
	expect(read).not.toHaveProperty('person');
	expect(JSON.stringify(read).length).toBeLessThan(longestReport);
});
