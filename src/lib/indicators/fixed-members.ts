import { competitionLevels } from '#lib/dimensions/competition-level.ts';
import { skillLevels } from '#lib/dimensions/skill-level.ts';

/** Levels of naming: province or above. */
export const provincialLevels: readonly string[] = ['national', 'provincial'];

/** 求学圆梦: further education of workers towards a degree. */
export const degreeTraining: readonly string[] = ['degree'];

/** Trainings that lead to a skill certificate; others count as such only where they certified somebody. */
export const certifyingTraining: readonly string[] = ['skills', 'drill'];

/** The registers that figures are counted from; also the first part of their measures' names. */
export type RegisterName = 'competitions' | 'results' | 'studios' | 'innovations' | 'trainings' | 'honours';

/** By what the rows of a register are told apart, besides what all registers share: the codes, none where it does not. */
export interface RegisterMembers {
	readonly kind: readonly string[];
	readonly level: readonly string[];
	readonly skill_level: readonly string[];
}

const grades = competitionLevels.map(({ code }) => code);
const skills = skillLevels.map(({ code }) => code);
const naming = ['national', 'provincial', 'municipal', 'county', 'enterprise'];
const competing = ['labour', 'skills', 'ankang-cup'];

/** The code lists that the datasets declare, once more by register: rooms of one row do not import each other. A test holds them together. */
export const registerMembers: Readonly<Record<RegisterName, RegisterMembers>> = {
	competitions: { kind: competing, level: grades, skill_level: [] },
	// Results have kind and level of their competition; the skill level is the one that the entrant rose to.
	results: { kind: competing, level: grades, skill_level: skills },
	studios: {
		kind: ['model-worker', 'craftsman', 'worker', 'team', 'alliance', 'academy', 'training-base'],
		level: naming,
		skill_level: []
	},
	innovations: {
		kind: [
			...['suggestion', 'tech-innovation', 'tech-cooperation', 'invention', 'research'],
			...['small-invention', 'small-creation', 'small-innovation', 'small-design', 'small-suggestion']
		],
		level: [],
		skill_level: []
	},
	trainings: {
		kind: ['skills', 'drill', 'online-drill', 'mentoring', 'degree', 'cloud-class'],
		level: [],
		skill_level: skills
	},
	honours: {
		kind: [
			...['national-model-worker', 'may-day-certificate', 'may-day-medal', 'may-day-women', 'pioneer'],
			...['great-craftsman', 'finest-worker', 'local-craftsman', 'pacesetter', 'expert']
		],
		level: naming,
		skill_level: []
	}
};

/** Measures that count some kinds of their register only; what is built says so, see `registerSources`. */
export const countedKinds: Readonly<Record<string, (kind: string) => boolean>> = {
	'studios.count': (kind) => kind !== 'academy',
	'studios.academies': (kind) => kind === 'academy'
};
