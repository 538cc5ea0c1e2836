/** A figure of the summary table: its header, whether it adds up over time, and the figure that it cannot exceed. */
export interface SummaryMeasure {
	readonly name: string;
	readonly header: string;
	readonly kind: 'flow' | 'stock';
	readonly limit?: string;
}

/** In the order of the columns. Money is in hundreds of yuan, so that 万元 with two decimals is exact. */
export const summaryMeasures: readonly SummaryMeasure[] = [
	{ name: 'units_total', header: '建会单位数', kind: 'stock' },
	{ name: 'units_competing', header: '开展竞赛单位数', kind: 'flow', limit: 'units_total' },
	{ name: 'workers_total', header: '职工人数', kind: 'stock' },
	{ name: 'participations', header: '参赛人次', kind: 'flow' },
	{ name: 'participants', header: '参赛职工', kind: 'flow', limit: 'participations' },
	{ name: 'suggestions', header: '合理化建议', kind: 'flow' },
	{ name: 'suggestions_adopted', header: '采纳', kind: 'flow', limit: 'suggestions' },
	{ name: 'suggestions_implemented', header: '实施', kind: 'flow', limit: 'suggestions_adopted' },
	{ name: 'tech_innovations', header: '技术革新', kind: 'flow' },
	{ name: 'inventions', header: '发明创造', kind: 'flow' },
	{ name: 'patents', header: '专利', kind: 'flow' },
	{ name: 'methods', header: '先进操作法', kind: 'flow' },
	{ name: 'five_small', header: '五小成果', kind: 'flow' },
	{ name: 'economic_benefit', header: '经济效益', kind: 'flow' },
	{ name: 'trainees', header: '培训人次', kind: 'flow' },
	{ name: 'skilled_workers', header: '技能人才', kind: 'stock' },
	{ name: 'high_skilled', header: '高技能人才', kind: 'stock', limit: 'skilled_workers' }
];

/** Figures of one cell by measure. */
export type Figures = Record<string, number>;

/** Adds the figures up. */
export function sumFigures(cells: readonly Figures[]): Figures {
	const total: Figures = {};
	for (const { name } of summaryMeasures) total[name] = cells.reduce((sum, cell) => sum + (cell[name] ?? 0), 0);
	return total;
}
