import { summaryMeasures } from './measures.ts';
import type { FileFormat } from './table-files.ts';

/** Columns of the tables by region: every figure there is. */
export const allMeasures: readonly string[] = [
	...summaryMeasures.map((measure) => measure.name),
	'studios',
	'academies'
];

/** Columns of the tables by section. */
export const industryMeasures: readonly string[] = allMeasures.filter(
	(name) => !['inventions', 'methods', 'five_small', 'studios', 'academies'].includes(name)
);

/** Columns of the tables by division. */
export const divisionMeasures: readonly string[] = [
	'units_total',
	'units_competing',
	'workers_total',
	'participants',
	'participations',
	'economic_benefit'
];

/** The years that the tables are filed by. */
export const summaryYears: readonly number[] = [2023, 2024, 2025, 2026];

/** The system of 2023 and 2025 wrote what Chinese Excel writes, the newer one UTF-8 with a byte order mark. */
export const formats: Readonly<Record<number, FileFormat>> = {
	2023: 'gb18030',
	2024: 'utf8-bom',
	2025: 'gb18030',
	2026: 'utf8-bom'
};
