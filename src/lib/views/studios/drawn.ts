import { indicatorById } from '#lib/indicators/index.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';
import { m } from '#lib/messages/generated/messages.js';
import { Figures } from '../figure.ts';
import { firstFinding } from '../findings.ts';
import { memberRows, type MemberRow } from '../member-rows.ts';
import type { Scope } from '../scope.ts';
import { sectionsOf } from '../sections.ts';
import { about } from '../whole-scope.ts';
import { outputInTitle } from './amounts.ts';
import { coverageOf, coverageWords } from './coverage.ts';
import { densityOutputs, densityPicture } from './density-output.ts';
import { kindFinding, kindLevels, kindOutputs, outputColumns, type KindLevels, type KindOutput } from './kinds.ts';
import { density, outputs } from './measured.ts';
import { studiosFigures, studiosSentence } from './sentence.ts';
import { stockDrawn } from './stock-scope.ts';

/** Whose work it is; null only if it were not declared. */
export const workers = indicatorById('workers_total') ?? null;

/** What the page asked for, and what the release answered; null is what was not asked. */
export interface StudiosAnswers {
	readonly scope: Scope;
	/** What counts studios and academies: the register, or what the returns state. */
	readonly stock: Indicator;
	readonly schools: Indicator;
	/** What density is held against. */
	readonly output: Indicator | null;
	/** Every output and yield that the release has. */
	readonly each: readonly Indicator[];
	readonly registered: boolean;
	readonly place: Figures;
	readonly regions: Figures;
	/** Density and output of all regions together. */
	readonly home: Figures | null;
	/** By kind and level. */
	readonly levels: Figures | null;
	/** `each` by kind. */
	readonly byKind: Figures | null;
	/** Studios and workers by region and section. */
	readonly matrix: Figures | null;
	/** Workers by section. */
	readonly industries: Figures | null;
}

/** No platforms of any kind. */
export const noKinds: KindLevels = { rows: [], columns: [], cells: [], total: 0 };

/** Everything that the page draws, from its answers alone; which kind is chosen is not among them. */
export function studiosDrawn(answers: StudiosAnswers) {
	const { scope, stock, schools, each, registered, place, regions, levels, byKind } = answers;
	const kinds = levels ? kindLevels(levels, scope) : null;
	const outputRows = kinds ? kindOutputs(kinds, byKind ?? new Figures([]), place, each, scope) : [];
	const densities = registered ? memberRows(scope.members, 'region', regions, scope, density) : [];
	const ranking = registered ? [] : memberRows(scope.members, 'region', regions, scope, stock);
	const coverage = coverageIn(answers);
	return {
		stockTrend: stockDrawn(place, scope, stock),
		schoolsTrend: stockDrawn(place, scope, schools),
		/** The regions by stock, where there is no register. */
		ranking,
		rankingTitle: firstFinding(ranking, null, about(scope, stock)),
		kinds,
		kindsTitle: kindFinding(kinds ?? noKinds),
		densities,
		against: againstOutput(answers, densities),
		outputRows,
		outputColumns: outputColumns(each, scope),
		outputTitle: outputTitle(outputRows, each, scope),
		coverage,
		coverageWords: coverage && coverageWords(coverage, scope),
		sentence: studiosSentence(scope, place, stock, schools),
		figures: studiosFigures(scope, place, stock, schools)
	};
}

/** Density against the chosen output, region by region and where all together stand; null where nothing was chosen. */
function againstOutput({ scope, output, regions, home }: StudiosAnswers, densities: readonly MemberRow[]) {
	if (!output) return null;
	const rows = densityOutputs(densities, memberRows(scope.members, 'region', regions, scope, output));
	const homeAt = (indicator: Indicator) =>
		home ? (memberRows([scope.home], 'region', home, scope, indicator)[0]?.value ?? null) : null;
	const [x, y] = [homeAt(density), homeAt(output)];
	return {
		output,
		rows,
		picture: densityPicture(rows, density, output, scope),
		whole: x === null || y === null ? null : { x, y }
	};
}

/** What all kinds together bring forth, output by output; the plain title where nothing is known of it. */
function outputTitle(rows: readonly KindOutput[], each: readonly Indicator[], { language }: Scope): string {
	const all = rows.find((row) => row.key === '');
	const parts = each
		.filter((one) => outputs.includes(one))
		.flatMap((one) => {
			const value = all?.values[one.id] ?? null;
			return value === null
				? []
				: [m.studios_output_part({ title: one.short[language], value: outputInTitle(value, one, language) })];
		});
	return parts.length === 0 ? m.studios_output() : m.studios_output_title({ parts: parts.join(m.name_joint()) });
}

function coverageIn({ scope, matrix, industries }: StudiosAnswers) {
	if (!matrix) return null;
	const staffed = workers && industries ? memberRows(sectionsOf(scope), 'industry', industries, scope, workers) : [];
	return coverageOf(scope, matrix, workers, staffed);
}
