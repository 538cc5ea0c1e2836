import type { Region } from './divisions.ts';
import type { CsvRow } from './csv.ts';
import { attempt, failRow, type Report } from './profile-fields.ts';

const file = 'regions.csv';

/**
 * The regions whose way up ends at one without a parent. A region below itself, or below one that is not there, is
 * reported by the line that says so, and left out with all that hangs on it.
 */
export function withinTree(
	regions: ReadonlyMap<string, Region>,
	rows: readonly CsvRow[],
	report: Report
): Map<string, Region> {
	const lost = new Set<string>();
	for (const row of rows) {
		const code = row.cells['code'] ?? '';
		const region = regions.get(code);
		if (!region || lost.has(code)) continue;
		const { parent } = region;
		if (parent !== null && !regions.has(parent)) {
			lost.add(code);
			attempt(report, () =>
				failRow(file, row, `上级 ${parent} 不是本方案的地区`, `the parent ${parent} is no region of this profile`)
			);
			continue;
		}
		const circle = circleAt(regions, code);
		if (circle === null) continue;
		for (const member of circle) lost.add(member);
		const way = [...circle, code].join(' › ');
		attempt(report, () =>
			failRow(file, row, `${code} 成了自己的上级（${way}）`, `${code} is its own ancestor (${way})`)
		);
	}
	const stays = (code: string | null): boolean =>
		code === null || (!lost.has(code) && stays(regions.get(code)?.parent ?? null));
	return lost.size === 0 ? new Map(regions) : new Map([...regions].filter(([code]) => stays(code)));
}

/** The regions on the way up from a region to itself; null where the way ends, or goes round without it. */
function circleAt(regions: ReadonlyMap<string, Region>, code: string): string[] | null {
	const way: string[] = [];
	for (let at: string | null = code; at !== null; at = regions.get(at)?.parent ?? null) {
		if (way.includes(at)) return at === code ? way : null;
		way.push(at);
	}
	return null;
}
