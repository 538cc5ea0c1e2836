import { expect, test } from 'vitest';
import { cellText, isLong, nextSort, sortRows, type Column } from '#lib/components/table.ts';

interface Place {
	name: string;
	units: number | null;
}
const name: Column<Place> = { key: 'name', title: '地区', kind: 'pinyin', value: (row) => row.name };
const units: Column<Place> = { key: 'units', title: '单位', kind: 'number', value: (row) => row.units };
const columns = [name, units];
const rows: Place[] = [
	{ name: '重庆', units: 93 },
	{ name: '安徽', units: null },
	{ name: '北京', units: 1000 },
	{ name: '陕西', units: 9 },
	{ name: '山西', units: 93 }
];
const names = (sorted: readonly Place[]) => sorted.map((row) => row.name).join(' ');

test('Chinese sorts by its reading: ān, běi, chóng, shān, shǎn', () => {
	expect(names(sortRows(rows, columns, { key: 'name', direction: 'ascending' }))).toBe('安徽 北京 重庆 山西 陕西');
	expect(names(sortRows(rows, columns, { key: 'name', direction: 'descending' }))).toBe('陕西 山西 重庆 北京 安徽');
});

test('numbers sort by size, ties keep their order, missing is last both ways', () => {
	expect(names(sortRows(rows, columns, { key: 'units', direction: 'descending' }))).toBe('北京 重庆 山西 陕西 安徽');
	expect(names(sortRows(rows, columns, { key: 'units', direction: 'ascending' }))).toBe('陕西 重庆 山西 北京 安徽');
});

test('no sort and an unknown column leave the order alone', () => {
	expect(sortRows(rows, columns, null)).toBe(rows);
	expect(sortRows(rows, columns, { key: 'gone', direction: 'ascending' })).toBe(rows);
});

test('clicks: numbers start with the largest, names with the first, the third click undoes', () => {
	const first = nextSort(units, null);
	expect(first).toEqual({ key: 'units', direction: 'descending' });
	const second = nextSort(units, first);
	expect(second).toEqual({ key: 'units', direction: 'ascending' });
	expect(nextSort(units, second)).toBeNull();
	expect(nextSort(name, first)).toEqual({ key: 'name', direction: 'ascending' });
});

test('a missing value is a dash, never 0', () => {
	expect(cellText(units, { name: '', units: null })).toBe('—');
	expect(cellText(units, { name: '', units: 0 })).toBe('0');
});

test('a name is long from 25 letters or 13 Chinese characters on', () => {
	expect(['a'.repeat(24), 'a'.repeat(25), '工'.repeat(12), '工'.repeat(13)].map(isLong)).toEqual([
		false,
		true,
		false,
		true
	]);
});
