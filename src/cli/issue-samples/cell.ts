import { lines, sample, type IssueSample } from './sample.ts';

const header = '统计时期,地区,职工人数';
const innovations = '成果编号,类别,名称,提出时间';

/** Single cells: types, ranges, names, units, rules between columns. */
export const cellSamples: readonly IssueSample[] = [
	sample('CELL_TYPE', 2, lines(header, '2024,江苏省,很多', '2024,浙江省,200')),
	sample('CELL_RANGE', 2, lines(header, '2024,江苏省,-5', '2024,浙江省,200')),
	sample('CELL_DATE_AMBIGUOUS', 2, lines(innovations, 'CX-1,合理化建议,示例,03/04/2024')),
	sample('CELL_PRECISION', 2, lines('成果编号,类别,名称', '3.7E+05,合理化建议,示例')),
	sample('CELL_EXCEL_ERROR', 2, lines(header, '2024,江苏省,#DIV/0!', '2024,浙江省,200')),
	sample('CELL_FORMULA', 2, lines('成果编号,类别,名称', 'CX-1,合理化建议,=1+1')),
	sample('CELL_TOO_LONG', 2, lines('成果编号,类别,名称', `CX-1,合理化建议,${'长'.repeat(1024 * 1024 + 1)}`), {
		shown: lines('成果编号,类别,名称', 'CX-1,合理化建议,长长长…'),
		note: { zh: '名称有 1,048,577 个字。', en: 'The title has 1,048,577 characters.' }
	}),
	sample('CELL_FUZZY', 2, lines(header, '2024,江苏省,80余')),
	sample('CODE_UNKNOWN', 2, lines(header, '2024,江酥省,100', '2024,浙江省,200')),
	sample('CODE_SUPERSEDED', 2, lines(header, '2024,上海市闸北区,100')),
	sample('NAME_AMBIGUOUS', 2, lines(header, '2024,朝阳区,100', '2024,浙江省,200')),
	sample('UNIT_ASSUMED', 1, lines('成果编号,类别,名称,经济效益', 'CX-1,合理化建议,示例,86000')),
	sample('UNIT_SUSPECT', 1, lines('统计时期,地区,职工人数（万元）', '2024,江苏省,100')),
	sample('RULE_VIOLATED', 2, lines('统计时期,地区,职工人数,参赛职工', '2024,江苏省,100,120'))
];
