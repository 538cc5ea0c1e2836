import type { CodeItem } from '#lib/datasets/dataset.ts';
import { createListResolver } from './code-list.ts';

const names: readonly [code: string, zh: string, en: string, aliases: readonly string[]][] = [
	[
		'education-health-culture',
		'教科文卫体',
		'Education, science, culture, health and sports',
		['教科文卫', '教育科技文化卫生体育', '教育工会', '教科文卫体工会', '教育', '卫生', '文化', '体育', '科技']
	],
	[
		'shipping-construction',
		'海员建设',
		'Seafarers and construction',
		['海员', '建设', '建设建材', '交通', '海员建设工会', '住建']
	],
	[
		'energy-chemical',
		'能源化学地质',
		'Energy, chemicals and geology',
		['能源化学', '能源', '化学', '地质', '能源化工', '石油', '石化', '电力', '煤矿', '能化']
	],
	[
		'machinery-metallurgy',
		'机械冶金建材',
		'Machinery, metallurgy and building materials',
		['机械冶金', '机械', '冶金', '建材', '机冶', '机冶建材']
	],
	[
		'defence-post-telecom',
		'国防邮电',
		'Defence industry, post and telecommunications',
		['国防', '邮电', '国防工业', '邮政', '通信', '军工', '国防邮电产业']
	],
	[
		'finance-trade-light-textile-tobacco',
		'财贸轻纺烟草',
		'Finance, trade, light industry, textiles and tobacco',
		['财贸', '轻纺', '烟草', '财贸轻纺', '财贸轻工纺织烟草', '轻工', '纺织', '商贸', '轻工纺织']
	],
	[
		'agriculture-forestry-water',
		'农林水利气象',
		'Agriculture, forestry, water and meteorology',
		['农林水利', '农林水', '农林', '水利', '气象', '农业', '林业', '农林水气象']
	],
	['railway', '铁路', 'Railway', ['中国铁路', '铁路总工会', '铁道']],
	['civil-aviation', '民航', 'Civil aviation', ['中国民航', '民用航空', '航空']],
	['financial', '金融', 'Financial services', ['中国金融', '银行', '保险', '银行保险', '证券']]
];

/** The ten national industrial unions. */
export const unionSystems: readonly CodeItem[] = names.map(([code, zh, en, own]) => {
	const roots = [zh, ...own];
	const aliases = roots.flatMap((root) => [
		root,
		`${root}系统`,
		`${root}工会`,
		`${root}产业工会`,
		`中国${root}工会`,
		`中国${root}工会全国委员会`
	]);
	return { code, title: { zh, en }, aliases: [...new Set(aliases)].filter((alias) => alias !== zh) };
});

/** Reads the name of an industrial union, with or without 工会, 系统 or 中国…全国委员会. */
export const resolveUnionSystem = createListResolver(unionSystems);
