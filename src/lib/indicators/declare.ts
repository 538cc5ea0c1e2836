import type { DatasetName } from '#lib/datasets/dataset.ts';
import type { Bilingual } from '#lib/format/language.ts';
import type { Indicator, IndicatorGroup, Measure } from './indicator.ts';

/** A text in Chinese and in English. */
export type Pair = readonly [zh: string, en: string];

/** What one indicator says about itself; the rest follows from its measures. */
export interface Declaration {
	readonly id: string;
	readonly title: Pair;
	/** Left out where the title is short enough. */
	readonly short?: Pair;
	readonly definition: Pair;
	/** Left out for a plain figure, where it follows from how the figure goes over time. */
	readonly formula?: Pair;
	readonly numerator: Measure;
	readonly denominator?: Measure;
	readonly scale?: number;
	readonly unit: Pair;
	readonly digits?: number;
	readonly direction?: Indicator['direction'];
	readonly source: DatasetName;
	readonly document?: Pair;
	readonly breaks?: Indicator['breaks'];
}

const documents: Readonly<Record<DatasetName, Pair>> = {
	summary: ['汇总表填报口径', 'Reporting rules of the summary return'],
	competitions: ['竞赛台账登记口径', 'Recording rules of the competition register'],
	results: ['成绩册登记口径', 'Recording rules of the result register'],
	studios: ['工作室和工匠学院台账登记口径', 'Recording rules of the studio and academy register'],
	innovations: ['创新成果台账登记口径', 'Recording rules of the innovation register'],
	trainings: ['培训台账登记口径', 'Recording rules of the training register'],
	honours: ['荣誉台账登记口径', 'Recording rules of the honour register'],
	metrics: ['指标值表填报口径', 'Reporting rules of the metric table'],
	targets: ['目标表填报口径', 'Reporting rules of the target table']
};

const plainFormulas: Readonly<Record<string, Pair>> = {
	'cell flow': ['报告期内填报数', 'As reported for the period'],
	'cell stock': ['报告期末填报数', 'As reported at the end of the period'],
	'register flow': ['报告期内台账记录合计', 'Sum over the register’s entries of the period'],
	'register stock': ['截至报告期末台账记录合计', 'Sum over the register’s entries up to the end of the period']
};

/** 人社部发〔2022〕14号: eight levels instead of five, so there are more to rise to. */
export const eightLevels: Indicator['breaks'] = [
	{
		from: '2022',
		note: { zh: '五级技能等级改为新八级工', en: 'five skill levels became eight' }
	}
];

/** Makes the indicators of a group from what they say about themselves. */
export function declareGroup(group: IndicatorGroup, declarations: readonly Declaration[]): readonly Indicator[] {
	return declarations.map((declaration) => declare(group, declaration));
}

function declare(group: IndicatorGroup, told: Declaration): Indicator {
	const { numerator, denominator } = told;
	const plain = plainFormulas[`${numerator.source} ${numerator.kind}`] as Pair;
	return {
		id: told.id,
		group,
		title: bilingual(told.title),
		short: bilingual(told.short ?? told.title),
		definition: bilingual(told.definition),
		formula: bilingual(told.formula ?? plain),
		kind: denominator ? 'ratio' : numerator.kind,
		numerator,
		...(denominator ? { denominator } : {}),
		scale: told.scale ?? 1,
		unit: bilingual(told.unit),
		digits: told.digits ?? (denominator ? 1 : 0),
		direction: told.direction ?? 'higher',
		source: told.source,
		sourceDocument: bilingual(told.document ?? documents[told.source]),
		...(told.breaks ? { breaks: told.breaks } : {})
	};
}

function bilingual([zh, en]: Pair): Bilingual {
	return { zh, en };
}
