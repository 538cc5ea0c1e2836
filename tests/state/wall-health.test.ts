import { expect, test } from 'vitest';
import { WallHealth } from '#lib/state/wall/wall-health.svelte.ts';
import { longestReport } from '#lib/wall/report.ts';

test('faults stand with the newest first, the same one once', () => {
	const health = new WallHealth();
	for (const what of ['a', 'b', 'a']) health.fault('scene 1', new Error(what));
	health.fault('scene 2', 'a');
	expect(health.faults.map(({ where, what }) => `${where}: ${what}`)).toEqual([
		...['scene 2: a', 'scene 1: a', 'scene 1: b']
	]);
});

test('whatever fails, and however often, a report with it is not too long for the server', () => {
	const health = new WallHealth();
	for (let scene = 0; scene < 500; scene++) health.fault(`scene ${scene}`, new Error(`SELECT "${'x'.repeat(9000)}"`));
	expect(health.faults).toHaveLength(20);
	expect(JSON.stringify(health.faults.slice(0, 8)).length).toBeLessThan(longestReport / 2);
});
