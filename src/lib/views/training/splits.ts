import type { LadderStep } from '#lib/charts/ladder.ts';
import type { Column } from '#lib/components/table.ts';
import { highSkillLevels, skillLevels } from '#lib/dimensions/skill-level.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';
import { m } from '#lib/messages/generated/messages.js';
import type { Figures } from '../figure.ts';
import { kindsOf } from '../kind-names.ts';
import type { Scope } from '../scope.ts';
import { figureOver } from '../spans.ts';
import { splitQuestion } from '../trace-question.ts';
import { bare, columnText, exactly, titleWithUnit } from '../words.ts';
import { splitMeasures } from './measured.ts';

/** Trainings of one kind or for one skill level: a figure for each of `splitMeasures`, null is missing. */
export interface TrainingSplit {
	readonly key: string;
	readonly name: string;
	readonly values: readonly (number | null)[];
}

const [peopleAt, attendancesAt, certifiedAt, rateAt] = [0, 1, 2, 3];

/** People in training, attendances and certificates of a row. */
export function peopleOf(row: TrainingSplit | undefined): number | null {
	return row?.values[peopleAt] ?? null;
}

function rowOf(key: string, name: string, figures: Figures, place: object, scope: Scope): TrainingSplit {
	const at = (measure: Indicator) => figureOver(figures, place, scope.spans.current, measure)?.value ?? null;
	return { key, name, values: splitMeasures.map(at) };
}

/** Every kind that the register has trainings of, the most people first. */
export function kindSplits(figures: Figures, scope: Scope): TrainingSplit[] {
	return kindsOf('trainings')
		.map(({ code, title }) => rowOf(code, title[scope.language], figures, { kind: code }, scope))
		.filter((row) => row.values.some((value) => value !== null))
		.toSorted((a, b) => (peopleOf(b) ?? -1) - (peopleOf(a) ?? -1));
}

/** 八级: all eight levels, the highest first, so that they stand as a ladder. Levels without a training are missing. */
export function levelSplits(figures: Figures, scope: Scope): TrainingSplit[] {
	return skillLevels
		.map(({ code, title }) => rowOf(code, title[scope.language], figures, { skillLevel: code }, scope))
		.toReversed();
}

/** How many rungs of the ladder stand above the line: 高级工 and higher. */
export const highRungs = highSkillLevels.length;

/** People whose trainings name no skill level; null where all do. */
export function ungraded(figures: Figures, scope: Scope): number | null {
	return peopleOf(rowOf('all', '', figures, { skillLevel: 'all' }, scope));
}

/** The rungs of the picture: people in training, those certified within them, and the rate. */
export function ladderSteps(rows: readonly TrainingSplit[], selected: string | null, scope: Scope): LadderStep[] {
	return rows.map((row) => {
		const label = (index: number) => {
			const measure = splitMeasures[index];
			return measure ? bare(row.values[index] ?? null, measure, scope.language) : '';
		};
		const attended = row.values[attendancesAt] ?? null;
		return {
			key: row.key,
			name: row.name,
			whole: peopleOf(row),
			part: row.values[certifiedAt] ?? null,
			labels: [label(peopleAt), label(certifiedAt), label(rateAt)],
			selected: row.key === selected,
			notes: attended === null ? [] : [m.training_note_attendances({ count: exactly(attended) })]
		};
	});
}

/** The heads over the ladder's columns. */
export function ladderHeads(): string[] {
	return [m.training_enrolled(), m.training_certified(), m.training_head_rate()];
}

/** The table view: every measure. */
export function splitColumns(
	noun: string,
	rows: readonly TrainingSplit[],
	scope: Scope,
	by: 'kind' | 'skillLevel'
): Column<TrainingSplit>[] {
	return [
		{ key: 'name', title: noun, kind: 'pinyin', value: (row) => row.name },
		...splitMeasures.map((measure, index): Column<TrainingSplit> => {
			const shown = columnText(
				rows.map((row) => row.values[index] ?? null),
				measure,
				scope.language
			);
			return {
				key: measure.id,
				title: titleWithUnit(measure, scope.language),
				kind: 'number',
				value: (row) => row.values[index] ?? null,
				text: (row) => shown(row.values[index] ?? null),
				explain: (row) => splitQuestion(scope, { [by]: row.key }, row.name, measure),
				...(index > rateAt ? { priority: 2 as const } : {})
			};
		})
	];
}
