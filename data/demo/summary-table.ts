import { printedQuarter } from './calendar.ts';
import { summaryMeasures, type Figures } from './measures.ts';
import type { Cell, FileFormat, TableFile } from './table-files.ts';

/** One line of a summary table. */
export interface SummaryLine {
	readonly quarter: string;
	/** As printed: a year where the line stands for a whole year. */
	readonly period?: string;
	readonly region: string;
	readonly industry?: string;
	readonly ownership?: string;
	readonly figures: Figures;
}

/** How an office lays out its table. */
export interface SummaryLayout {
	readonly name: string;
	readonly format: FileFormat;
	readonly title: string;
	/** Headers of the columns before the figures; a table whose title names the quarter has no period column. */
	readonly period?: string;
	readonly region: string;
	readonly industry?: string;
	readonly ownership?: string;
	/** Names of the figures, in order. */
	readonly measures: readonly string[];
	/** Print large figures in 万, to the last person. */
	readonly inTenThousands?: boolean;
	/** Thousands separators, as reports to be printed have them. */
	readonly grouped?: boolean;
	readonly notes?: readonly string[];
}

const largeMeasures: Record<string, string> = {
	workers_total: '万人',
	participations: '万人次',
	participants: '万人',
	skilled_workers: '万人',
	high_skilled: '万人'
};
const headers = new Map(summaryMeasures.map((measure) => [measure.name, measure.header]));
headers.set('studios', '工作室').set('academies', '工匠学院');

function header(measure: string, layout: SummaryLayout): string {
	if (measure === 'economic_benefit') return '经济效益（万元）';
	const large = layout.inTenThousands ? largeMeasures[measure] : undefined;
	return `${headers.get(measure)}${large ? `（${large}）` : ''}`;
}

function printed(measure: string, value: number | undefined, layout: SummaryLayout): Cell {
	// Only these know nothing of a figure: a blank, never a 0.
	if (value === undefined) return layout.format === 'gb18030' ? '—' : null;
	if (measure === 'economic_benefit') return layout.format === 'xlsx' ? value / 100 : (value / 100).toFixed(2);
	if (layout.inTenThousands && largeMeasures[measure]) return (value / 10_000).toFixed(4);
	if (layout.grouped && value >= 1000) return String(value).replaceAll(/\B(?=(\d{3})+$)/g, ',');
	return value;
}

/** A table as a file, with its title, the unit row of printed reports, and notes below. */
export function summaryFile(layout: SummaryLayout, lines: readonly SummaryLine[]): TableFile {
	const dimensions = [layout.period, layout.region, layout.industry, layout.ownership].filter(
		(name) => name !== undefined
	);
	return {
		name: layout.name,
		format: layout.format,
		rows: [
			[`${layout.title}（示例数据）`],
			[layout.inTenThousands ? '单位：个、万人' : '单位：个、人'],
			[...dimensions, ...layout.measures.map((measure) => header(measure, layout))],
			...lines.map((line) => [
				...(layout.period ? [line.period ?? printedQuarter(line.quarter)] : []),
				line.region,
				...(layout.industry ? [line.industry ?? null] : []),
				...(layout.ownership ? [line.ownership ?? null] : []),
				...layout.measures.map((measure) => printed(measure, line.figures[measure], layout))
			]),
			...(layout.notes ?? []).map((note) => [note])
		]
	};
}
