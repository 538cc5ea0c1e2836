import type { Profile } from '#lib/dimensions/profile.ts';
import type { IssueCode } from '../issue.ts';
import type { IssueLog } from '../issue-log.ts';
import { mayBeNote, mayBeTotal } from '../locate/first-characters.ts';
import { isBlankRow, isNote, rowShape } from '../locate/row-shape.ts';
import type { TablePlace } from '../locate/locate.ts';
import { headerText } from '../map/header-text.ts';
import { isKnownHeader } from '../map/choose-dataset.ts';
import { controls, plainText } from '../normalise/characters.ts';
import { RowContext } from '../normalise/row-context.ts';
import { damage, type RowBlock } from '../parse/row-blocks.ts';
import type { Loader } from './loader.ts';
import { impliedRegion } from './region-reader.ts';
import type { RowDecisions } from './row-decisions.ts';
import type { RowSink } from './row-sink.ts';
import { totalLabel } from './totals.ts';

const byteOrderMark = 0xfeff;

/** What the feeder needs beside the rows. */
export interface FeederSetting {
	readonly place: TablePlace;
	readonly loader: Loader;
	readonly sink: RowSink;
	readonly log: IssueLog;
	readonly profile: Profile;
	readonly decisions: RowDecisions;
	readonly regionsSeen: ReadonlySet<string>;
	/** Short rows are blank at the end (sheets). */
	readonly padded: boolean;
	/** An unreadable character is damage of this file's bytes, or was there before the export. */
	readonly damageCode: 'ENC_INVALID_BYTES' | 'ENC_MOJIBAKE';
	/** The file ends without a line end. */
	readonly openEnd: () => boolean;
}

interface SumRow {
	cells: string[];
	line: number;
	column: number;
	corrected: ReadonlyMap<number, string> | null;
}

/** Sorts the rows below the header into data, sum rows, notes, blanks and damaged ones. */
export class RowFeeder {
	readonly #setting: FeederSetting;
	readonly #context: RowContext;
	readonly #width: number;
	readonly #sums: SumRow[] = [];
	/** Line → label of sum rows that name their region, and where it stands. */
	readonly #named = new Map<number, { label: string; column: number }>();
	readonly #labelColumns: readonly number[];
	readonly #headerMark: string;
	readonly #headerColumn: number;
	readonly #decided: boolean;
	/** What the file says in cells of the row at hand that a person corrected. */
	#corrected: ReadonlyMap<number, string> | null = null;
	#gap = false;
	#ended = false;
	#notes = 0;
	#noteLine = 0;
	#noteText = '';

	constructor(setting: FeederSetting) {
		this.#setting = setting;
		this.#context = new RowContext(setting.log);
		const { header } = setting.place;
		this.#width = setting.place.width;
		this.#headerColumn = Math.max(
			0,
			header.findIndex((cell) => cell.trim() !== '')
		);
		this.#headerMark = header[this.#headerColumn] ?? '';
		this.#labelColumns = setting.loader.labelColumns;
		this.#decided = !setting.decisions.none;
	}

	/** Takes the rows of a block from `from` on. */
	feed(block: RowBlock, from: number): void {
		const { rows, extraLines } = block;
		let line = block.firstLine;
		const hasExtra = extraLines.size > 0;
		const suspicious = block.damaged || block.strayRows.size > 0 || block.unclosedRows.size > 0;
		for (let at = 0; at < rows.length; at++) {
			const cells = rows[at] as string[];
			if (at >= from && !(this.#decided && this.#decide(cells, line))) {
				if (block.controls && cells.some((cell) => controls.test(cell))) this.#setting.log.add('CTRL_CHARS', { line });
				const damaged = suspicious ? this.#damageOf(block, cells, at) : null;
				if (damaged) this.#reject(damaged, line, cells);
				else this.#take(cells, line, block.last && at === rows.length - 1);
			}
			line += hasExtra ? 1 + (extraLines.get(at) ?? 0) : 1;
		}
	}

	/** Corrects the row's cells as a person decided; true when the row is set aside altogether. */
	#decide(cells: string[], line: number): boolean {
		const { decisions, sink } = this.#setting;
		this.#corrected = decisions.correct(line, cells);
		if (!decisions.skips(line) || isBlankRow(cells)) return false;
		this.#counted(line);
		sink.setAside('SKIPPED', line);
		return true;
	}

	#begin(line: number): void {
		this.#context.begin(line);
		this.#context.corrected = this.#corrected;
	}

	/** Settles the sum rows once all regions of the file are known. */
	finish(): void {
		const { loader, profile, regionsSeen, log, sink } = this.#setting;
		const implied = this.#sums.length === 0 ? null : impliedRegion(profile, regionsSeen);
		for (const { cells, line, column, corrected } of this.#sums) {
			const region = loader.sumsUp && this.#standsForAll(cells) ? implied : null;
			this.#corrected = corrected;
			this.#begin(line);
			this.#reportTotal(line, column, cells.find((cell) => cell.trim() !== '') ?? null);
			sink.bareTotals.set(line, { column, subtotal: this.#isSubtotal(cells[column] ?? '') });
			if (region === null) loader.control(cells, this.#context, null);
			else loader.load(cells, this.#context, region, true);
			sink.lastLine = Math.max(sink.lastLine, line);
		}
		sink.keepTotals((total) => !this.#named.has(total.line) || this.#hasParts(total.region));
		for (const line of new Set(sink.controlTotals.map((total) => total.line))) {
			const named = this.#named.get(line);
			if (named) this.#reportTotal(line, named.column, named.label);
		}
		if (this.#notes > 0)
			log.add('PREAMBLE_SKIPPED', { line: this.#noteLine, sample: this.#noteText, count: this.#notes }, 'below');
	}

	#reportTotal(line: number, column: number, sample: string | null): void {
		this.#setting.log.add('ROW_TOTAL', {
			line,
			column: this.#setting.place.header[column] ?? null,
			index: column,
			sample
		});
	}

	#isSubtotal(label: string): boolean {
		const read = totalLabel(label);
		return read.kind === 'bare' && read.subtotal;
	}

	/** 全国 in a file of nothing but 全国 is no sum of anything. */
	#hasParts(region: string | null): boolean {
		const { profile, regionsSeen } = this.#setting;
		const parents = new Map(profile.regions.map(({ code, parent }) => [code, parent]));
		return [...regionsSeen].some((code) => {
			for (let above = parents.get(code); above; above = parents.get(above)) if (above === region) return true;
			return false;
		});
	}

	#damageOf(block: RowBlock, cells: readonly string[], at: number): IssueCode | null {
		if (block.unclosedRows.has(at)) return 'QUOTE_UNCLOSED';
		if (block.strayRows.has(at)) return 'QUOTE_STRAY';
		return block.damaged && cells.some((cell) => damage.test(cell)) ? this.#setting.damageCode : null;
	}

	#reject(code: IssueCode, line: number, cells: readonly string[], details: Record<string, string> = {}): void {
		const { log, sink } = this.#setting;
		// Unreadable bytes were reported once, with their place, when the encoding was found.
		if (code !== 'ENC_INVALID_BYTES') log.add(code, { line, sample: cells.join(','), details });
		this.#counted(line);
		sink.setAside(code, line);
	}

	#take(cells: string[], line: number, lastOfFile: boolean): void {
		const { log, loader, padded } = this.#setting;
		const first = cells[0] ?? '';
		if ((first === '' || first.charCodeAt(0) <= 32) && isBlankRow(cells)) {
			this.#gap = true;
			log.add('ROW_BLANK', { line });
			return;
		}
		if (this.#ended) {
			if (this.#gap) this.#isForeign(cells, line);
			return this.#note(cells, line);
		}
		if (
			(mayBeNote(first === '' ? (cells[this.#headerColumn] ?? '') : first) && isNote(cells)) ||
			this.#isForeign(cells, line)
		)
			return this.#note(cells, line);
		if (cells.length !== this.#width && !this.#hasWidth(cells, line, lastOfFile)) return;
		if (padded) while (cells.length < this.#width) cells.push('');
		this.#counted(line);
		const labels = this.#labelColumns;
		for (let at = 0; at < labels.length; at++) {
			const column = labels[at] as number;
			const cell = cells[column] ?? '';
			if (!mayBeTotal(cell)) continue;
			const label = totalLabel(cell);
			if (label.kind === 'bare')
				return void this.#sums.push({ cells: [...cells], line, column, corrected: this.#corrected });
			if (label.kind !== 'none' && loader.sumsUp && loader.regionColumns.includes(column)) {
				this.#named.set(line, { label: cell, column });
				this.#begin(line);
				return loader.load(cells, this.#context, null, true);
			}
		}
		this.#begin(line);
		loader.load(cells, this.#context, null, false);
	}

	#counted(line: number): void {
		const { sink } = this.#setting;
		if (sink.firstLine === 0) sink.firstLine = line;
		sink.lastLine = line;
	}

	/** A repeated header, or the beginning of another table below a blank row. */
	#isForeign(cells: readonly string[], line: number): boolean {
		const lead = cells[this.#headerColumn] ?? '';
		if ((lead === this.#headerMark || lead.charCodeAt(0) === byteOrderMark) && this.#isHeader(cells)) return true;
		if (!this.#gap) return false;
		const shape = rowShape(cells);
		if (shape.filled === 1 && this.#width > 2) return true;
		this.#gap = false;
		if (shape.numeric > 0 || shape.filled < 2) return false;
		const known = cells.filter((cell) => cell !== '' && isKnownHeader(headerText(cell).key)).length;
		if (known < 2 && !this.#namesFigures(cells)) return false;
		const details = { found_zh: `第 ${line} 行起`, found_en: `from line ${line} on` };
		this.#setting.log.add('TABLE_MULTIPLE', { line, sample: cells.join(','), details }, String(line));
		this.#ended = true;
		return true;
	}

	/** Words wherever the table has figures are the header of another one. */
	#namesFigures(cells: readonly string[]): boolean {
		const { figureColumns } = this.#setting.place;
		return figureColumns.length > 0 && figureColumns.every((column) => (cells[column] ?? '').trim() !== '');
	}

	#isHeader(cells: readonly string[]): boolean {
		const { header } = this.#setting.place;
		return header.every((text, column) => plainText(text) === plainText(cells[column] ?? ''));
	}

	#hasWidth(cells: readonly string[], line: number, lastOfFile: boolean): boolean {
		const width = this.#width;
		const details = { expected: String(width), found: String(cells.length) };
		if (cells.length > width) {
			for (let at = width; at < cells.length; at++) {
				if ((cells[at] ?? '').trim() === '') continue;
				this.#reject('ROW_TOO_MANY', line, cells, details);
				return false;
			}
			return true;
		}
		if (this.#setting.padded) return true;
		this.#reject(lastOfFile && this.#setting.openEnd() ? 'FILE_TRUNCATED' : 'ROW_TOO_FEW', line, cells, details);
		return false;
	}

	/** Whether the sum is over the regions: not a 小计, and not over the periods of one region. */
	#standsForAll(cells: readonly string[]): boolean {
		const { regionColumns } = this.#setting.loader;
		return this.#labelColumns.every((column) => {
			const label = totalLabel(cells[column] ?? '');
			if (label.kind === 'bare') return !label.subtotal && (regionColumns.includes(column) || column === 0);
			return !regionColumns.includes(column) || (cells[column] ?? '').trim() === '';
		});
	}

	#note(cells: readonly string[], line: number): void {
		if (this.#notes === 0) {
			this.#noteLine = line;
			this.#noteText = cells.filter((cell) => cell !== '').join(' ');
		}
		this.#notes++;
	}
}
