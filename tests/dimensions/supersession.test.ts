import { expect, test } from 'vitest';
import { divisions } from '#lib/dimensions/region.ts';
import { supersessions } from '#lib/dimensions/supersession.ts';

const current = new Map(divisions().map(({ code, name }) => [code, name]));

test('every successor is a division of today, and no row repeats a code', () => {
	expect(supersessions.flatMap(({ successors }) => successors).filter((code) => !current.has(code))).toEqual([]);
	expect(new Set(supersessions.map(({ code }) => code))).toHaveLength(supersessions.length);
});

test('a code is abolished, or stays with a division of another name', () => {
	expect(supersessions.filter(({ code, name }) => current.get(code) === name)).toEqual([]);
	const kept = supersessions.filter(({ code }) => current.has(code));
	expect(kept.filter(({ code, successors }) => successors.join() !== code)).toEqual([]);
	expect(kept.map(({ name }) => name)).toEqual(expect.arrayContaining(['襄樊市', '万盛区', '楚州区', '苍山县']));
});

test.each([
	['371200', '莱芜市', 2019, '370116 370117'],
	['371202', '莱城区', 2019, '370116'],
	['330103', '下城区', 2021, '330105'],
	['330104', '江干区', 2021, '330102 330114'],
	['540422', '米林县', 2023, '540481'],
	['540530', '错那县', 2023, '540581'],
	['469003', '儋州市', 2015, '460400'],
	['341400', '巢湖市', 2011, '340124 340181 340281 340522 340523'],
	['542323', '江孜县', 2014, '540222']
])('%s %s ended in %d as %s', (code, name, year, successors) => {
	const row = supersessions.find((one) => one.code === code);
	expect(row).toMatchObject({ name, year, successors: successors.split(' ') });
});

test('the note says what became of it in both languages', () => {
	expect(supersessions.find(({ code }) => code === '371202')?.note).toEqual({
		zh: '莱城区（371202）2019年起为莱芜区（370116）',
		en: '莱城区 (371202) is 莱芜区 (370116) since 2019'
	});
});
