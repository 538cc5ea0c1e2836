import type { Dataset, Field } from '#lib/datasets/dataset.ts';
import { headerKey } from '../map/header-text.ts';
import { periodWithin, type LoadPlan, type PlannedColumn } from '../map/plan.ts';
import { parseUnit } from '../map/unit.ts';
import { plainText } from '../normalise/characters.ts';
import { numberReader } from '../normalise/number-reader.ts';
import type { CellReader, RowContext } from '../normalise/row-context.ts';
import { csvLine } from '../receipt/csv-output.ts';
import { cleanRows } from './clean-rows.ts';
import { fieldReader, type ReaderSetting } from './field-readers.ts';
import type { EarlierRow } from './key-index.ts';
import type { Loader } from './loader.ts';
import { orderRules } from './order-rules.ts';
import {
	columnOf,
	labelColumnsOf,
	lastFilledAt,
	parentOf,
	periodCode,
	regionColumnsOf,
	requiredDetails
} from './row-columns.ts';
import type { RowSink } from './row-sink.ts';

/** Fields whose text never needs quotes, because it is ours. */
const textual = new Set(['text', 'id']);

/** The loader for files with one record a row, and for one slice of a table with several. */
export function recordLoader(
	plan: LoadPlan,
	setting: ReaderSetting,
	indicators: ReadonlyMap<string, string>,
	sink: RowSink
): Loader {
	const { dataset, slice } = plan;
	const { fields } = dataset;
	const regionColumns = regionColumnsOf(plan);
	const columns = fields.map((field) => columnOf(plan, field));
	const readers = fields.map((field, at) => {
		const column = columns[at];
		return column ? readerOf(dataset, field, column, plan, setting, indicators) : null;
	});
	const positions = columns.map((column) => column?.index ?? -1);
	const constants = fields.map((field) => {
		if (field.type === 'region' && slice?.region) return slice.region;
		return field.type === 'period' && plan.period && columnOf(plan, field) === undefined ? periodCode(plan) : '';
	});
	const required = fields.map((field) => field.required === true);
	const keyed = fields.map((field) => field.key === true);
	const hasKey = keyed.includes(true);
	const quoted = fields.map((field) => textual.has(field.type));
	const numeric = fields.map((field) => field.type === 'integer' || field.type === 'decimal');
	const hasNumbers = numeric.includes(true);
	// Only figures that are added up are traced back to their cells.
	const traced = dataset.name === 'summary' || dataset.name === 'metrics';
	const regionAt = fields.findIndex((field) => field.type === 'region');
	const checkRules = orderRules(dataset, columns);
	const values: string[] = fields.map(() => '');
	// Only fields that the file can fill are visited for every row and become columns of the clean CSV.
	const active = fields.flatMap((field, at) => {
		const filled = (positions[at] as number) >= 0 || constants[at] !== '' || required[at] || field.name === 'unit';
		if (slice?.filled.has(field.name)) return [at];
		// Sum rows of a summary stand for a region even where no column names one.
		return filled || (field.type === 'region' && dataset.name === 'summary') ? [at] : [];
	});
	const names = active.map((at) => (fields[at] as Field).name);
	if (!slice || slice.first) {
		const marks = [...(hasNumbers ? ['_qualifier'] : []), ...(traced ? ['_original'] : [])];
		sink.output.write(csvLine(['_line', ...names, ...marks]));
		const ofKey = active.map((at) => keyed[at] === true);
		if (hasKey) sink.keys.readAgain(() => writtenRows(sink.output.written, ofKey));
	}

	function read(cells: readonly string[], context: RowContext, region: string | null): void {
		if (regionColumns.length > 1) context.parentRegion = parentOf(cells, regionColumns);
		for (let next = 0; next < active.length; next++) {
			const at = active[next] as number;
			if (at === pairedAt) continue;
			let position = positions[at] as number;
			let value = constants[at] as string;
			if (at === regionAt && region !== null) value = region;
			else if (position >= 0) {
				if (at === regionAt && regionColumns.length > 1) position = lastFilledAt(cells, regionColumns);
				const raw = cells[position] ?? '';
				context.column = position;
				value = raw === '' ? '' : (readers[at] as CellReader)(raw, context);
				if (traced && (value !== raw || context.corrected !== null) && numeric[at] === true)
					context.keepOriginal(names[next] as string, position, raw, value);
			}
			values[at] = value;
			if (value === '' && required[at] === true && context.failure === null) missing(at, context);
		}
		pairUnit(cells, context);
	}

	function missing(at: number, context: RowContext): void {
		const field = fields[at] as Field;
		const column = columns[at];
		context.column = column?.index ?? null;
		context.fail('CELL_TYPE', column?.header.printed ?? field.title.zh, '', { details: requiredDetails(field) });
	}

	const unitAt = fields.findIndex((field) => field.name === 'unit');
	const valueAt = fields.findIndex((field) => field.name === 'value' || field.name === 'target');
	const unitReaders = new Map<string, { reader: CellReader; base: string }>();
	const paired = unitAt >= 0 && valueAt >= 0 && (positions[valueAt] as number) >= 0;
	const pairedAt = paired ? valueAt : -1;
	/** In long tables of figures 万元 may stand in a column of its own: it scales the figure of its row. */
	function pairUnit(cells: readonly string[], context: RowContext): void {
		if (!paired) return;
		values[valueAt] = '';
		if (context.failure !== null) return;
		const column = columns[valueAt] as PlannedColumn;
		const text = plainText((positions[unitAt] as number) >= 0 ? (cells[positions[unitAt] as number] ?? '') : '');
		let known = unitReaders.get(text);
		if (!known) {
			const unit = text === '' ? column.unit : parseUnit(text);
			const field = fields[valueAt] as Field;
			const { unit: _own, ...unitless } = field;
			const header = column.header.printed;
			const reader = numberReader({ name: field.name, header, field: unitless, unit, signed: true });
			known = { reader, base: unit?.base ?? text };
			unitReaders.set(text, known);
		}
		context.qualifiers = '';
		context.foundUnit = '';
		context.column = column.index;
		const raw = cells[column.index] ?? '';
		values[valueAt] = known.reader(raw, context);
		values[unitAt] = known.base === '' ? context.foundUnit : known.base;
		if (traced) context.keepOriginal((fields[valueAt] as Field).name, column.index, raw, values[valueAt] as string);
		// A period without a figure in a table of several is no damage.
		if (values[valueAt] === '' && context.failure === null && required[valueAt] === true && !slice)
			missing(valueAt, context);
	}

	const indicatorAt = fields.findIndex((field) => field.name === 'indicator');
	/** A figure in another unit than its indicator is declared in is another figure. */
	function checkDeclared(cells: readonly string[], context: RowContext): void {
		if (!paired || indicatorAt < 0) return;
		const finding = setting.checkUnit(values[indicatorAt] as string, values[unitAt] as string);
		if (!finding) return;
		const column = (positions[unitAt] as number) >= 0 ? columns[unitAt] : columns[valueAt];
		context.column = column?.index ?? null;
		context.fail('UNIT_SUSPECT', column?.header.printed ?? null, cells[column?.index ?? -1] ?? null, finding);
	}

	function figures(): Record<string, string> {
		// In long tables of figures the indicator says what the value is.
		if (indicatorAt >= 0) return { [values[indicatorAt] as string]: values[valueAt] as string };
		return Object.fromEntries(
			fields.flatMap((field, at) => (numeric[at] && values[at] !== '' ? [[field.name, values[at] as string]] : []))
		);
	}

	function noteTotal(line: number, region: string | null): void {
		const member = (type: string) => values[fields.findIndex((field) => field.type === type)] || null;
		const industry = member('industry');
		sink.controlTotals.push({ line, region, industry, period: member('period'), values: figures() });
	}

	/** Whether the slice has no figure in this row. */
	function isBlank(): boolean {
		return slice !== null && numeric.every((is, at) => !is || values[at] === '');
	}

	return {
		regionColumns,
		labelColumns: labelColumnsOf(plan, dataset.name === 'summary'),
		sumsUp: dataset.name === 'summary',
		load(cells, context, region, total) {
			read(cells, context, region);
			if (context.failure === null) checkDeclared(cells, context);
			if (context.failure === null) checkRules(values, cells, context);
			if (context.failure !== null) return sink.setAside(context.failure, context.line);
			if (isBlank()) return;
			context.column = null;
			const { keys, output } = sink;
			keys.begin();
			for (let next = 0; next < active.length; next++) {
				const at = active[next] as number;
				if (keyed[at] === true) keys.key(values[at] as string);
				else keys.content(values[at] as string);
			}
			const answer = hasKey ? keys.settle(context.line) : 'new';
			if (total) noteTotal(context.line, regionAt < 0 ? null : (values[regionAt] as string));
			if (answer !== 'new') return repeated(answer, context, sink, total);
			output.begin(context.line);
			for (let next = 0; next < active.length; next++) {
				const at = active[next] as number;
				if (quoted[at] === true) output.text(values[at] as string);
				else output.cell(values[at] as string);
			}
			if (hasNumbers) output.cell(context.qualifiers);
			if (traced) output.text(context.originals);
			output.end();
			sink.loaded++;
		},
		control(cells, context, region) {
			context.quiet = true;
			read(cells, context, region ?? slice?.region ?? '');
			noteTotal(context.line, region ?? slice?.region ?? null);
			sink.setAside('ROW_TOTAL', context.line);
		}
	};
}

/** The rows of clean CSV as they were settled; `ofKey` says of each column behind the line whether it is part of the key. */
function* writtenRows(csv: Uint8Array, ofKey: readonly boolean[]): Generator<EarlierRow> {
	const rows = cleanRows(csv);
	rows.next();
	for (const [line, ...values] of rows) {
		const key = values.filter((_, at) => ofKey[at] === true);
		const content = values.filter((_, at) => ofKey[at] === false);
		yield { line: Number(line), key, content };
	}
}

/** A row whose key was there before. A sum row gives way to the row of its own region. */
export function repeated(answer: 'same' | 'different', context: RowContext, sink: RowSink, total: boolean): void {
	const code = total ? 'ROW_TOTAL' : answer === 'same' ? 'ROW_DUPLICATE' : 'KEY_DUPLICATE';
	if (!total) context.report(code, null, null, { details: { first: String(sink.keys.firstLine) } });
	sink.setAside(code, context.line);
}

function readerOf(
	dataset: Dataset,
	field: Field,
	column: PlannedColumn,
	plan: LoadPlan,
	setting: ReaderSetting,
	indicators: ReadonlyMap<string, string>
): CellReader {
	const reader = fieldReader(dataset, field, column, setting);
	const within = plan.slice?.within;
	if (field.type === 'period' && within) return withinReader(reader, within, column.header.printed);
	if (field.name !== 'indicator') return reader;
	return (raw, context) => {
		const text = reader(raw, context);
		return indicators.get(headerKey(text)) ?? text;
	};
}

/** 一季度 in the header and a year in the row are one period. */
export function withinReader(reader: CellReader, within: string, header: string): CellReader {
	return (raw, context) => {
		const year = reader(raw, context);
		if (year === '') return '';
		const period = periodWithin(within, year);
		const details = { expected_zh: `年份（列名已写明“${within}”）`, expected_en: `a year (the header says ${within})` };
		return period ?? context.fail('CELL_TYPE', header, raw, { details });
	};
}
