import type { Field, Unit } from '#lib/datasets/dataset.ts';
import type { IssueLog } from '../issue-log.ts';
import { unitNames, unitWords } from '../normalise/number-reader.ts';
import type { HeaderText } from './header-text.ts';
import { unitsAgree, type ParsedUnit } from './unit.ts';

/** Where units may be stated outside the header itself. */
export interface UnitSources {
	readonly unitRow: readonly (ParsedUnit | null)[];
	readonly fileUnits: readonly ParsedUnit[];
}

/** The unit of a declared field's column: its header, the unit row, then the file line if it suits; the nearest wins. */
export function fieldUnit(
	field: Field,
	header: HeaderText,
	column: number,
	sources: UnitSources,
	line: number,
	log: IssueLog
): ParsedUnit | null {
	const near = header.unit ?? sources.unitRow[column] ?? null;
	if (near) {
		const found = bareMultiplier(near, field.unit);
		if (field.unit && !unitsAgree(found.family, field.unit)) {
			log.add('UNIT_SUSPECT', { line, column: header.printed, details: { found: near.text, ...unitWords(field) } });
		}
		return found;
	}
	const stated = sources.fileUnits.find((unit) => field.unit !== undefined && suits(unit, field.unit));
	if (stated) return stated;
	if (field.unit === 'yuan') {
		const [zh, en] = unitNames.yuan as readonly [string, string];
		log.add('UNIT_ASSUMED', { line, column: header.printed, details: { found_zh: zh, found_en: en } });
	}
	return null;
}

/** The unit of a column of figures that no field declares: its header, the unit row, or the file's only unit. */
export function figureUnit(header: HeaderText, column: number, sources: UnitSources): ParsedUnit | null {
	const near = header.unit ?? sources.unitRow[column] ?? null;
	return near ?? (sources.fileUnits.length === 1 ? (sources.fileUnits[0] ?? null) : null);
}

/** 单位：万 says nothing of what is counted and suits every column. */
function bareMultiplier(unit: ParsedUnit, family: Unit | undefined): ParsedUnit {
	return unit.base === '' && family ? { ...unit, family } : unit;
}

/** A file line speaks for the columns of its own family only: 单位：万元 is not about people. */
function suits(unit: ParsedUnit, family: Unit): boolean {
	if (unit.base === '') return family !== 'percent' && family !== 'score' && family !== 'second';
	if (unit.family === family) return true;
	return unit.power === 0 && unitsAgree(unit.family, family);
}
