import type { DatasetName } from '#lib/datasets/dataset.ts';
import { highSkillLevels } from '#lib/dimensions/skill-level.ts';
import { certifyingTraining, degreeTraining, provincialLevels } from '#lib/indicators/fixed-members.ts';
import { literal, Sql } from '#lib/sql/sql.ts';

/** The datasets that are lists of things, one row each, as against reports of figures. */
export const registers = ['competitions', 'results', 'studios', 'innovations', 'trainings', 'honours'] as const;

export type Register = (typeof registers)[number];

/** Whether a dataset is a register. */
export function isRegister(name: DatasetName): name is Register {
	return (registers as readonly string[]).includes(name);
}

/**
 * What is counted or summed of a register. `value` and `where` are expressions over the register's own columns. `of` names
 * the measure that this one is a part of: where that is known and this holds for no entry, it is 0 rather than missing.
 * `column`: only entries out of files that have this column count. What is blank there did not happen; where there is no
 * such column, nothing is known. `without`: only entries that leave this column blank count: what is taken off a whole, which
 * takes much less room than what is left of it.
 */
export interface RegisterMeasure {
	readonly name: string;
	readonly value: string;
	readonly where?: string;
	readonly of?: string;
	readonly column?: string;
	readonly without?: string;
}

/** The condition that entries count under, null for all; `columns` is the table of the columns that each file has. */
export function countingCondition({ where, column, without }: RegisterMeasure, columns: Sql): Sql | null {
	const parts = [
		...(where === undefined ? [] : [`(${where})`]),
		...(without === undefined ? [] : [without === 'level' ? `level_code = 'all'` : `${without} IS NULL`]),
		...(column === undefined
			? []
			: [`batch IN (SELECT batch FROM ${columns.text} WHERE field = ${literal(column).text})`])
	];
	return parts.length === 0 ? null : new Sql(parts.join(' AND '));
}

/** Where the dimensions of a register row come from. Expressions give null where nothing is known. */
export interface RegisterSource {
	/** `YYYY-MM` where a day is known, else the period or year as reported. */
	readonly period: string;
	readonly level: string;
	readonly skillLevel: string;
	readonly kind: string;
	readonly measures: readonly RegisterMeasure[];
}

const sum = (name: string): RegisterMeasure => ({ name, value: name });
const count: RegisterMeasure = { name: 'count', value: '1' };
/** Entries out of competition win nothing. */
const official = `coalesce(status, 'official') = 'official'`;
const quoted = (codes: readonly string[]) => codes.map((code) => literal(code).text).join(', ');
/** Honours that a row stands for; one unless it says otherwise. */
const given = 'coalesce(count, 1)';
/** Of the honours of which something is known, how many it holds for. */
const known = (name: string, column: string, holds: string): RegisterMeasure[] => [
	{ name, value: given, where: holds, of: `${name}_known` },
	{ name: `${name}_known`, value: given, where: `${column} IS NOT NULL` }
];
/** What has a day of its own once it has happened. */
const happened = (name: string): RegisterMeasure[] => [
	{ name, value: '1', where: `${name} IS NOT NULL`, of: `${name}_known` },
	{ name: `${name}_known`, value: '1', column: name }
];
/** The two sides of a ratio where an entry states only one of them. */
const apart = (above: string, below: string): RegisterMeasure[] => [
	{ name: `${above}_without_${below}`, value: above, without: below },
	{ name: `${below}_without_${above}`, value: below, without: above }
];
/** How many entries do not state a figure. */
const without = (name: string): RegisterMeasure => ({ name: `without_${name}`, value: '1', without: name });
const isDegree = `kind IN (${quoted(degreeTraining)})`;
/** A training that may certify people and says how many it did: no answer is not 0, and a degree’s 0 is not a failure. */
const isCertifying = `certified IS NOT NULL AND (certified > 0 OR kind IN (${quoted(certifyingTraining)}))`;
const month = (date: string) => `left(CAST(${date} AS VARCHAR), 7)`;

/** The figures that each register gives, with the columns they are found in. */
export const registerSources: Readonly<Record<Register, RegisterSource>> = {
	competitions: {
		period: `coalesce(${month('start_date')}, ${month('end_date')}, period)`,
		level: 'level',
		skillLevel: 'NULL',
		kind: 'kind',
		measures: [
			...[count, sum('units'), sum('participants'), sum('participations'), sum('promoted'), sum('budget')],
			...apart('budget', 'participations'),
			...apart('promoted', 'participations')
		]
	},
	results: {
		period: 'period',
		level: 'level',
		skillLevel: 'level_promoted',
		kind: 'kind',
		measures: [
			{ name: 'entries', value: '1' },
			{ name: 'gold', value: '1', where: `award IN ('gold', 'first') AND ${official}` },
			{ name: 'silver', value: '1', where: `award IN ('silver', 'second') AND ${official}` },
			{ name: 'bronze', value: '1', where: `award IN ('bronze', 'third') AND ${official}` },
			{ name: 'awards', value: '1', where: `award IS NOT NULL AND ${official}` },
			{ name: 'promoted', value: '1', where: 'level_promoted IS NOT NULL' }
		]
	},
	studios: {
		period: `coalesce(${month('founded')}, period)`,
		level: 'level',
		skillLevel: 'NULL',
		kind: 'kind',
		measures: [
			{ ...count, where: `kind <> 'academy'` },
			{ ...without('level'), where: `kind <> 'academy'` },
			{ name: 'provincial', value: '1', where: `kind <> 'academy' AND level_code IN (${quoted(provincialLevels)})` },
			{ name: 'academies', value: '1', where: `kind = 'academy'` },
			sum('members'),
			sum('projects'),
			sum('patents'),
			sum('transferred'),
			sum('economic_benefit'),
			sum('trained'),
			sum('subsidy'),
			...['projects', 'patents', 'economic_benefit', 'trained'].map(without),
			...apart('transferred', 'patents'),
			...apart('economic_benefit', 'subsidy')
		]
	},
	innovations: {
		period: `coalesce(${month('submitted')}, period)`,
		level: 'NULL',
		skillLevel: 'NULL',
		kind: 'kind',
		measures: [
			count,
			...happened('adopted'),
			...happened('implemented'),
			sum('economic_benefit'),
			{ name: 'implemented_benefit', value: 'economic_benefit', where: 'implemented IS NOT NULL' },
			{ name: 'implemented_valued', value: '1', where: 'implemented IS NOT NULL AND economic_benefit IS NOT NULL' }
		]
	},
	trainings: {
		period: 'period',
		level: 'NULL',
		skillLevel: 'skill_level',
		kind: 'kind',
		measures: [
			...[count, sum('enrolled'), sum('attendances'), sum('certified'), sum('degrees'), sum('subsidy')],
			{ name: 'degree_count', value: '1', where: isDegree },
			{ name: 'degree_enrolled', value: 'enrolled', where: isDegree },
			{ name: 'subsidy_by_enrolled', value: 'subsidy', where: 'enrolled IS NOT NULL' },
			{ name: 'enrolled_for_subsidy', value: 'enrolled', where: 'subsidy IS NOT NULL' },
			{ name: 'degree_subsidy_by_enrolled', value: 'subsidy', where: `${isDegree} AND enrolled IS NOT NULL` },
			{ name: 'degree_enrolled_for_subsidy', value: 'enrolled', where: `${isDegree} AND subsidy IS NOT NULL` },
			{ name: 'certifying_enrolled', value: 'enrolled', where: isCertifying },
			// The cost of a certificate is not that of a degree.
			{ name: 'certificate_subsidy', value: 'subsidy', where: isCertifying },
			// No subsidy stated is not a subsidy of 0.
			{ name: 'subsidised_certified', value: 'certified', where: `${isCertifying} AND subsidy IS NOT NULL` },
			{ name: 'certified_graded', value: 'certified', where: 'certified IS NOT NULL AND skill_level IS NOT NULL' },
			{
				name: 'certified_high',
				value: 'certified',
				where: `skill_level IN (${quoted(highSkillLevels)})`,
				of: 'certified_graded'
			}
		]
	},
	honours: {
		period: 'coalesce(CAST(year AS VARCHAR), period)',
		level: 'level',
		skillLevel: 'NULL',
		kind: 'honour',
		measures: [
			{ name: 'count', value: given },
			{ name: 'people', value: given, where: `recipient_type = 'person'` },
			{ name: 'groups', value: given, where: `recipient_type = 'group'` },
			...known('women', 'gender', `gender = 'female'`),
			...known('front_line', 'front_line', `front_line = 'yes'`)
		]
	}
};
