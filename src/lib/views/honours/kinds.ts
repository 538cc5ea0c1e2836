import type { LadderStep } from '#lib/charts/ladder.ts';
import type { Column } from '#lib/components/table.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';
import { m } from '#lib/messages/generated/messages.js';
import type { Figure, Figures } from '../figure.ts';
import { kindsOf } from '../kind-names.ts';
import type { Scope } from '../scope.ts';
import { figureOver } from '../spans.ts';
import { splitQuestion } from '../trace-question.ts';
import { bare, exactly, inSentence, namesOfEquals, titleWithUnit } from '../words.ts';
import { given, kindMeasures, toGroups, toPeople } from './measured.ts';

/** Honours of one kind: a figure for each of `kindMeasures`, null is missing. */
export interface HonourKind {
	readonly key: string;
	readonly name: string;
	readonly figures: readonly (Figure | null)[];
}

/** The figure of a measure in a row. */
export function figureIn(row: HonourKind, measure: Indicator): Figure | null {
	return row.figures[kindMeasures.indexOf(measure)] ?? null;
}

/** Every kind of which honours were given, the most first. */
export function honourKindRows(figures: Figures, scope: Scope): HonourKind[] {
	const count = (row: HonourKind) => figureIn(row, given)?.value ?? 0;
	return kindsOf('honours')
		.map(({ code, title }) => ({
			key: code,
			name: title[scope.language],
			figures: kindMeasures.map((measure) => figureOver(figures, { kind: code }, scope.spans.current, measure))
		}))
		.filter((row) => count(row) > 0)
		.toSorted((a, b) => count(b) - count(a));
}

/** Which kinds were given most; of many equal ones the first and how many. */
export function kindsFinding(rows: readonly HonourKind[], scope: Scope): string {
	const [first] = rows;
	const value = first ? (figureIn(first, given)?.value ?? null) : null;
	if (!first || value === null) return m.honours_kinds_plain();
	const told = inSentence(value, given, scope.language);
	const equal = rows.filter((row) => figureIn(row, given)?.value === value);
	if (equal.length === 1) return m.honours_kinds_title({ name: first.name, value: told });
	return m.honours_kinds_tied({ names: namesOfEquals(equal.map(({ name }) => name)), value: told });
}

/** The rungs by kind: all honours, and those of people within them. */
export function kindSteps(rows: readonly HonourKind[], scope: Scope): LadderStep[] {
	return rows.map((row) => {
		const value = (measure: Indicator) => figureIn(row, measure)?.value ?? null;
		return {
			key: row.key,
			name: row.name,
			whole: value(given),
			part: value(toPeople),
			labels: [given, toPeople, toGroups].map((measure) => bare(value(measure), measure, scope.language))
		};
	});
}

/** The rungs of a share: of the honours of which it is known, those of women or of front-line workers. */
export function shareSteps(rows: readonly HonourKind[], share: Indicator, scope: Scope): LadderStep[] {
	return rows.flatMap((row) => {
		const figure = figureIn(row, share);
		if (figure === null || !figure.denominator) return [];
		return [
			{
				key: row.key,
				name: row.name,
				whole: figure.denominator,
				part: figure.numerator,
				labels: [exactly(figure.denominator), exactly(figure.numerator), bare(figure.value, share, scope.language)]
			}
		];
	});
}

/** The table view: every measure by kind. */
export function kindColumns(scope: Scope): Column<HonourKind>[] {
	return [
		{ key: 'name', title: m.honours_kind(), kind: 'pinyin', value: (row) => row.name },
		...kindMeasures.map((measure, index): Column<HonourKind> => ({
			key: measure.id,
			title: titleWithUnit(measure, scope.language),
			kind: 'number',
			value: (row) => row.figures[index]?.value ?? null,
			text: (row) => bare(row.figures[index]?.value ?? null, measure, scope.language),
			explain: (row) => splitQuestion(scope, { kind: row.key }, row.name, measure),
			...(index > 0 && index < 3 ? { priority: 2 as const } : {})
		}))
	];
}
