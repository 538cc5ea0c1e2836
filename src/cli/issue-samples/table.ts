import { lines, sample, type IssueSample } from './sample.ts';

const header = '统计时期,地区,职工人数';

/** Where the table is, its columns and its rows. */
export const tableSamples: readonly IssueSample[] = [
	sample('PREAMBLE_SKIPPED', 1, lines('江苏省竞赛情况（示例）', header, '2024,江苏省,100')),
	sample('HEADER_MISSING', 1, lines('江苏省,100,50', '浙江省,200,60'), { also: ['FILE_NOT_TABLE'] }),
	sample(
		'HEADER_MULTIROW',
		1,
		lines('统计时期,地区,合理化建议,', ',,提出,采纳', '2024,江苏省,100,80', '2024,浙江省,50,40')
	),
	sample('HEADER_BLANK', 1, lines('统计时期,地区,,职工人数', '2024,江苏省,甲,100')),
	sample('HEADER_DUPLICATE', 1, lines('统计时期,地区,职工人数,职工人数', '2024,江苏省,100,101')),
	sample('COLUMN_REQUIRED_MISSING', 1, lines('统计时期,职工人数,参赛职工', '2024,100,10')),
	sample('COLUMN_UNKNOWN', 1, lines('统计时期,地区,职工人数,天气', '2024,江苏省,100,晴')),
	sample('COLUMN_PERSONAL', 1, lines('统计时期,地区,职工人数,联系电话', '2024,江苏省,100,示例')),
	sample(
		'TABLE_MULTIPLE',
		5,
		lines(header, '2024,江苏省,100', '2024,浙江省,200', '', '统计时期,地区,参赛职工', '2024,江苏省,10'),
		{ also: ['ROW_BLANK', 'PREAMBLE_SKIPPED'] }
	),
	sample('ROW_TOO_FEW', 2, lines(header, '2024,江苏省', '2024,浙江省,200')),
	sample('ROW_TOO_MANY', 2, lines(header, '2024,江苏省,1,234', '2024,浙江省,200')),
	sample('ROW_BLANK', 3, lines(header, '2024,江苏省,100', '', '2024,浙江省,200')),
	sample('ROW_DUPLICATE', 3, lines(header, '2024,江苏省,100', '2024,江苏省,100')),
	sample('KEY_DUPLICATE', 3, lines(header, '2024,江苏省,100', '2024,江苏省,120')),
	sample('ROW_TOTAL', 4, lines(header, '2024,江苏省,100', '2024,浙江省,200', '2024,合计,300')),
	sample('TOTAL_MISMATCH', 4, lines(header, '2024,江苏省,100', '2024,浙江省,200', '2024,合计,310'), {
		also: ['ROW_TOTAL']
	}),
	sample('PERIOD_ASSUMED', 1, lines('地区,职工人数', '江苏省,100'), { name: '样例2024年.csv' })
];
