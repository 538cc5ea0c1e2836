/** The quarters of the demo data: three full years and what is there of the fourth. */
export const quarters: readonly string[] = [2023, 2024, 2025, 2026]
	.flatMap((year) => [1, 2, 3, 4].map((quarter) => `${year}Q${quarter}`))
	.filter((code) => code !== '2026Q4');

/** The year of a quarter, `2024Q3` → 2024. */
export const yearOf = (quarter: string): number => Number(quarter.slice(0, 4));

/** `2024Q3` → 3. */
export const numberOf = (quarter: string): number => Number(quarter.slice(5));

/** The quarter that a date falls into, `2024-08-12` → `2024Q3`. */
export const quarterOfDate = (date: string): string =>
	`${date.slice(0, 4)}Q${Math.floor((Number(date.slice(5, 7)) + 2) / 3)}`;

const numerals = ['', '一', '二', '三', '四'];

/** `2024Q3` as a report prints it. */
export const printedQuarter = (quarter: string): string => `${yearOf(quarter)}年${numerals[numberOf(quarter)]}季度`;

/** An ISO date so many days after another one. */
export function dateAfter(date: string, days: number): string {
	return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** A day of a year by its number, 0 = 1 January. */
export const dayOfYear = (year: number, day: number): string => dateAfter(`${year}-01-01`, day);
