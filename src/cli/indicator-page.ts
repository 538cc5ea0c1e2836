import type { Bilingual } from '#lib/format/language.ts';
import { derivedFigures } from '#lib/indicators/derived.ts';
import { dictionaryRows, dimensionTitles, groupTitles, type DictionaryRow } from '#lib/indicators/dictionary.ts';
import type { Dataset, DatasetName } from '#lib/datasets/dataset.ts';
import type { Indicator, IndicatorGroup } from '#lib/indicators/indicator.ts';

const intro = [
	'# 指标口径 · Indicators',
	'',
	'Generated from the declarations in `src/lib/indicators` by `node_modules/.bin/node src/cli/write-indicator-page.ts`; a test holds this page to them.',
	''
];

/** docs/indicators.md: every declared indicator in both languages. */
export function indicatorPage(
	indicators: readonly Indicator[],
	datasets: Readonly<Record<DatasetName, Dataset>>
): string {
	const rows = dictionaryRows(indicators);
	const groups = (Object.keys(groupTitles) as IndicatorGroup[]).flatMap((group) => {
		const own = rows.filter((row) => row.group === group);
		return own.length === 0
			? []
			: [`## ${both(groupTitles[group])}`, '', ...own.flatMap((row) => section(row, datasets))];
	});
	const derived = derivedFigures.flatMap(({ id, title, definition, formula }) => [
		`### ${both(title)} \`${id}\``,
		'',
		...lines([
			['定义 Definition', definition],
			['公式 Formula', formula]
		])
	]);
	return [...intro, ...groups, '## 由指标推算 · Worked out from any indicator', '', ...derived].join('\n');
}

function section(row: DictionaryRow, datasets: Readonly<Record<DatasetName, Dataset>>): string[] {
	const dimensions = row.dimensions.map((name) => dimensionTitles[name]);
	return [
		`### ${both(row.title)} \`${row.id}\``,
		'',
		...lines([
			['定义 Definition', row.definition],
			['公式 Formula', row.formula],
			['单位 Unit', row.unit],
			['性质 Kind', row.kind],
			['方向 Direction', row.direction],
			['来源 Source', datasets[row.source].title],
			['依据 Document', row.sourceDocument],
			[
				'可分列 Can be split by',
				{ zh: dimensions.map(({ zh }) => zh).join('、'), en: dimensions.map(({ en }) => en).join(', ') }
			]
		])
	];
}

function lines(entries: readonly (readonly [string, Bilingual])[]): string[] {
	return [...entries.map(([name, text]) => `- ${name}: ${both(text)}`), ''];
}

function both({ zh, en }: Bilingual): string {
	return zh === en ? zh : `${zh} · ${en}`;
}
