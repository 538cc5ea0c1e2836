import { expect, test } from 'vitest';
import { keepReport, keptReports, wallId } from '#lib/state/wall/wall-reports.ts';
import { readReport, type WallReport } from '#lib/wall/report.ts';

/** A browser's storage; `room`: false where it takes nothing. */
function storageOf({ room = true } = {}): Storage {
	const kept = new Map<string, string>();
	return {
		getItem: (key: string) => kept.get(key) ?? null,
		setItem: (key: string, value: string) => {
			if (!room) throw new DOMException('full', 'QuotaExceededError');
			kept.set(key, value);
		}
	} as unknown as Storage;
}

test('a browser has one id for its walls, whether it can keep it or not', () => {
	const storage = storageOf();
	expect(wallId(storage)).toMatch(/^[0-9a-f]{16}$/);
	expect(wallId(storage)).toBe(wallId(storage));
	storage.setItem('gongbang-wall-id', '00112233445566aa');
	expect(wallId(storage)).toBe('00112233445566aa');
	storage.setItem('gongbang-wall-id', '<b>');
	expect(wallId(storage)).toMatch(/^[0-9a-f]{16}$/);
	const full = storageOf({ room: false });
	expect(wallId(full)).toBe(wallId(full));
	expect(wallId(undefined)).toBe(wallId(undefined));
});

test('of each page of a browser the last report is kept, the newest first, twelve at most', () => {
	const storage = storageOf();
	const report = (path: string, name: string): WallReport =>
		readReport({ id: '00112233445566aa', path, name, at: '2026-11-21T08:00:00Z', started: '2026-11-21T07:00:00Z' })!;
	for (let panel = 0; panel < 20; panel++) keepReport(report(`/wall?tile=${panel},1`, 'old'), storage);
	keepReport(report('/wall?tile=15,1', 'new'), storage);
	const kept = keptReports(storage);
	expect(kept).toHaveLength(12);
	expect(kept.slice(0, 2).map(({ path, name }) => [path, name])).toEqual([
		['/wall?tile=15,1', 'new'],
		['/wall?tile=19,1', 'old']
	]);
	expect(kept.filter(({ path }) => path === '/wall?tile=15,1')).toHaveLength(1);
	expect(() => keepReport(report('/wall', ''), storageOf({ room: false }))).not.toThrow();
	storage.setItem('gongbang-wall-reports', '{');
	expect(keptReports(storage)).toEqual([]);
});
