import { allocate } from './allocate.ts';
import { splitFigures } from './country-model.ts';
import { summaryMeasures, type Figures } from './measures.ts';
import { createRandom } from './random.ts';
import type { Place } from './places.ts';
import { manufacturingDivisions, ownershipShares } from './sections.ts';

/** A splitter with habits of its own: each part keeps its zeal for each figure from quarter to quarter. */
export function createSplitter(name: string, sizes: readonly number[], spread: number): (whole: Figures) => Figures[] {
	const random = createRandom(name);
	const zeal = new Map(summaryMeasures.map((measure) => [measure.name, sizes.map(() => random.around(spread))]));
	return (whole) =>
		splitFigures(whole, sizes, (measure) => zeal.get(measure)!.map((habit) => habit * random.around(spread / 4)));
}

/** Figures of a unit split over its prefectures or districts. */
export const placeSplitter = (seed: string, unit: string, places: readonly Place[]): ((whole: Figures) => Figures[]) =>
	createSplitter(
		`${seed}/places/${unit}`,
		places.map((place) => place.size),
		0.16
	);

/** Figures of manufacturing split over its divisions. */
export const divisionSplitter = (seed: string, unit: string): ((whole: Figures) => Figures[]) => {
	const random = createRandom(`${seed}/division-sizes/${unit}`);
	return createSplitter(
		`${seed}/divisions/${unit}`,
		manufacturingDivisions.map(({ share }) => share * random.around(0.35)),
		0.14
	);
};

/** The figures that are known by ownership. */
export const ownershipMeasures: readonly string[] = [
	'units_total',
	'units_competing',
	'workers_total',
	'participants',
	'participations'
];

/** Figures of a unit split over the kinds of ownership. */
export function ownershipSplitter(seed: string, unit: string): (whole: Figures) => Figures[] {
	const random = createRandom(`${seed}/ownership/${unit}`);
	const habits = ownershipShares.map(({ workers, units, zeal }) => ({
		workers: workers * random.around(0.2),
		units: units * random.around(0.2),
		zeal: zeal * random.around(0.12)
	}));
	return (whole) => {
		const workers = allocate(
			whole.workers_total!,
			habits.map((habit) => habit.workers)
		);
		const units = allocate(
			whole.units_total!,
			habits.map((habit) => habit.units)
		);
		const drive = habits.map((habit) => habit.zeal * random.around(0.04));
		const competing = allocate(
			whole.units_competing!,
			units.map((count, index) => count * drive[index]!),
			units
		);
		const participations = allocate(
			whole.participations!,
			workers.map((count, index) => count * drive[index]!),
			workers
		);
		const participants = allocate(whole.participants!, participations, participations);
		return habits.map((_, index) => ({
			units_total: units[index]!,
			units_competing: competing[index]!,
			workers_total: workers[index]!,
			participants: participants[index]!,
			participations: participations[index]!
		}));
	};
}
