import type { CodeItem } from '#lib/datasets/dataset.ts';
import { createListResolver } from './code-list.ts';

/** Levels of competitions, highest first. */
export const competitionLevels: readonly CodeItem[] = [
	{
		code: 'national-1',
		title: { zh: '国家一类', en: 'National, class 1' },
		aliases: classes(['国家', '国家级', '全国', '国'], '一', '1', 'Ⅰ')
	},
	{
		code: 'national-2',
		title: { zh: '国家二类', en: 'National, class 2' },
		aliases: classes(['国家', '国家级', '全国', '国'], '二', '2', 'Ⅱ')
	},
	{
		code: 'provincial-1',
		title: { zh: '省一类', en: 'Provincial, class 1' },
		aliases: classes(['省', '省级', '省市级', '省部级', '自治区级', '直辖市级'], '一', '1', 'Ⅰ')
	},
	{
		code: 'provincial-2',
		title: { zh: '省二类', en: 'Provincial, class 2' },
		aliases: classes(['省', '省级', '省市级', '省部级', '自治区级', '直辖市级'], '二', '2', 'Ⅱ')
	},
	{
		code: 'municipal',
		title: { zh: '市级', en: 'Municipal' },
		aliases: ['市', '地市级', '地级市', '市州级', '地市', '市级竞赛']
	},
	{
		code: 'county',
		title: { zh: '县区级', en: 'County or district' },
		aliases: ['区县级', '县级', '区级', '县区', '区县', '县', '区', '县(区)级', '区(县)级', '县市区', '县市区级']
	},
	{
		code: 'enterprise',
		title: { zh: '企业级', en: 'Enterprise' },
		aliases: ['企业', '单位级', '公司级', '集团级', '基层', '基层级', '厂级', '企业内部']
	}
];

function classes(levels: readonly string[], chinese: string, digit: string, roman: string): string[] {
	return levels.flatMap((level) =>
		[chinese, digit, roman].flatMap((numeral) => [
			`${level}${numeral}类`,
			`${level}${numeral}类竞赛`,
			`${level}${numeral}类大赛`,
			`${level}(${numeral}类)`,
			`${numeral}类${level}`
		])
	);
}

/** Reads a level in any of its spellings; 国家级 or 省级 without a class is unknown, with both classes suggested. */
export const resolveCompetitionLevel = createListResolver(competitionLevels);
