import { datasets } from '#lib/datasets/index.ts';
import type { FieldType } from '#lib/datasets/dataset.ts';
import type { ParsedPeriod } from '#lib/dimensions/period.ts';
import { headerPeriod } from './header-period.ts';
import { headerText, type HeaderText } from './header-text.ts';
import { headerIndex } from './match-headers.ts';
import { isPersonal, isPersonName } from './personal.ts';

/** A column that stands for one period or one region: 2023年职工人数, or 江苏 in a table with indicators as rows. */
export interface SlicedColumn {
	readonly index: number;
	readonly period: ParsedPeriod | null;
	/** 一季度 beside a column of years: completed by the year of each row. */
	readonly within: string | null;
	readonly region: string | null;
	/** What the column holds, without period and region; its key is '' when nothing else is written. */
	readonly header: HeaderText;
	readonly group: string;
}

/** What the cutting of a header into slices needs to know. */
export interface SliceSetting {
	/** The year of periods written without one. */
	readonly year: number | undefined;
	readonly unionYear: boolean;
	/** The period that the file is about, from which 上年同期 is seen. */
	readonly current: ParsedPeriod | null;
	/** A region by its name, null for anything else; asked for only where no column names regions. */
	region(text: string): string | null;
	/** Whether the column holds figures, or nothing that says otherwise. */
	holdsFigures(column: number): boolean;
}

/** Fewer headers that read as regions are a coincidence. */
const enoughRegions = 2;

/** For every column what it stands for; null for those that all slices share. Null when the table is not cut at all. */
export function sliceColumns(
	headers: readonly HeaderText[],
	groups: readonly string[],
	setting: SliceSetting
): (SlicedColumn | null)[] | null {
	const types = headers.map(({ key }) => sharedType(key));
	const periodColumn = types.includes('period');
	const regions = types.includes('region') ? null : regionsOf(headers, groups, types, setting);
	const columns = headers.map((header, index): SlicedColumn | null => {
		const known = types[index] !== null && groups[index] === '';
		if (known || isPersonal(header.printed) || isPersonName(header.printed)) return null;
		if (!setting.holdsFigures(index)) return null;
		const region = regions?.[index] ?? null;
		const named = region === null ? header : withoutRegion(header, groups[index] ?? '', setting);
		const group = region === null || named !== header ? (groups[index] ?? '') : '';
		const found = periodOf(named, group, periodColumn, setting);
		if (!found) return region === null ? null : { index, period: null, within: null, region, header: named, group };
		return { index, region, ...found };
	});
	return columns.some((column) => column !== null) ? columns : null;
}

/** The dimension that a header names by itself. */
function sharedType(key: string): FieldType | 'text' | null {
	if (key === '') return null;
	for (const dataset of [datasets.summary, datasets.metrics]) {
		const field = headerIndex(dataset).get(key)?.field;
		if (field && field.type !== 'integer' && field.type !== 'decimal') return field.type;
	}
	return null;
}

function regionsOf(
	headers: readonly HeaderText[],
	groups: readonly string[],
	types: readonly (string | null)[],
	setting: SliceSetting
): (string | null)[] | null {
	const regions = headers.map((header, index) => {
		if (types[index] !== null || !setting.holdsFigures(index)) return null;
		return regionNamed(header.name, setting) ?? regionNamed(groups[index] ?? '', setting);
	});
	return new Set(regions.filter((region) => region !== null)).size >= enoughRegions ? regions : null;
}

function regionNamed(text: string, setting: SliceSetting): string | null {
	return /^[\u3400-\u9fff\s]{2,12}$/.test(text) ? setting.region(text) : null;
}

/** Of 江苏 | 2023年 the period stays, of 职工人数 | 江苏 the figure. */
function withoutRegion(header: HeaderText, group: string, setting: SliceSetting): HeaderText {
	if (regionNamed(header.name, setting) === null) return header;
	return { ...headerText(group), printed: header.printed, unit: header.unit ?? headerText(group).unit };
}

function periodOf(
	header: HeaderText,
	group: string,
	periodColumn: boolean,
	setting: SliceSetting
): Omit<SlicedColumn, 'index' | 'region'> | null {
	const year = setting.year === undefined ? {} : { defaultYear: setting.year };
	const options = periodColumn ? { defaultYear: 2000 } : { ...year, unionYear: setting.unionYear };
	const current = periodColumn ? null : setting.current;
	const inHeader = headerPeriod(header.name, options, current);
	const inGroup = inHeader ? null : headerPeriod(group, options, current);
	const found = inHeader ?? inGroup;
	if (!found) return null;
	// A column of periods and a year in the header as well: the header is a name, not a second period.
	const text = inHeader ? header.name : group;
	if (periodColumn && /(?:19|20)\d{2}/.test(text)) return null;
	const own = inHeader ? found.rest : header.name;
	const above = inHeader ? group : found.rest;
	const name = own === '' ? above : own;
	const rest = headerText(name);
	return {
		period: periodColumn ? null : found.period,
		within: periodColumn ? text.replace(found.rest, '') : null,
		header: { ...rest, printed: header.printed, unit: header.unit ?? rest.unit, subItem: header.subItem },
		group: own === '' ? '' : above
	};
}
