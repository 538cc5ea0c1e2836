import { datasets } from '#lib/datasets/index.ts';
import type { Profile } from '#lib/dimensions/profile.ts';
import type { Candidate } from '#lib/dimensions/resolution.ts';
import { CodeFinder } from './map/candidates.ts';
import type { NameQuestion } from './worker-messages.ts';

/** Answers what texts may mean in the fields of a profile's files, by likeness and by sound, the likeliest first. */
export function candidateFinder(profile: Profile): (question: NameQuestion) => Promise<readonly Candidate[]> {
	const finder = new CodeFinder(profile);
	return async ({ dataset, field, text }) => {
		const declared = datasets[dataset].fields.find(({ name }) => name === field);
		const found = declared ? await finder.find(declared, text) : [];
		return found.map(({ code, title }) => ({ code, name: title.zh }));
	};
}
