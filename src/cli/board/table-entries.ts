import type { Bilingual } from '#lib/format/language.ts';
import { storedText } from '#lib/import/normalise/characters.ts';
import { readTable } from '#lib/import/index.ts';
import type { ReadOptions } from '#lib/import/options.ts';
import { isNote } from '#lib/import/locate/row-shape.ts';
import { totalLabel } from '#lib/import/validate/totals.ts';
import type { Entry, Standing } from '#lib/leaderboard/entry.ts';
import type { Exact } from '#lib/leaderboard/exact.ts';
import type { BoardRules } from '#lib/leaderboard/rules.ts';
import { UsageError } from '#lib/release/question/usage-error.ts';
import { exactCell, rankCell } from './cells.ts';
import { columnsOf, type TableColumns } from './table-columns.ts';

/** The entries of a table, with what a person should know of how it was read. */
export interface TableEntries {
	readonly entries: readonly Entry[];
	readonly remarks: readonly Bilingual[];
	/** SHA-256 of the file, hex. */
	readonly sha256: string;
}

/** Reads any plain results table, whatever its encoding, dialect and title lines. Throws a UsageError where it is none. */
export async function entriesOfTable(
	bytes: Uint8Array,
	options: ReadOptions,
	rules: BoardRules
): Promise<TableEntries> {
	const { receipt, rows } = await readTable(bytes, options);
	const { table, sha256, format } = receipt;
	if (!table || table.headerFirst === 0) {
		throw new UsageError(
			`${options.fileName} 中找不到带表头的表格；gongbang check 会说明原因。`,
			`${options.fileName} holds no table with a header; gongbang check tells why.`
		);
	}
	const lines = linesOf(rows, format === 'xlsx');
	const first = lines.findIndex((line) => line >= table.headerFirst);
	const last = lines.findLastIndex((line) => line <= table.headerLast);
	const columns = columnsOf(rules, headerOf(rows.slice(first, last + 1)));
	const reader = new RowReader(rules, columns);
	const entries = rows.slice(last + 1).flatMap((row, index) => reader.entry(row, lines[last + 1 + index] ?? 0) ?? []);
	if (entries.length === 0) {
		throw new UsageError(
			`${options.fileName} 的表头下面没有成绩。`,
			`${options.fileName} has no results below its header.`
		);
	}
	return { entries, remarks: reader.remarks(), sha256 };
}

/** The line of the file that each row begins at; rows of a workbook are its lines. */
function linesOf(rows: readonly (readonly string[])[], workbook: boolean): number[] {
	let next = 1;
	return rows.map((row) => {
		const line = next;
		next += workbook ? 1 : 1 + row.reduce((breaks, cell) => breaks + cell.split('\n').length - 1, 0);
		return line;
	});
}

/** One name a column: of a header of several lines the lowest that says something. */
function headerOf(lines: readonly (readonly string[])[]): string[] {
	const width = Math.max(0, ...lines.map((line) => line.length));
	return Array.from({ length: width }, (_, index) =>
		storedText(lines.findLast((line) => (line[index] ?? '').trim() !== '')?.[index] ?? '')
	);
}

class RowReader {
	readonly #rules: BoardRules;
	readonly #columns: TableColumns;
	readonly #unreadable: number[] = [];
	readonly #keyless: number[] = [];
	readonly #totals: number[] = [];

	constructor(rules: BoardRules, columns: TableColumns) {
		this.#rules = rules;
		this.#columns = columns;
	}

	/** The entry of a row; null for blank rows, notes, sums and rows that name nobody. */
	entry(row: readonly string[], line: number): Entry | null {
		if (row.every((cell) => cell.trim() === '') || isNote(row)) return null;
		const at = this.#columns;
		const key = text(row, at.key);
		if (key === '') return aside(this.#keyless, line);
		if (totalLabel(key).kind !== 'none') return aside(this.#totals, line);
		const values = Object.fromEntries(
			Object.entries(at.values).map(([field, column]) => [field, this.#value(row, column, line)])
		);
		return {
			key,
			name: at.name === null ? key : text(row, at.name) || key,
			...(at.group.length === 0 ? {} : { group: at.group.map((column) => text(row, column)).join(' · ') }),
			...(at.event === null ? {} : { event: text(row, at.event) }),
			...(at.team === null ? {} : { team: text(row, at.team) || null }),
			...(at.award === null ? {} : { award: text(row, at.award) || null }),
			...(at.publishedRank === null ? {} : { publishedRank: rankCell(row[at.publishedRank] ?? '') }),
			...(at.denominator === null ? {} : { denominator: this.#number(row, at.denominator, line) }),
			...(at.at === null ? {} : { at: text(row, at.at) }),
			values,
			standing: this.#standing(row)
		};
	}

	/** What was left out or could not be read, with the lines of the file. */
	remarks(): Bilingual[] {
		const { absent } = this.#columns;
		return [
			...(absent.length > 0
				? [
						{
							zh: `表中没有 ${absent.join('、')}，这些步骤不起作用。`,
							en: `The table has no ${absent.join(', ')}; these steps decide nothing.`
						}
					]
				: []),
			...about(this.#unreadable, '读不成数，按缺数处理', 'not readable as a figure, taken as missing'),
			...about(this.#keyless, '没有写明是谁，未列入', 'name nobody and are left out'),
			...about(this.#totals, '是合计行，未列入', 'are sums and are left out')
		];
	}

	#standing(row: readonly string[]): Standing {
		const { eligibility } = this.#rules;
		const { standing } = this.#columns;
		if (!eligibility || standing === null) return 'eligible';
		const word = text(row, standing);
		return Object.hasOwn(eligibility.values, word) ? (eligibility.values[word] as Standing) : 'eligible';
	}

	#value(row: readonly string[], column: TableColumns['values'][string], line: number): Exact | null {
		if (typeof column === 'number') return this.#number(row, column, line);
		const [top, bottom] = [this.#number(row, column.numerator, line), this.#number(row, column.denominator, line)];
		if (top === null || bottom === null || typeof top === 'object' || typeof bottom === 'object') return null;
		return { numerator: top, denominator: bottom };
	}

	#number(row: readonly string[], column: number, line: number): Exact | null {
		const value = exactCell(row[column] ?? '');
		return value === 'unreadable' ? aside(this.#unreadable, line) : value;
	}
}

function text(row: readonly string[], column: number): string {
	return storedText(row[column] ?? '');
}

function aside(lines: number[], line: number): null {
	if (lines.at(-1) !== line) lines.push(line);
	return null;
}

/** The first lines by number, the others by how many they are. */
const named = 5;

function about(lines: readonly number[], zh: string, en: string): Bilingual[] {
	if (lines.length === 0) return [];
	const list = lines.slice(0, named).join(', ');
	const more = lines.length > named;
	return [
		{
			zh: `第 ${list}${more ? ` 等 ${lines.length}` : ''} 行${zh}。`,
			en: `Lines ${list}${more ? ` and others (${lines.length} in all)` : ''}: ${en}.`
		}
	];
}
