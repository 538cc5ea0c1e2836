import type { CodeItem } from '#lib/datasets/dataset.ts';
import { createListResolver } from './code-list.ts';

/**
 * Ownership, with the registration types that belong to one kind for certain (关于划分企业登记注册类型的规定, 2011, and the
 * statistical ownership classes). Types that say nothing about the owner (有限责任公司, 股份有限公司, 股份合作) are not guessed.
 */
export const ownerships: readonly CodeItem[] = [
	{
		code: 'state',
		title: { zh: '国有', en: 'State-owned' },
		aliases: [
			'国有企业',
			'国有独资',
			'国有独资公司',
			'国有控股',
			'国有控股企业',
			'国有及国有控股企业',
			'国企',
			'央企',
			'中央企业',
			'国有联营',
			'国有联营企业',
			'全民所有制',
			'全民所有制企业',
			'全民',
			'110',
			'141',
			'151'
		]
	},
	{
		code: 'collective',
		title: { zh: '集体', en: 'Collective' },
		aliases: [
			'集体企业',
			'集体所有制',
			'集体所有制企业',
			'城镇集体',
			'城镇集体企业',
			'集体控股',
			'集体控股企业',
			'集体联营企业',
			'乡镇集体企业',
			'村集体企业',
			'120',
			'142'
		]
	},
	{
		code: 'private',
		title: { zh: '私营', en: 'Private' },
		aliases: [
			'私营企业',
			'私有',
			'民营',
			'民营企业',
			'民企',
			'私人控股',
			'私营独资',
			'私营独资企业',
			'私营合伙企业',
			'私营有限责任公司',
			'私营股份有限公司',
			'170',
			'171',
			'172',
			'173',
			'174'
		]
	},
	{
		code: 'hmt',
		title: { zh: '港澳台商投资', en: 'Hong Kong, Macao and Taiwan invested' },
		aliases: [
			'港澳台',
			'港澳台商',
			'港、澳、台商投资',
			'港、澳、台商投资企业',
			'港澳台商投资企业',
			'港澳台投资企业',
			'港澳台资',
			'港澳台企业',
			'港澳台商独资经营企业',
			'港澳台商独资',
			'港澳台商控股',
			'合资经营企业(港或澳、台资)',
			'合作经营企业(港或澳、台资)',
			'港澳台商投资股份有限公司',
			'200',
			'210',
			'220',
			'230',
			'240',
			'290'
		]
	},
	{
		code: 'foreign',
		title: { zh: '外商投资', en: 'Foreign invested' },
		aliases: [
			'外商',
			'外资',
			'外企',
			'外商投资企业',
			'外资企业',
			'外商独资',
			'外商控股',
			'中外合资',
			'中外合作',
			'中外合资经营企业',
			'中外合作经营企业',
			'外商投资股份有限公司',
			'300',
			'310',
			'320',
			'330',
			'340',
			'390'
		]
	},
	{
		code: 'institution',
		title: { zh: '事业单位', en: 'Public institution' },
		aliases: ['事业', '事业法人', '事业单位法人', '全额拨款事业单位', '差额拨款事业单位', '参公事业单位']
	},
	{
		code: 'government',
		title: { zh: '机关', en: 'Government and Party body' },
		aliases: ['机关单位', '党政机关', '机关法人', '国家机关', '行政机关', '行政单位', '群团机关']
	},
	{
		code: 'individual',
		title: { zh: '个体', en: 'Self-employed' },
		aliases: ['个体户', '个体工商户', '个体经营', '个体经济', '400', '410']
	},
	{
		code: 'other',
		title: { zh: '其他', en: 'Other' },
		aliases: [
			'其它',
			'其他企业',
			'其他类型',
			'其他内资',
			'其他内资企业',
			'社会团体',
			'民办非企业单位',
			'社会组织',
			'190'
		]
	}
];

/** The kinds that 非公 stands for. */
export const nonPublic: readonly string[] = ['private', 'hmt', 'foreign', 'individual'];

/** The code of the group of non-public kinds, in filters. */
export const nonPublicCode = 'nonpublic';

/** Reads an ownership or registration type; one that does not tell the owner is unknown. */
export const resolveOwnership = createListResolver(ownerships);
