import type { Dataset, Field } from '#lib/datasets/dataset.ts';
import { headerKey } from '../map/header-text.ts';
import type { LoadPlan, PlannedColumn } from '../map/plan.ts';
import { parseUnit } from '../map/unit.ts';
import { plainText } from '../normalise/characters.ts';
import { compareDecimals } from '../normalise/decimal.ts';
import { numberReader } from '../normalise/number-reader.ts';
import type { CellReader, RowContext } from '../normalise/row-context.ts';
import { csvField, csvLine } from '../receipt/csv-output.ts';
import { fieldReader, type ReaderSetting } from './field-readers.ts';
import type { RowSink } from './row-sink.ts';

/** Loads rows of the file one by one; `region` replaces the row's own label when a sum row stands for a known region. */
export interface Loader {
	load(cells: readonly string[], context: RowContext, region: string | null, total: boolean): void;
	/** Notes a sum row that is not loaded. */
	control(cells: readonly string[], context: RowContext, region: string | null): void;
	readonly regionColumns: readonly number[];
	/** Where 合计 makes a sum row of the row; in the columns of industry or ownership it only means all of them. */
	readonly labelColumns: readonly number[];
	/** A row labelled 全国 or 合计 sums up the others; false for registers, and where every row is a figure of its own. */
	readonly sumsUp: boolean;
}

/** Fields whose text never needs quotes, because it is ours. */
const textual = new Set(['text', 'id']);

/** The loader for files with one record a row. */
export function recordLoader(
	plan: LoadPlan,
	setting: ReaderSetting,
	indicators: ReadonlyMap<string, string>,
	sink: RowSink
): Loader {
	const { dataset } = plan;
	const { fields } = dataset;
	const regionColumns = plan.columns.filter((column) => column.field?.type === 'region').map((column) => column.index);
	const columns = fields.map((field) => columnOf(plan, field));
	const readers = fields.map((field, at) => {
		const column = columns[at];
		return column ? readerOf(dataset, field, column, plan, setting, indicators) : null;
	});
	const positions = columns.map((column) => column?.index ?? -1);
	const constants = fields.map((field) => (field.type === 'period' && plan.period ? periodCode(plan) : ''));
	const required = fields.map((field) => field.required === true);
	const keyed = fields.map((field) => field.key === true);
	const hasKey = keyed.includes(true);
	const quoted = fields.map((field) => textual.has(field.type));
	const numeric = fields.map((field) => field.type === 'integer' || field.type === 'decimal');
	const hasNumbers = numeric.includes(true);
	const regionAt = fields.findIndex((field) => field.type === 'region');
	const rules = rulesOf(dataset);
	const values: string[] = fields.map(() => '');
	// Only fields that the file can fill are visited for every row and become columns of the clean CSV.
	const active = fields.flatMap((field, at) => {
		const filled = (positions[at] as number) >= 0 || constants[at] !== '' || required[at] || field.name === 'unit';
		// Sum rows of a summary stand for a region even where no column names one.
		return filled || (field.type === 'region' && dataset.name === 'summary') ? [at] : [];
	});
	const names = active.map((at) => (fields[at] as Field).name);
	sink.output.write(csvLine(['_line', ...names, ...(hasNumbers ? ['_qualifier'] : [])]));

	function read(cells: readonly string[], context: RowContext, region: string | null): void {
		if (regionColumns.length > 1) context.parentRegion = parentOf(cells, regionColumns);
		for (let next = 0; next < active.length; next++) {
			const at = active[next] as number;
			if (at === pairedAt) continue;
			const position = positions[at] as number;
			let value = constants[at] as string;
			if (at === regionAt && region !== null) value = region;
			else if (position >= 0) {
				const raw =
					at === regionAt && regionColumns.length > 1 ? lastFilled(cells, regionColumns) : (cells[position] ?? '');
				value = raw === '' ? '' : (readers[at] as CellReader)(raw, context);
			}
			values[at] = value;
			if (value === '' && required[at] === true && context.failure === null) missing(at, context);
		}
		pairUnit(cells, context);
	}

	function missing(at: number, context: RowContext): void {
		const field = fields[at] as Field;
		const details = {
			expected_zh: `“${field.title.zh}”（必填，此处为空）`,
			expected_en: `“${field.title.en}” (required, empty here)`
		};
		context.fail('CELL_TYPE', columns[at]?.header.printed ?? field.title.zh, '', { details });
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
		values[valueAt] = known.reader(cells[positions[valueAt] as number] ?? '', context);
		values[unitAt] = known.base;
		if (values[valueAt] === '' && context.failure === null && required[valueAt] === true) missing(valueAt, context);
	}

	function checkRules(context: RowContext): void {
		for (const [lesser, greater] of rules) {
			const a = values[lesser] as string;
			const b = values[greater] as string;
			if (a === '' || b === '') continue;
			const inOrder = numeric[lesser] === true ? compareDecimals(a, b) <= 0 : a <= b;
			if (inOrder) continue;
			const [first, second] = [fields[lesser] as Field, fields[greater] as Field];
			const details = {
				lesser_zh: first.title.zh,
				lesser_en: first.title.en,
				greater_zh: second.title.zh,
				greater_en: second.title.en
			};
			context.fail('RULE_VIOLATED', columns[lesser]?.header.printed ?? null, `${a} > ${b}`, { details }, first.name);
		}
	}

	const indicatorAt = fields.findIndex((field) => field.name === 'indicator');
	function figures(): Record<string, string> {
		// In long tables of figures the indicator says what the value is.
		if (indicatorAt >= 0) return { [values[indicatorAt] as string]: values[valueAt] as string };
		return Object.fromEntries(
			fields.flatMap((field, at) => (numeric[at] && values[at] !== '' ? [[field.name, values[at] as string]] : []))
		);
	}

	function noteTotal(line: number, region: string | null): void {
		const member = (type: string) => values[fields.findIndex((field) => field.type === type)] || null;
		sink.controlTotals.push({
			line,
			region,
			industry: member('industry'),
			period: member('period'),
			values: figures()
		});
	}

	return {
		regionColumns,
		labelColumns: labelColumnsOf(plan, dataset.name === 'summary'),
		sumsUp: dataset.name === 'summary',
		load(cells, context, region, total) {
			read(cells, context, region);
			if (context.failure === null) checkRules(context);
			if (context.failure !== null) return sink.setAside(context.failure, context.line);
			const { keys } = sink;
			keys.begin();
			let line = '';
			for (let next = 0; next < active.length; next++) {
				const at = active[next] as number;
				const value = values[at] as string;
				line += ',';
				if (value !== '') line += quoted[at] === true ? csvField(value) : value;
				if (keyed[at] === true) keys.key(value);
				else keys.content(value);
			}
			if (hasNumbers) line += `,${context.qualifiers}`;
			const answer = hasKey ? keys.settle(context.line) : 'new';
			if (total) noteTotal(context.line, regionAt < 0 ? null : (values[regionAt] as string));
			if (answer !== 'new') return repeated(answer, context, sink, total);
			sink.output.write(`${context.line}${line}\n`);
			sink.loaded++;
		},
		control(cells, context, region) {
			context.quiet = true;
			read(cells, context, region ?? '');
			noteTotal(context.line, region);
			sink.setAside('ROW_TOTAL', context.line);
		}
	};
}

/** A row whose key was there before. A sum row gives way to the row of its own region. */
export function repeated(answer: 'same' | 'different', context: RowContext, sink: RowSink, total: boolean): void {
	const code = total ? 'ROW_TOTAL' : answer === 'same' ? 'ROW_DUPLICATE' : 'KEY_DUPLICATE';
	if (!total) context.report(code, null, null, { details: { first: String(sink.keys.firstLine) } });
	sink.setAside(code, context.line);
}

/** The code that all rows of a file without a period column get. */
export function periodCode(plan: LoadPlan): string {
	const period = plan.period?.period;
	return period ? `${period.code}${period.cumulative ? 'c' : ''}` : '';
}

/** Text of the last region column that is filled: 区县 if given, else 市. */
export function lastFilled(cells: readonly string[], columns: readonly number[]): string {
	for (let at = columns.length - 1; at >= 0; at--) {
		const cell = cells[columns[at] as number] ?? '';
		if (cell.trim() !== '') return cell;
	}
	return '';
}

/** Text of the region column before that. */
export function parentOf(cells: readonly string[], columns: readonly number[]): string | null {
	const filled = columns.map((column) => cells[column] ?? '').filter((cell) => cell.trim() !== '');
	return filled.length > 1 ? (filled[filled.length - 2] ?? null) : null;
}

/** Region, period and unmapped first columns; in registers the first two columns, wherever 合计 is written there. */
export function labelColumnsOf(plan: LoadPlan, sumsUp: boolean): number[] {
	const breakdowns = ['industry', 'ownership', 'union_system'];
	return plan.columns.flatMap(({ index, field }) => {
		const type = field?.type ?? 'none';
		const label = type === 'region' || (sumsUp ? type === 'period' || (index === 0 && type === 'none') : index < 2);
		return label && !breakdowns.includes(type) ? [index] : [];
	});
}

function columnOf(plan: LoadPlan, field: Field): PlannedColumn | undefined {
	return plan.columns.filter((column) => column.field?.name === field.name).at(field.type === 'region' ? -1 : 0);
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
	if (field.name !== 'indicator') return reader;
	return (raw, context) => {
		const text = reader(raw, context);
		return indicators.get(headerKey(text)) ?? text;
	};
}

function rulesOf(dataset: Dataset): [number, number][] {
	const at = (name: string) => dataset.fields.findIndex((field) => field.name === name);
	return dataset.rules.map(({ lesser, greater }) => [at(lesser), at(greater)]);
}
