import type { CodeItem } from '#lib/datasets/dataset.ts';
import { createListResolver } from './code-list.ts';

/**
 * The eight levels of 新八级工 (人社部发〔2022〕14号), lowest first. The five-level scale numbers 五级 = 初级工 up to 一级 = 高级技师.
 */
export const skillLevels: readonly CodeItem[] = [
	{ code: 'apprentice', title: { zh: '学徒工', en: 'Apprentice' }, aliases: ['学徒', '见习工'] },
	{
		code: 'junior',
		title: { zh: '初级工', en: 'Junior skilled worker' },
		aliases: grades('五', '5', '初级工', '初级')
	},
	{
		code: 'intermediate',
		title: { zh: '中级工', en: 'Intermediate skilled worker' },
		aliases: grades('四', '4', '中级工', '中级')
	},
	{
		code: 'senior',
		title: { zh: '高级工', en: 'Senior skilled worker' },
		aliases: grades('三', '3', '高级工', '高级')
	},
	{ code: 'technician', title: { zh: '技师', en: 'Technician' }, aliases: grades('二', '2', '技师') },
	{
		code: 'senior-technician',
		title: { zh: '高级技师', en: 'Senior technician' },
		aliases: grades('一', '1', '高级技师')
	},
	{ code: 'special-technician', title: { zh: '特级技师', en: 'Special-grade technician' }, aliases: ['特级'] },
	{ code: 'chief-technician', title: { zh: '首席技师', en: 'Chief technician' }, aliases: ['首席'] }
];

function grades(chinese: string, digit: string, name: string, short?: string): string[] {
	const numerals = [`${chinese}级`, `${digit}级`, `国家职业资格${chinese}级`, `职业资格${chinese}级`, `${chinese}级工`];
	const combined = numerals
		.slice(0, 2)
		.flatMap((numeral) => [
			`${numeral}/${name}`,
			`${name}/${numeral}`,
			`${numeral}(${name})`,
			`${name}(${numeral})`,
			`${numeral}${name}`,
			`${name}${numeral}`
		]);
	return [...numerals, ...combined, ...(short ? [short] : [])];
}

/** The levels that count as 高技能: 高级工 and above. */
export const highSkillLevels: readonly string[] = [
	'senior',
	'technician',
	'senior-technician',
	'special-technician',
	'chief-technician'
];

/** Reads a level by its name or by the numeral of the five-level scale. */
export const resolveSkillLevel = createListResolver(skillLevels);
