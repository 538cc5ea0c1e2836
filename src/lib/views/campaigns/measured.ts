import { indicatorById } from '#lib/indicators/index.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';

function declared(id: string): Indicator {
	const indicator = indicatorById(id);
	if (!indicator) throw new Error(`No indicator “${id}” is declared.`);
	return indicator;
}

/** What was given under a campaign, recorded by the year. */
export const honours = declared('honours');

/** What a campaign can move: the counts and sums of every register, in the order of the work. All of them add up. */
export const moved: readonly Indicator[] = [
	...['competitions_held', 'competition_participations', 'promoted', 'medals'],
	...['innovations_registered', 'innovations_implemented', 'innovation_benefit'],
	...['studios', 'academies', 'studio_trained'],
	...['trainings_held', 'training_attendances', 'certified', 'degrees'],
	'honours'
].map(declared);
