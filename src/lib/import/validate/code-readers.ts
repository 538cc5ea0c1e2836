import type { Bilingual } from '#lib/format/language.ts';
import type { Field } from '#lib/datasets/dataset.ts';
import { createListResolver } from '#lib/dimensions/code-list.ts';
import { resolveCompetitionLevel } from '#lib/dimensions/competition-level.ts';
import { resolveIndustry } from '#lib/dimensions/industry.ts';
import { resolveOwnership } from '#lib/dimensions/ownership.ts';
import { parsePeriod } from '#lib/dimensions/period.ts';
import type { Resolution } from '#lib/dimensions/resolution.ts';
import { resolveSkillLevel } from '#lib/dimensions/skill-level.ts';
import { resolveUnionSystem } from '#lib/dimensions/union-system.ts';
import { cellText } from '../normalise/characters.ts';
import { isExcelError, isMissing } from '../normalise/missing.ts';
import type { CellReader, RowContext } from '../normalise/row-context.ts';
import { isShortenedCode, remember } from '../normalise/text-readers.ts';
import { isTotalWord } from './totals.ts';

type Resolver = (text: string) => Resolution;

const resolvers: Readonly<Record<string, Resolver>> = {
	industry: resolveIndustry,
	ownership: resolveOwnership,
	union_system: resolveUnionSystem,
	skill_level: resolveSkillLevel,
	competition_level: resolveCompetitionLevel
};

/** Columns whose total row means "all of them", i.e. no breakdown. */
const breakdowns = new Set(['industry', 'ownership', 'union_system']);

/** Names and codes of a dimension or of the field's own list → canonical code. */
export function codeReader(field: Field, header: string): CellReader {
	const resolve = field.type === 'code' ? createListResolver(field.codes ?? []) : resolvers[field.type];
	if (!resolve) throw new RangeError(`No resolver for fields of type ${field.type}`);
	return remember((raw, context) => {
		const text = cellText(raw);
		if (text === '' || isMissing(text)) return '';
		if (unusableCode(text, header, context)) return '';
		if (breakdowns.has(field.type) && isTotalWord(text)) {
			context.report('ROW_TOTAL', header, text);
			return '';
		}
		const subItem = text.replace(/^(?:其中[:：]?|#)\s*/, '');
		return settle(resolve(subItem), text, header, field.title, context);
	});
}

/** Errors of spreadsheets are missing, codes that one has shortened (3.2E+05) are lost; both are told. */
export function unusableCode(text: string, header: string, context: RowContext): boolean {
	if (isExcelError(text)) context.report('CELL_EXCEL_ERROR', header, text);
	else if (isShortenedCode(text)) context.fail('CELL_PRECISION', header, text);
	else return false;
	return true;
}

/** The code of a resolution, or the finding that there is none. */
export function settle(
	found: Resolution,
	text: string,
	header: string,
	dimension: Bilingual,
	context: RowContext
): string {
	const names = { dimension_zh: dimension.zh, dimension_en: dimension.en.toLowerCase() };
	if (found.kind === 'found') {
		if (found.superseded) {
			const note = { note_zh: found.superseded.note.zh, note_en: found.superseded.note.en };
			context.report('CODE_SUPERSEDED', header, text, { details: { found: found.code, ...note } }, text);
		}
		return found.code;
	}
	if (found.kind === 'ambiguous') {
		const candidates = found.candidates.map(({ name, code }) => `${name} ${code}`).join('、');
		return context.fail('NAME_AMBIGUOUS', header, text, { details: { candidates, ...names } }, text);
	}
	return context.fail('CODE_UNKNOWN', header, text, { details: { ...names, ...hintOf(found) } }, text);
}

/** What may have been meant, or that the name is right but not of this profile. */
function hintOf(found: Extract<Resolution, { kind: 'unknown' }>): Record<string, string> {
	if (found.outside) {
		const place = `${found.outside.name} ${found.outside.code}`;
		return {
			outside: found.outside.code,
			suggestion_zh: `（${place} 不在本方案的填报范围内）`,
			suggestion_en: ` (${place} is outside the scope of this profile)`,
			action_zh: '请改用包括它的方案，或去掉这些行',
			action_en: 'Choose a profile that it belongs to, or leave these rows out'
		};
	}
	const suggestions = found.suggestions.slice(0, 3).map(({ name }) => name);
	if (suggestions.length === 0) return {};
	return {
		suggestion_zh: `，是否为${suggestions.join('、')}`,
		suggestion_en: `; perhaps ${suggestions.join(', ')}`
	};
}

/** Periods; cumulative ones carry the suffix `c`. */
export function periodReader(header: string, options: { unionYear: boolean; defaultYear?: number }): CellReader {
	return remember((raw, context) => {
		const text = cellText(raw);
		if (text === '' || isMissing(text)) return '';
		if (unusableCode(text, header, context)) return '';
		const period = parsePeriod(text, options);
		if (period) return period.cumulative ? `${period.code}c` : period.code;
		return context.fail(
			'CELL_TYPE',
			header,
			text,
			{ details: { expected_zh: '统计时期', expected_en: 'a period' } },
			text
		);
	});
}
