import type { Field } from '#lib/datasets/dataset.ts';
import type { LoadPlan, PlannedColumn } from '../map/plan.ts';

/** The code that all rows of a file without a period column get. */
export function periodCode(plan: LoadPlan): string {
	const period = plan.period?.period;
	return period ? `${period.code}${period.cumulative ? 'c' : ''}` : '';
}

/** Position of the last region column that is filled: 区县 if given, else 市; the last of all when none is. */
export function lastFilledAt(cells: readonly string[], columns: readonly number[]): number {
	for (let at = columns.length - 1; at >= 0; at--) {
		if ((cells[columns[at] as number] ?? '').trim() !== '') return columns[at] as number;
	}
	return columns.at(-1) ?? -1;
}

/** Text of the region column before that. */
export function parentOf(cells: readonly string[], columns: readonly number[]): string | null {
	const filled = columns.map((column) => cells[column] ?? '').filter((cell) => cell.trim() !== '');
	return filled.length > 1 ? (filled[filled.length - 2] ?? null) : null;
}

/** Region, period and unmapped first columns; in registers the first two columns, wherever 合计 is written there. */
export function labelColumnsOf(plan: LoadPlan, sumsUp: boolean): number[] {
	const breakdowns = ['industry', 'ownership', 'union_system'];
	return plan.columns.flatMap(({ index, field }) => {
		const type = field?.type ?? 'none';
		const label = type === 'region' || (sumsUp ? type === 'period' || (index === 0 && type === 'none') : index < 2);
		return label && !breakdowns.includes(type) ? [index] : [];
	});
}

/** Positions of the columns that name regions. */
export function regionColumnsOf(plan: LoadPlan): number[] {
	return plan.columns.filter((column) => column.field?.type === 'region').map((column) => column.index);
}

/** The column that gives a field; of several region columns the last. */
export function columnOf(plan: LoadPlan, field: Field): PlannedColumn | undefined {
	return plan.columns.filter((column) => column.field?.name === field.name).at(field.type === 'region' ? -1 : 0);
}

/** Details of a required cell that is blank. */
export function requiredDetails({ title }: Field): Record<string, string> {
	return { expected_zh: `“${title.zh}”（必填，此处为空）`, expected_en: `“${title.en}” (required, empty here)` };
}
