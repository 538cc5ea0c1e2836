import { expect, test } from 'vitest';
import { ownershipSplitter, placeSplitter } from '../../data/demo/breakdowns.ts';
import { quarters, yearOf } from '../../data/demo/calendar.ts';
import { countryModel, unitTotal } from '../../data/demo/country-model.ts';
import { defaultSeed } from '../../data/demo/generate.ts';
import { sumFigures, summaryMeasures, type Figures } from '../../data/demo/measures.ts';
import { chongqingDistricts } from '../../data/demo/places.ts';
import { nationalUnits } from '../../data/demo/reporting-units.ts';

const model = countryModel(defaultSeed);
const country = model.map((units) => sumFigures(units.map(unitTotal)));
const yearly = (year: number, measure: string) =>
	quarters.reduce((sum, quarter, at) => (yearOf(quarter) === year ? sum + country[at]![measure]! : sum), 0);

test.each([2023, 2024, 2025])('%i agrees with the published figures within one per cent', (year) => {
	expect(Math.abs(yearly(year, 'units_competing') / 580_000 - 1)).toBeLessThan(0.01);
	expect(Math.abs(yearly(year, 'participations') / 58_060_000 - 1)).toBeLessThan(0.01);
});

test('重庆: 31.7 % of the skilled are highly skilled at the end of 2024', () => {
	const city = nationalUnits.findIndex((unit) => unit.name === '重庆市');
	const { high_skilled: high, skilled_workers: skilled } = unitTotal(model[quarters.indexOf('2024Q4')]![city]!);
	expect(high! / skilled!).toBeCloseTo(0.317, 5);
});

const inOrder = (figures: Figures) =>
	summaryMeasures.every(({ name, limit }) => !limit || (figures[name] ?? 0) <= (figures[limit] ?? Infinity)) &&
	Object.values(figures).every((value) => Number.isInteger(value) && value >= 0);

test('no cell has more than it can have: implemented ≤ adopted ≤ suggested, people ≤ participations, competing ≤ all', () => {
	for (const units of model) for (const cell of units.flat()) expect(inOrder(cell), JSON.stringify(cell)).toBe(true);
	for (const cell of model.flat(2)) expect(cell.participants!).toBeLessThanOrEqual(cell.workers_total!);
});

test('districts are parts of their city to the last person, and in order themselves', () => {
	const city = nationalUnits.findIndex((unit) => unit.name === '重庆市');
	const split = placeSplitter(defaultSeed, '重庆市', chongqingDistricts);
	for (const units of model) {
		for (const cell of units[city]!) {
			const parts = split(cell);
			expect(sumFigures(parts)).toEqual({ ...cell });
			expect(parts.every(inOrder)).toBe(true);
		}
	}
});

test('kinds of ownership sum to their unit', () => {
	nationalUnits.forEach((unit, index) => {
		const split = ownershipSplitter(defaultSeed, unit.name);
		const whole = unitTotal(model[3]![index]!);
		const sum = sumFigures(split(whole));
		for (const name of ['units_total', 'units_competing', 'workers_total', 'participants', 'participations']) {
			expect(sum[name], `${unit.name} ${name}`).toBe(whole[name]);
		}
	});
});
