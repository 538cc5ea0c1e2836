/** Large exports for the bench, the same bytes every time. */

/** A small linear congruential generator: the bench needs repeatable, not good, randomness. */
function counter(seed: number): (below: number) => number {
	let state = seed >>> 0;
	return (below) => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return Math.floor((state / 2 ** 32) * below);
	};
}

/** A score sheet of `rows` lines, 31 bytes a line: 1 million are 31 MB. */
export function scoreSheet(rows: number): Uint8Array<ArrayBuffer> {
	const next = counter(20261120);
	const lines = ['竞赛编号,赛项,选手编号,总成绩,用时'];
	for (let row = 0; row < rows; row++) {
		const competition = 100000 + Math.floor(row / 250);
		const score = (4000 + next(6000)) / 100;
		lines.push(`C${competition},E1,P${1000000 + row},${score.toFixed(2)},${1000 + next(8000)}`);
	}
	return new TextEncoder().encode(lines.join('\n') + '\n');
}

const sections = 'ABCDEFGHIJKLMNOPQRS';
const measures = [
	['建会单位数', 900],
	['开展竞赛单位数', 40],
	['职工人数', 90000],
	['参赛职工', 4000],
	['参赛人次', 5200],
	['合理化建议', 800],
	['采纳', 420],
	['实施', 300],
	['技术革新', 60],
	['发明创造', 22],
	['专利', 18],
	['五小成果', 90],
	['培训人次', 2600]
] as const;

/**
 * A summary export with `regions` × 19 sections × 12 quarters × 13 figures; 341 prefectures make a million facts.
 * No totals: everything above the leaves is left to the roll-up.
 */
export function summaryExport(regions: readonly string[]): Uint8Array<ArrayBuffer> {
	const next = counter(4754);
	const lines = [['统计时期', '区划代码', '行业代码', ...measures.map(([title]) => title)].join(',')];
	for (let year = 2023; year <= 2025; year++)
		for (let quarter = 1; quarter <= 4; quarter++)
			for (const region of regions)
				for (const section of sections) {
					const size = 0.5 + next(1000) / 1000;
					const values = measures.map(([, typical]) => Math.round(typical * size));
					lines.push([`${year}Q${quarter}`, region, section, ...values].join(','));
				}
	return new TextEncoder().encode(lines.join('\n') + '\n');
}
