import { expect, test } from 'vitest';
import { heldParts, sentenceParts } from '#lib/components/sentence-figures.ts';

const figure = (text: string) => ({ text, explain: () => null });
/** A sentence with its figures in brackets. */
const marked = (sentence: string, ...texts: string[]) =>
	sentenceParts(sentence, texts.map(figure)).map((parts) =>
		parts.map((part) => (part.figure ? `[${part.text}]` : part.text)).join('')
	);

test('a Chinese sentence falls into phrases that hold whole figures', () => {
	expect(
		marked('2026年三季度，全国参赛人次 1,480万人次，同比 +8.2%，31/33 个省份已报。', '1,480万人次', '+8.2%', '31')
	).toEqual(['2026年三季度，', '全国参赛人次 [1,480万人次]，', '同比 [+8.2%]，', '[31]/33 个省份已报。']);
	expect(
		marked('Q3 2026, China: participations 14.8 million, +8.2% vs a year earlier.', '14.8 million', '+8.2%')
	).toEqual(['Q3 2026, China: participations [14.8 million], [+8.2%] vs a year earlier.']);
});

test('digits of a longer number, of a day or of a name are no figure', () => {
	expect(marked('2026年3月，3 个单位，13 项，+3.2%，3.25 倍。', '3', '3.2%', '3.2')).toEqual([
		'2026年3月，',
		'[3] 个单位，',
		'13 项，',
		'+3.2%，',
		'3.25 倍。'
	]);
	expect(marked('Participations 1,451, up 9. Then 1,451,000.', '1,451', '9')).toEqual([
		'Participations [1,451], up [9]. Then 1,451,000.'
	]);
	expect(marked('In March 2026, 3 of 31 (Q3).', '3', '31')).toEqual(['In March 2026, [3] of [31] (Q3).']);
});

test('figures that read alike are found one after the other; one that is not printed is left out', () => {
	const twice = sentenceParts('共 2 项，2 项正常。', [figure('2'), figure('2'), figure('2'), figure('')]);
	expect(twice.flat().filter((part) => part.figure)).toHaveLength(2);
	expect(marked('没有数。', '7')).toEqual(['没有数。']);
	expect(marked('', '7')).toEqual(['']);
});

test('nothing of a sentence is lost', () => {
	for (const text of ['，开头。结尾', '甲：乙；丙，，丁。', 'plain words', '一 1 二 2。'])
		expect(
			sentenceParts(text, [figure('1'), figure('2')])
				.flat()
				.map((part) => part.text)
				.join('')
		).toBe(text);
});

test('a figure keeps the marks beside it on its line, and nothing is said twice', () => {
	const text = '甲市（3.1%）、乙市（2.0%），相差1.1个百分点。';
	const held = heldParts(sentenceParts(text, [figure('3.1%'), figure('2.0%'), figure('1.1个百分点')]).flat());
	expect(held.map(({ before, text: own, after }) => before + own + after).join('')).toBe(text);
	expect(held.flatMap((part) => (part.figure ? [part.before + part.text + part.after] : []))).toEqual([
		'（3.1%）、',
		'（2.0%），',
		'1.1个百分点。'
	]);
});
