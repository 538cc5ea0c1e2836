import type { Profile } from '#lib/dimensions/profile.ts';
import type { LoadPlan } from '../map/plan.ts';
import { cleanRows } from './clean-rows.ts';

/** A figure of the file as it was loaded. */
export interface Figure {
	readonly line: number;
	/** Field name, or indicator with its basis in tables of figures. */
	readonly measure: string;
	readonly region: string;
	readonly industry: string;
	readonly ownership: string;
	readonly period: string;
	/** Decimal text in the canonical unit. */
	readonly value: string;
	/** Whether the cell says that it is not exact. */
	readonly fuzzy: boolean;
}

/** Units whose figures may be added up; marks, times and percentages may not. */
const additiveUnits = new Set(['person', 'person-time', 'unit', 'item', 'yuan', 'studio', 'count']);
const ratioName = /率|比重|占比|比例|平均|人均|年均|指数|增幅|增长|同比|环比|名次|排名|满意度|%|％|\//;

/** Names of the figures of a dataset that may be added up; null: every indicator is looked at by its own name. */
export function additiveFields(plan: LoadPlan): string[] | null {
	if (plan.dataset.name === 'metrics') return null;
	if (plan.dataset.name === 'results' || plan.dataset.name === 'targets') return [];
	return plan.dataset.fields
		.filter(({ type, unit }) => (type === 'integer' || type === 'decimal') && additiveUnits.has(unit ?? ''))
		.map(({ name }) => name);
}

/** Whether an indicator of a table of figures may be added up over regions, going by the profile, its unit and its name. */
export function isAdditive(profile: Profile, indicator: string, unit: string): boolean {
	const declared = profile.metrics.find((metric) => metric.indicator === indicator);
	if (declared) return declared.additive;
	return !ratioName.test(indicator) && !/[%％‰/]/.test(unit);
}

/** Every figure that may be added up, from the clean CSV. */
export function* fileFigures(plan: LoadPlan, profile: Profile, csv: Uint8Array): Generator<Figure> {
	const rows = cleanRows(csv);
	const header = rows.next().value as string[] | undefined;
	if (!header) return;
	const at = (name: string) => header.indexOf(name);
	const text = (cells: readonly string[], index: number) => (index < 0 ? '' : (cells[index] ?? ''));
	const [region, industry, ownership, period] = ['region', 'industry', 'ownership', 'period'].map(at) as [
		number,
		number,
		number,
		number
	];
	const [qualifier, indicator, unit, basis, value] = ['_qualifier', 'indicator', 'unit', 'basis', 'value'].map(at) as [
		number,
		number,
		number,
		number,
		number
	];
	const fields = (additiveFields(plan) ?? [])
		.map((name) => [name, at(name)] as const)
		.filter(([, index]) => index >= 0);
	const dateAt = plan.dataset.fields
		.filter(({ type }) => type === 'year' || type === 'date')
		.map(({ name }) => at(name))
		.find((index) => index >= 0);
	for (const cells of rows) {
		const mark = `;${text(cells, qualifier)}`;
		const place = {
			line: Number(cells[0]),
			region: text(cells, region),
			industry: text(cells, industry),
			ownership: text(cells, ownership),
			period: text(cells, period) || text(cells, dateAt ?? -1).slice(0, 7)
		};
		if (fields.length === 0 && value >= 0) {
			const name = text(cells, indicator);
			if (text(cells, value) === '' || !isAdditive(profile, name, text(cells, unit))) continue;
			const own = text(cells, basis);
			const measure = own === '' ? name : `${name}@${own}`;
			yield { ...place, measure, value: text(cells, value), fuzzy: mark.includes(';value=') };
			continue;
		}
		for (const [measure, index] of fields) {
			const figure = cells[index] ?? '';
			if (figure !== '') yield { ...place, measure, value: figure, fuzzy: mark.includes(`;${measure}=`) };
		}
	}
}
