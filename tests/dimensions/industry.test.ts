import { expect, test } from 'vitest';
import { industries, resolveIndustry } from '#lib/dimensions/industry.ts';

const show = (text: string) => {
	const answer = resolveIndustry(text);
	if (answer.kind === 'found') return answer.code;
	return answer.kind === 'ambiguous' ? `?${answer.candidates.map(({ code }) => code).join(' ')}` : null;
};

test.each([
	['C', 'C'],
	['c', 'C'],
	['Ｃ', 'C'],
	['C13', 'C13'],
	['13', 'C13'],
	['C1311', 'C13'],
	['1311', 'C13'],
	['01', 'A01'],
	['D13', null],
	['98', null],
	['U', null],
	['1', null],
	['制造业', 'C'],
	['制造', 'C'],
	['製造業', 'C'],
	[' 制 造 业 ', 'C'],
	['Manufacturing', 'C'],
	['农、林、牧、渔业', 'A'],
	['农林牧渔业', 'A'],
	['农业', 'A01'],
	['采矿业', 'B'],
	['采掘业', 'B'],
	['黑色金属冶炼及压延加工业', 'C31'],
	['汽车制造业', 'C36'],
	['电力、燃气及水的生产和供应业', 'D'],
	['交通运输、仓储及邮政业', 'G'],
	['信息传输、计算机服务和软件业', 'I'],
	['房地产业', 'K'],
	['K70', 'K70'],
	['教育', 'P'],
	['P83教育', 'P83'],
	['国际组织', 'T'],
	['居民服务业', 'O80'],
	['其他服务业', 'O82'],
	['C制造业', 'C'],
	['C13 农副食品加工业', 'C13'],
	['C13-农副食品加工业', 'C13'],
	['C制造业（含烟草）', 'C'],
	['D制造业', '?D C'],
	['社会服务业', '?H L N O'],
	['批发和零售贸易、餐饮业', '?F H'],
	['工业', '?B C D'],
	['卫生和社会工作', 'Q'],
	['金融、保险业', 'J'],
	['全部行业', 'all'],
	['', null],
	['合计', null],
	['火星业', null]
])('%j is %j', (text, expected) => {
	expect(show(text)).toBe(expected);
});

test('twenty sections and ninety-seven divisions, in the ranges of the standard', () => {
	const ranges: Record<string, [number, number]> = {
		A: [1, 5],
		B: [6, 12],
		C: [13, 43],
		D: [44, 46],
		E: [47, 50],
		F: [51, 52],
		G: [53, 60],
		H: [61, 62],
		I: [63, 65],
		J: [66, 69],
		K: [70, 70],
		L: [71, 72],
		M: [73, 75],
		N: [76, 79],
		O: [80, 82],
		P: [83, 83],
		Q: [84, 85],
		R: [86, 90],
		S: [91, 96],
		T: [97, 97]
	};
	const expected = Object.entries(ranges).flatMap(([section, [first, last]]) => [
		section,
		...Array.from({ length: last - first + 1 }, (_, index) => `${section}${String(first + index).padStart(2, '0')}`)
	]);
	expect(industries.slice(1).map(({ code }) => code)).toEqual(expected);
	expect(industries.every(({ title }) => title.zh !== '' && title.en !== '')).toBe(true);
});

test('every section and division is found by its own code and its names', () => {
	for (const { code, title } of industries) {
		expect(show(code)).toBe(code);
		const alone = industries.filter((other) => other.title.zh === title.zh).length === 1;
		if (alone) expect(show(title.zh)).toBe(code);
	}
});
