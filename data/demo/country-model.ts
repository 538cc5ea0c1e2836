import { allocate } from './allocate.ts';
import { numberOf, quarters, yearOf } from './calendar.ts';
import { summaryMeasures, sumFigures, type Figures } from './measures.ts';
import { createRandom } from './random.ts';
import { nationalUnits } from './reporting-units.ts';
import { sections } from './sections.ts';

/** `model[quarter][unit][section]`, in the orders of `quarters`, `nationalUnits` and `sections`. */
export type CountryModel = readonly (readonly (readonly Figures[])[])[];

/** Published: 58 万 units and 5806 万 participations a year (2018–2023). The years differ by less than one per cent. */
const yearly: Record<number, { units: number; participations: number }> = {
	2023: { units: 577_800, participations: 57_730_000 },
	2024: { units: 580_000, participations: 58_060_000 },
	2025: { units: 582_900, participations: 58_490_000 },
	2026: { units: 585_200, participations: 58_760_000 }
};
/** Competitions are called in spring and held before the end of the year. */
const season = {
	units: [0.3, 0.29, 0.22, 0.19],
	participations: [0.16, 0.28, 0.27, 0.29],
	training: [0.85, 1.15, 1.05, 0.95]
};

/** 重庆: 31.7 % at the end of 2024, as published; it grows by 0.15 points a quarter like everywhere. */
const chongqingShare = 0.317;

const shareOfYear = (year: number, quarter: number, name: 'units' | 'participations'): number =>
	Math.round(yearly[year]![name] * season[name][quarter - 1]!);

/** Units that stand out, so that a comparison has something to find. */
function event(unit: string, quarter: string): number {
	if (unit === '浙江省' && quarter === '2025Q3') return 1.7; // hosted a national final
	if (unit === '湖北省' && quarter === '2024Q2') return 0.55; // postponed by a quarter
	if (unit === '湖北省' && quarter === '2024Q3') return 1.4;
	if (unit === '辽宁省' && yearOf(quarter) >= 2025) return 0.78; // falls behind
	if (unit === '安徽省' && yearOf(quarter) >= 2025) return 1.22; // catches up
	return 1;
}

/** The whole country by quarter, unit and section. Every total is the sum of its parts to the last person. */
export function countryModel(seed: string): CountryModel {
	const random = createRandom(`${seed}/country`);
	const traits = nationalUnits.map(() => ({
		zeal: random.around(0.22),
		ideas: random.around(0.28),
		adoption: 0.42 + 0.24 * random.next(),
		implementation: 0.55 + 0.25 * random.next(),
		training: random.around(0.2),
		highSkilled: 0.24 + 0.1 * random.next(),
		growth: 0.004 * random.normal()
	}));
	const cells = nationalUnits.map((unit) =>
		sections.map((section) => ({
			weight: unit.size * section.share * (unit.leaning[section.code] ?? 1) * random.around(0.12),
			unitSize: section.unitSize * random.around(0.1),
			zeal: section.zeal * random.around(0.15),
			headcount: 0.62 + 0.2 * random.next(),
			growth: 0.002 * random.normal()
		}))
	);
	return quarters.map((quarter, index) => {
		const [year, number] = [yearOf(quarter), numberOf(quarter)];
		const flat = nationalUnits.flatMap((_, unit) => sections.map((_, section) => ({ unit, section })));
		const cell = (at: { unit: number; section: number }) => cells[at.unit]![at.section]!;
		const weights = flat.map((at) => cell(at).weight * Math.exp(index * cell(at).growth));
		const workers = allocate(Math.round(298_000_000 * 1.0035 ** index), weights);
		const units = allocate(
			Math.round(2_800_000 * 1.004 ** index),
			flat.map((at, i) => weights[i]! / cell(at).unitSize)
		);
		const drive = flat.map(
			(at) =>
				traits[at.unit]!.zeal *
				Math.exp(index * traits[at.unit]!.growth) *
				cell(at).zeal *
				event(nationalUnits[at.unit]!.name, quarter) *
				random.around(0.08)
		);
		const competing = allocate(
			shareOfYear(year, number, 'units'),
			units.map((count, i) => count * drive[i]!),
			units.map((count) => Math.floor(count * 0.8))
		);
		const participations = allocate(
			shareOfYear(year, number, 'participations'),
			workers.map((count, i) => count * drive[i]!),
			workers.map((count) => Math.floor(count * 0.9))
		);
		const figures = flat.map((at, i): Figures => {
			const [unit, section] = [traits[at.unit]!, sections[at.section]!];
			const people = workers[i]!;
			const technical = 'BCDEGIM'.includes(section.code) ? 1.5 : 0.4;
			const suggestions = Math.round(
				people * 0.0125 * unit.ideas * cell(at).zeal * (1 + index * 0.008) * random.around(0.1)
			);
			const adopted = Math.floor(suggestions * Math.min(0.95, unit.adoption * random.around(0.06)));
			const implemented = Math.floor(adopted * Math.min(0.97, unit.implementation * random.around(0.05)));
			const inventive = people * unit.ideas * technical * (1 + index * 0.012);
			return {
				units_total: units[i]!,
				units_competing: competing[i]!,
				workers_total: people,
				participations: participations[i]!,
				participants: Math.round(participations[i]! * cell(at).headcount),
				suggestions,
				suggestions_adopted: adopted,
				suggestions_implemented: implemented,
				tech_innovations: Math.round(inventive * 0.0004 * random.around(0.12)),
				inventions: Math.round(inventive * 0.00007 * random.around(0.15)),
				patents: Math.round(inventive * 0.00012 * random.around(0.15)),
				methods: Math.round(inventive * 0.00002 * random.around(0.2)),
				five_small: Math.round(suggestions * 0.045 * random.around(0.1)),
				economic_benefit: Math.round(implemented * 62 * technical * random.around(0.2)),
				trainees: Math.round(people * 0.034 * unit.training * season.training[number - 1]! * random.around(0.06)),
				skilled_workers: Math.round((people * section.skilled) / 100),
				high_skilled: 0
			};
		});
		const byUnit = nationalUnits.map((_, unit) => figures.slice(unit * sections.length, (unit + 1) * sections.length));
		byUnit.forEach((rows, unit) =>
			gradeSkills(rows, highSkilledShare(nationalUnits[unit]!.name, traits[unit]!.highSkilled, index))
		);
		return byUnit;
	});
}

function highSkilledShare(unit: string, start: number, index: number): number {
	const endOf2024 = quarters.indexOf('2024Q4');
	return unit === '重庆市' ? chongqingShare + 0.0015 * (index - endOf2024) : start + 0.0015 * index;
}

function gradeSkills(rows: readonly Figures[], share: number): void {
	const skilled = rows.map((row) => row.skilled_workers!);
	const total = Math.round(skilled.reduce((a, b) => a + b, 0) * share);
	allocate(total, skilled, skilled).forEach((count, index) => (rows[index]!.high_skilled = count));
}

/** The figures of a unit over all sections. */
export const unitTotal = (rows: readonly Figures[]): Figures => sumFigures(rows);

/**
 * Splits figures into parts whose sums they are, in proportion to `weights` and with a zeal of their own for what
 * people do; no part exceeds the limits between its figures.
 */
export function splitFigures(
	whole: Figures,
	weights: readonly number[],
	zeal: (measure: string) => readonly number[]
): Figures[] {
	const parts: Figures[] = weights.map(() => ({}));
	for (const { name, kind, limit } of summaryMeasures) {
		const own =
			kind === 'stock' && name !== 'high_skilled'
				? weights
				: weights.map((weight, index) => weight * zeal(name)[index]!);
		const limits = limit ? parts.map((part) => part[limit] ?? 0) : undefined;
		const room = limits ? limits.map((most, index) => (weights[index] === 0 ? 0 : most)) : undefined;
		// Where a limit stands in the way, the weights follow it: a part with few suggestions has few adopted ones.
		const following = limits ? own.map((weight, index) => (limits[index]! * weight) / (weights[index] || 1)) : own;
		allocate(whole[name] ?? 0, following, room).forEach((value, index) => (parts[index]![name] = value));
	}
	return parts;
}
