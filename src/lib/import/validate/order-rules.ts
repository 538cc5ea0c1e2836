import type { Dataset, Field } from '#lib/datasets/dataset.ts';
import type { PlannedColumn } from '../map/plan.ts';
import { readDate } from '../normalise/date.ts';
import { compareDecimals } from '../normalise/decimal.ts';
import type { RowContext } from '../normalise/row-context.ts';

/** Checks the rules between the fields of a row; a row that breaks one is not loaded. */
export function orderRules(
	dataset: Dataset,
	columns: readonly (PlannedColumn | undefined)[]
): (values: readonly string[], cells: readonly string[], context: RowContext) => void {
	const { fields } = dataset;
	const at = (name: string) => fields.findIndex((field) => field.name === name);
	const rules = dataset.rules
		.map(({ lesser, greater }) => [at(lesser), at(greater)] as const)
		.filter((pair) => pair.every((field) => columns[field] !== undefined));
	return (values, cells, context) => {
		let told = -1;
		for (const [lesser, greater] of rules) {
			if (lesser === told) continue;
			const a = values[lesser] as string;
			const b = values[greater] as string;
			if (a === '' || b === '') continue;
			const field = fields[lesser] as Field;
			const raw = (which: number) => cells[columns[which]?.index ?? -1] ?? '';
			if (inOrder(field, a, b, raw(lesser), raw(greater))) continue;
			told = lesser;
			const other = fields[greater] as Field;
			const details = {
				lesser_zh: field.title.zh,
				lesser_en: field.title.en,
				greater_zh: other.title.zh,
				greater_en: other.title.en
			};
			context.column = columns[lesser]?.index ?? null;
			context.fail(
				'RULE_VIOLATED',
				columns[lesser]?.header.printed ?? null,
				`${a} > ${b}`,
				{ details },
				`${field.name} ${other.name}`
			);
		}
	};
}

function inOrder(field: Field, a: string, b: string, rawA: string, rawB: string): boolean {
	if (field.type === 'integer' || field.type === 'decimal') return compareDecimals(a, b) <= 0;
	if (a <= b || field.type !== 'date') return a <= b;
	// 2024年 was stored as its first day: only as much may be compared as both cells say.
	const length = Math.min(precision(rawA), precision(rawB));
	return a.slice(0, length) <= b.slice(0, length);
}

/** Characters of the ISO date that a cell really states: year, month or day. */
function precision(raw: string): number {
	const date = readDate(raw);
	if (date === null || date === 'ambiguous' || !date.partial) return 10;
	return /^\D*\d{4}\D*$/.test(raw.normalize('NFKC')) ? 4 : 7;
}
