import { expect, test } from 'vitest';
import { dictionaryRows } from '#lib/indicators/dictionary.ts';
import { indicators } from '#lib/indicators/index.ts';
import { datasetList, fieldUnit, searchDatasets, searchIndicators } from '#lib/views/dictionary/dictionary.ts';
import { templateName } from '#lib/views/dictionary/template-download.ts';

const rows = dictionaryRows(indicators);

test('every indicator and all nine datasets are in it', () => {
	expect(searchIndicators(rows, '').flatMap((group) => group.rows)).toHaveLength(indicators.length);
	expect(datasetList).toHaveLength(9);
});

test('a search finds in both languages, by word of the definition and by field', () => {
	const found = (search: string) => searchIndicators(rows, search).flatMap((group) => group.rows.map(({ id }) => id));
	expect(found('竞赛覆盖率')).toContain('coverage');
	expect(found('COVERAGE competition')).toContain('coverage');
	expect(found('没有这样的指标')).toEqual([]);
	expect(searchDatasets('理论成绩').map(({ name }) => name)).toEqual(['results']);
});

test('人次 of a field is counted as the field says', () => {
	const unit = (dataset: string, name: string) => {
		const field = datasetList.find((one) => one.name === dataset)?.fields.find((one) => one.name === name);
		return field && fieldUnit(field, 'en');
	};
	expect(unit('summary', 'participations')).toBe('participations');
	expect(unit('summary', 'trainees')).toBe('attendances');
});

test('template names can be file names', () => {
	for (const dataset of datasetList) expect(templateName(dataset, 'csv', 'en')).toMatch(/^[^\\/:*?"<>|\s]+\.csv$/);
});
