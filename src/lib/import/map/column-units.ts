import type { Field, Unit } from '#lib/datasets/dataset.ts';
import type { IssueLog } from '../issue-log.ts';
import { unitNames, unitWords } from '../normalise/number-reader.ts';
import { decidedFor } from './decided.ts';
import type { HeaderText } from './header-text.ts';
import { parseUnit, unitsAgree, type ParsedUnit } from './unit.ts';

/** Where units may be stated outside the header itself. */
export interface UnitSources {
	readonly unitRow: readonly (ParsedUnit | null)[];
	readonly fileUnits: readonly ParsedUnit[];
	/** What a person decided, by header or `#3`. */
	readonly given?: Readonly<Record<string, string>> | undefined;
}

/** The unit of a declared field's column: as given, its header, the unit row, then the file line if it suits; the nearest wins. */
export function fieldUnit(
	field: Field,
	header: HeaderText,
	column: number,
	sources: UnitSources,
	line: number,
	log: IssueLog
): ParsedUnit | null {
	const near = nearest(header, column, sources, line, log);
	const place = { line, column: header.printed, index: column };
	if (near) {
		const found = bareMultiplier(near, field.unit);
		if (field.unit && !unitsAgree(found.family, field.unit)) {
			log.add('UNIT_SUSPECT', { ...place, details: { found: near.text, ...unitWords(field) } });
		}
		return found;
	}
	const stated = sources.fileUnits.find((unit) => field.unit !== undefined && suits(unit, field.unit));
	if (stated) return stated;
	if (field.unit === 'yuan') {
		const [zh, en] = unitNames.yuan as readonly [string, string];
		log.add('UNIT_ASSUMED', { ...place, details: { found_zh: zh, found_en: en } });
	}
	return null;
}

/** The unit of a column of figures that no field declares: as given, its header, the unit row, or the file's only unit. */
export function figureUnit(
	header: HeaderText,
	column: number,
	sources: UnitSources,
	line: number,
	log: IssueLog
): ParsedUnit | null {
	const near = nearest(header, column, sources, line, log);
	return near ?? (sources.fileUnits.length === 1 ? (sources.fileUnits[0] ?? null) : null);
}

/** A unit that a person gave; one that is none is a finding, and what the file says stays. */
function nearest(
	header: HeaderText,
	column: number,
	sources: UnitSources,
	line: number,
	log: IssueLog
): ParsedUnit | null {
	const decided = decidedFor(sources.given, column, header.printed);
	const given = decided === undefined ? null : parseUnit(decided);
	if (decided !== undefined && !given) {
		const details = {
			found: decided,
			expected_zh: '人、万人、元、万元等单位',
			expected_en: 'a unit such as 人, 万人, 元'
		};
		log.add('UNIT_SUSPECT', { line, column: header.printed, index: column, details });
	}
	return given ?? header.unit ?? sources.unitRow[column] ?? null;
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
