import type { Field } from '#lib/datasets/dataset.ts';
import { datasets } from '#lib/datasets/index.ts';
import { createListResolver } from '#lib/dimensions/code-list.ts';
import { resolveCompetitionLevel } from '#lib/dimensions/competition-level.ts';
import { resolveIndustry } from '#lib/dimensions/industry.ts';
import { resolveOwnership } from '#lib/dimensions/ownership.ts';
import type { Profile } from '#lib/dimensions/profile.ts';
import { createRegionResolver } from '#lib/dimensions/region.ts';
import type { Candidate, Resolution } from '#lib/dimensions/resolution.ts';
import { resolveSkillLevel } from '#lib/dimensions/skill-level.ts';
import { resolveUnionSystem } from '#lib/dimensions/union-system.ts';
import type { NameQuestion } from './worker-messages.ts';

type Resolver = (text: string) => Resolution;

/** Answers what texts may mean in the fields of a profile's files, the likeliest first. */
export function candidateFinder(profile: Profile): (question: NameQuestion) => readonly Candidate[] {
	const regions = createRegionResolver({ home: profile.home, units: profile.regions });
	const resolvers = new Map<string, Resolver>([
		['region', (text) => regions(text)],
		['industry', resolveIndustry],
		['ownership', resolveOwnership],
		['union_system', resolveUnionSystem],
		['skill_level', resolveSkillLevel],
		['competition_level', resolveCompetitionLevel]
	]);
	const resolverOf = (field: Field) => resolvers.get(field.type) ?? createListResolver(field.codes ?? []);
	return ({ dataset, field, text }) => {
		const declared = datasets[dataset].fields.find(({ name }) => name === field);
		if (!declared) return [];
		const answer = resolverOf(declared)(text);
		if (answer.kind === 'found') return [];
		return answer.kind === 'ambiguous' ? answer.candidates : answer.suggestions;
	};
}
