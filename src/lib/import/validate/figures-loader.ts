import type { LoadPlan } from '../map/plan.ts';
import type { Profile } from '#lib/dimensions/profile.ts';
import { numberReader } from '../normalise/number-reader.ts';
import type { RowContext } from '../normalise/row-context.ts';
import { csvField, csvLine } from '../receipt/csv-output.ts';
import { fieldReader, type ReaderSetting } from './field-readers.ts';
import type { Loader } from './loader.ts';
import { repeated, withinReader } from './record-loader.ts';
import { labelColumnsOf, lastFilledAt, parentOf, periodCode, regionColumnsOf, requiredDetails } from './row-columns.ts';
import type { RowSink } from './row-sink.ts';

/** The loader for wide tables of figures: every indicator column of a row becomes a row of the long form. */
export function figuresLoader(plan: LoadPlan, profile: Profile, setting: ReaderSetting, sink: RowSink): Loader {
	const { slice } = plan;
	const { fields } = plan.dataset;
	const valueField = fields.find((field) => field.name === 'value');
	if (!valueField) throw new RangeError(`Dataset ${plan.dataset.name} has no value field`);
	const regionColumns = regionColumnsOf(plan);
	const shared = plan.columns.flatMap((column) => {
		if (!column.field || column.field.name === 'unit') return [];
		const reader = fieldReader(plan.dataset, column.field, column, setting);
		const within = column.field.type === 'period' ? slice?.within : null;
		return [
			{
				name: column.field.name,
				type: column.field.type,
				index: column.index,
				reader: within ? withinReader(reader, within, column.header.printed) : reader
			}
		];
	});
	const declared = new Map(profile.metrics.map((metric) => [metric.indicator, metric]));
	const figures = plan.columns.flatMap(({ indicator, header, unit, index }) => {
		if (indicator === null || (unit && setting.checkUnit(indicator, unit.base))) return [];
		const { unit: _any, ...field } = valueField;
		const reader = numberReader({ name: 'value', header: header.printed, field, unit, signed: true });
		return [{ indicator, index, reader, unit: unit ? unit.base : (declared.get(indicator)?.unit ?? '') }];
	});
	if (!slice || slice.first)
		sink.output.write(csvLine(['_line', ...fields.map((field) => field.name), '_qualifier', '_original']));

	function readShared(cells: readonly string[], context: RowContext, region: string | null): Map<string, string> {
		if (regionColumns.length > 1) context.parentRegion = parentOf(cells, regionColumns);
		const values = new Map<string, string>([['period', periodCode(plan)]]);
		for (const { name, type, index, reader } of shared) {
			if (type === 'region' && region !== null) continue;
			const position = type === 'region' ? lastFilledAt(cells, regionColumns) : index;
			const raw = cells[position] ?? '';
			context.column = position;
			values.set(name, raw === '' ? '' : reader(raw, context));
		}
		if (region !== null) values.set('region', region);
		else if (slice?.region) values.set('region', slice.region);
		for (const field of fields) {
			if (field.required !== true || field.name === 'indicator' || field.name === 'value') continue;
			const given = (values.get(field.name) ?? '') !== '' || (field.type === 'region' && region === '');
			if (given || context.failure !== null) continue;
			context.column = shared.find(({ name }) => name === field.name)?.index ?? null;
			context.fail('CELL_TYPE', field.title.zh, '', { details: requiredDetails(field) });
		}
		return values;
	}

	function readFigures(cells: readonly string[], context: RowContext) {
		return figures.map(({ indicator, index, reader, unit }) => {
			context.qualifiers = '';
			context.originals = '';
			context.foundUnit = '';
			context.column = index;
			const raw = cells[index] ?? '';
			const value = raw === '' ? '' : reader(raw, context);
			if (value !== raw || context.corrected !== null) context.keepOriginal('value', index, raw, value);
			const own = unit === '' ? context.foundUnit : unit;
			return { indicator, unit: own, value, qualifiers: context.qualifiers, originals: context.originals };
		});
	}

	function noteTotal(
		context: RowContext,
		region: string | null,
		values: ReadonlyMap<string, string>,
		read: ReturnType<typeof readFigures>
	): void {
		const known = read.filter(({ value }) => value !== '').map(({ indicator, value }) => [indicator, value]);
		const period = values.get('period') || null;
		sink.controlTotals.push({ line: context.line, region, industry: null, period, values: Object.fromEntries(known) });
	}

	return {
		regionColumns,
		labelColumns: labelColumnsOf(plan, true),
		sumsUp: true,
		load(cells, context, region, total) {
			const values = readShared(cells, context, region);
			const read = readFigures(cells, context);
			if (context.failure !== null) return sink.setAside(context.failure, context.line);
			if (slice && read.every(({ value }) => value === '')) return;
			context.column = null;
			if (total) noteTotal(context, values.get('region') || null, values, read);
			sink.keys.begin();
			for (const name of ['region', 'period', 'basis']) sink.keys.key(values.get(name) ?? '');
			for (const { value } of read) sink.keys.content(value);
			const answer = sink.keys.settle(context.line);
			if (answer !== 'new') return repeated(answer, context, sink, total);
			for (const { indicator, unit, value, qualifiers, originals } of read) {
				if (value === '') continue;
				const own: Readonly<Record<string, string>> = { indicator, value, unit };
				const cellsOut = fields.map((field) => csvField(own[field.name] ?? values.get(field.name) ?? ''));
				sink.output.write(`${context.line},${cellsOut.join(',')},${qualifiers},${csvField(originals)}\n`);
			}
			sink.loaded++;
		},
		control(cells, context, region) {
			context.quiet = true;
			const values = readShared(cells, context, region ?? slice?.region ?? '');
			noteTotal(context, region ?? slice?.region ?? null, values, readFigures(cells, context));
			sink.setAside('ROW_TOTAL', context.line);
		}
	};
}
