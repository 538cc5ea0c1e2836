import { numberOf, quarters, yearOf } from './calendar.ts';
import { unitsOf, type EnterpriseUnit } from './enterprise-units.ts';
import { sumFigures, type Figures } from './measures.ts';
import { createRandom } from './random.ts';
import { countStudios, type Studio } from './studios.ts';

/** Figures by unit code and quarter; those of a unit are the sums of its parts to the last person. */
export type EnterpriseModel = ReadonlyMap<string, readonly Figures[]>;

/** Contests are called in spring and held in autumn. */
const season = [0.7, 1.1, 1.35, 0.85];

/** How much less or more than its like a company does, so that a comparison has something to find. */
function event(code: string, quarter: string): number {
	if (code.startsWith('JT03') && quarter === '2025Q3') return 1.6; // hosted the contest of the industry
	if (code.startsWith('JT07') && yearOf(quarter) >= 2025) return 0.72; // falls behind
	if (code.startsWith('JT08') && yearOf(quarter) >= 2025) return 1.25; // catches up
	return 1;
}

/** The figures of every unit and quarter, from the teams up, with the studios that the register has. */
export function enterpriseModel(seed: string, group: EnterpriseUnit, studios: readonly Studio[]): EnterpriseModel {
	const registered = countStudios(studios, ({ site }) => site.code);
	const model = new Map<string, Figures[]>();
	const fill = (unit: EnterpriseUnit): Figures[] => {
		const parts = unit.children.map(fill);
		const figures = parts.length > 0 ? quarters.map((_, at) => sumOf(parts.map((one) => one[at]!))) : team(seed, unit);
		const own = registered.get(unit.code);
		const counted = figures.map((cell, at) => ({
			...cell,
			studios: (cell.studios ?? 0) + (own?.studios[at] ?? 0),
			academies: (cell.academies ?? 0) + (own?.academies[at] ?? 0)
		}));
		model.set(unit.code, counted);
		return counted;
	};
	fill(group);
	return model;
}

function sumOf(cells: readonly Figures[]): Figures {
	const sum = (name: string) => cells.reduce((total, cell) => total + (cell[name] ?? 0), 0);
	return { ...sumFigures(cells), studios: sum('studios'), academies: sum('academies') };
}

/** A team: one unit that holds contests in some quarter of the year, and what its people do. */
function team(seed: string, unit: EnterpriseUnit): Figures[] {
	const random = createRandom(`${seed}/enterprise/team/${unit.code}`);
	const zeal = random.around(0.2);
	const share = 0.3 + 0.16 * random.next();
	const technical = random.around(0.3);
	const firstQuarter = new Map([2023, 2024, 2025, 2026].map((year) => [year, random.integer(1, 5)]));
	let taken = 0;
	return quarters.map((quarter, at) => {
		const workers = Math.round(unit.size * (1 + at * 0.002));
		const drive = zeal * season[numberOf(quarter) - 1]! * event(unit.code, quarter) * random.around(0.15);
		if (numberOf(quarter) === 1) taken = 0;
		const participants = Math.min(workers - taken, Math.round(workers * 0.17 * drive));
		taken += participants;
		const suggestions = Math.round(workers * 0.09 * drive * random.around(0.2));
		const adopted = Math.round(suggestions * (0.5 + 0.2 * random.next()));
		const implemented = Math.round(adopted * (0.6 + 0.2 * random.next()));
		const skilled = Math.round(workers * 0.62);
		return {
			units_total: 1,
			units_competing: firstQuarter.get(yearOf(quarter)) === numberOf(quarter) ? 1 : 0,
			workers_total: workers,
			participations: participants + Math.round(participants * 0.5 * random.next()),
			participants,
			suggestions,
			suggestions_adopted: adopted,
			suggestions_implemented: implemented,
			tech_innovations: random.chance(0.3 * technical) ? 1 : 0,
			inventions: random.chance(0.05 * technical) ? 1 : 0,
			patents: random.chance(0.08 * technical) ? 1 : 0,
			methods: random.chance(0.04) ? 1 : 0,
			five_small: random.chance(0.5) ? random.integer(1, 3) : 0,
			economic_benefit: Math.round(implemented * 320 * random.around(0.4)),
			trainees: Math.round(workers * 0.3 * random.around(0.15)),
			skilled_workers: skilled,
			high_skilled: Math.round(skilled * (share + 0.002 * at))
		};
	});
}

/** The units of the group by their depth. */
export const unitsAt = (group: EnterpriseUnit, depth: number): EnterpriseUnit[] =>
	unitsOf(group).filter((unit) => unit.depth === depth);
