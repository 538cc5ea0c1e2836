import { unionSystems } from '#lib/dimensions/union-system.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';
import { m } from '#lib/messages/generated/messages.js';
import type { Figures } from '../figure.ts';
import { firstFinding } from '../findings.ts';
import { leadSentence } from '../lead.ts';
import { memberRows, rankRows, type MemberRow, type Named } from '../member-rows.ts';
import type { Scope } from '../scope.ts';
import { namedIndustries, sectionCodes } from '../sections.ts';
import { leadFigures } from '../sentence-figures.ts';
import { comparedFigures, figureOver } from '../spans.ts';
import { about } from '../whole-scope.ts';
import { heatFinding, heatOf } from './heat.ts';
import { industriesColumns } from './industries-table.ts';
import { divisionsOf } from './queries.ts';

/** What the page asked for, and what the release answered. */
export interface IndustriesAnswers {
	readonly scope: Scope;
	/** The indicators of the table, the page's own among them. */
	readonly shown: readonly Indicator[];
	/** The industry that is filtered by, as the release's list has it. */
	readonly chosen: Scope['lists']['industries'][number] | null;
	/** The section that it is or lies in. */
	readonly section: string | null;
	/** What union systems are compared by. */
	readonly bySystem: Indicator | null;
	readonly sections: Figures;
	/** Null while no section is chosen. */
	readonly divisions: Figures | null;
	/** By region and section. */
	readonly matrix: Figures;
	/** Null without `bySystem`. */
	readonly systems: Figures | null;
}

/** Everything that the page draws, from its answers alone. */
export function industriesDrawn(answers: IndustriesAnswers) {
	const { scope, shown, section, bySystem, sections, divisions, matrix, systems } = answers;
	const rows = rowsOf(sectionCodes(scope), sections, scope);
	const divisionRows = section && divisions ? rowsOf(divisionsOf(scope, section), divisions, scope) : [];
	const systemScope = bySystem && about(scope, bySystem);
	const systemRows = systemScope && systems ? systemRowsOf(systems, systemScope) : [];
	const whole = completeAll(sections, scope);
	const sectionWhole = rows.find((row) => row.key === section && !row.provisional)?.value ?? null;
	const { now, base } = saidOf(answers);
	const heat = heatOf(scope, matrix, { silent: true });
	const listed = rankRows(rows, scope.indicator).filter((row) => row.value !== null);
	return {
		rows,
		sectionsTitle: firstFinding(rows, whole, scope),
		divisionRows,
		divisionsTitle: firstFinding(divisionRows, sectionWhole, scope),
		hasDivisions: divisionRows.some((row) => row.value !== null),
		systemScope,
		systemRows,
		systemsTitle: systemScope
			? m.industries_systems({ finding: firstFinding(systemRows, null, systemScope) })
			: undefined,
		/** The figure of all industries together, for shares; null unless it is complete. */
		whole,
		/** The same of the chosen section. */
		sectionWhole,
		heat,
		heatTitle: heatFinding(scope, heat),
		/** The rows of the table: sections with a figure, in their order. */
		listed,
		tableTitle: m.industries_table_title({ count: listed.length, indicators: shown.length }),
		columns: industriesColumns(scope, sections, shown, whole, listed),
		sentence: leadSentence(scope, now, base, null, ''),
		figures: leadFigures(scope, now, base)
	};
}

const rowsOf = (codes: readonly string[], figures: Figures, scope: Scope) =>
	memberRows(namedIndustries(codes, scope), 'industry', figures, scope);

function systemRowsOf(figures: Figures, scope: Scope): MemberRow[] {
	const named = unionSystems.map(({ code, title }): Named => {
		const name = title[scope.language];
		return { key: code, name, short: name };
	});
	return memberRows(named, 'unionSystem', figures, scope);
}

function completeAll(sections: Figures, { spans, indicator }: Scope): number | null {
	const all = figureOver(sections, { industry: 'all' }, spans.current, indicator);
	return all && all.complete !== false ? all.value : null;
}

/** What the sentence says: the figure of the chosen industry or of all, and the one it is compared with. */
function saidOf({ scope, chosen, sections, divisions }: IndustriesAnswers) {
	const { filters, spans, indicator } = scope;
	const known = filters.industry === null || chosen?.level === 'section' ? sections : divisions;
	if (!known) return { now: null, base: null };
	return comparedFigures(known, { industry: filters.industry ?? 'all' }, spans, indicator);
}
