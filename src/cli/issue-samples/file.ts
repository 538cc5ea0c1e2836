import { encodeText } from '#lib/import/encode/encode-text.ts';
import { lines, sample, type IssueSample } from './sample.ts';

const header = '统计时期,地区,职工人数';
const megabyte = 1024 * 1024;

/** `省` with its last byte damaged. */
const broken = new Uint8Array([
	...encodeText(lines(header, '2024,江苏省,100'), 'utf-8'),
	...encodeText('2024,浙江', 'utf-8'),
	...[0xe7, 0x9c, 0xff],
	...encodeText(lines(',200', '2024,安徽省,300'), 'utf-8')
]);

/** The file as a whole, its encoding and its dialect. */
export const fileSamples: readonly IssueSample[] = [
	sample('FILE_EMPTY', null, '', { shown: null, note: { zh: '0 字节的文件。', en: 'A file of 0 bytes.' } }),
	sample('FILE_TOO_LARGE', null, '', {
		shown: null,
		options: { size: 600 * megabyte },
		note: { zh: '600 MB 的文件。', en: 'A file of 600 MB.' }
	}),
	sample('FILE_NOT_TABLE', null, '%PDF-1.7\n', { name: '样例.pdf' }),
	sample('FILE_TRUNCATED', 3, `${lines(header, '2024,江苏省,100')}2024,浙`),
	sample('ENC_DETECTED', null, lines(header, '2024,江苏省,100'), {
		encoding: 'gb18030',
		note: { zh: '以 GB18030 保存的文件。', en: 'A file saved as GB18030.' }
	}),
	sample('ENC_AMBIGUOUS', null, lines('innovation_id,kind,title', 'CX-1,suggestion,工匠')),
	sample('ENC_INVALID_BYTES', 3, '', {
		bytes: broken,
		shown: lines(header, '2024,江苏省,100', '2024,浙江\\xE7\\x9C\\xFF,200', '2024,安徽省,300'),
		note: { zh: '第 3 行的“省”字坏了一个字节。', en: 'One byte of 省 in line 3 is damaged.' }
	}),
	sample('ENC_MOJIBAKE', 2, lines(header, '2024,锟斤拷省,100', '2024,浙江省,200')),
	sample('CTRL_CHARS', 2, lines(header, '2024,江苏\u0007省,100'), {
		shown: lines(header, '2024,江苏␇省,100')
	}),
	sample('DIALECT_AMBIGUOUS', 1, lines('统计时期;地区;职工人数,说明', '2024;江苏省;100,示例', '2024;浙江省;200,示例'), {
		also: ['FILE_NOT_TABLE']
	}),
	sample(
		'DIALECT_ONE_COLUMN',
		1,
		lines('统计时期~地区~职工人数~参赛职工', '2024~江苏省~100~10', '2024~浙江省~200~20'),
		{
			also: ['FILE_NOT_TABLE']
		}
	),
	sample('NEWLINE_MIXED', null, `${header}\r\n2024,江苏省,100\n2024,浙江省,200\r\n`, {
		shown: `${header}␍␊\n2024,江苏省,100␊\n2024,浙江省,200␍␊\n`
	}),
	sample('QUOTE_UNCLOSED', 2, lines(header, '2024,"江苏省,100', '2024,浙江省,200')),
	sample('QUOTE_STRAY', 2, lines(header, '2024,"江"苏"省",100', '2024,浙江省,200')),
	sample('QUOTE_LITERAL', 2, lines('成果编号,类别,名称', 'CX-1,合理化建议,5"管道改造', 'CX-2,合理化建议,示例')),
	sample('SCOPE_DENIED', 3, lines(header, '2024,南京市,100', '2024,浙江省,200'), {
		options: { scope: '320000' },
		note: { zh: '江苏省的账号上传。', en: 'Uploaded with the account of 江苏省.' }
	})
];
