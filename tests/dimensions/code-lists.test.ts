import { expect, test } from 'vitest';
import { createListResolver } from '#lib/dimensions/code-list.ts';
import { resolveCompetitionLevel } from '#lib/dimensions/competition-level.ts';
import { nonPublic, ownerships, resolveOwnership } from '#lib/dimensions/ownership.ts';
import { highSkillLevels, resolveSkillLevel, skillLevels } from '#lib/dimensions/skill-level.ts';
import { resolveUnionSystem, unionSystems } from '#lib/dimensions/union-system.ts';
import type { Resolution } from '#lib/dimensions/resolution.ts';

const show = (answer: Resolution) => {
	if (answer.kind === 'found') return answer.code;
	return answer.kind === 'ambiguous' ? `?${answer.candidates.map(({ code }) => code).join(' ')}` : null;
};

test.each([
	['国有', 'state'],
	['国有企业', 'state'],
	['国有独资公司', 'state'],
	['集体', 'collective'],
	['私营企业', 'private'],
	['民营', 'private'],
	['港澳台商', 'hmt'],
	['港、澳、台商投资企业', 'hmt'],
	['外商', 'foreign'],
	['中外合资经营企业', 'foreign'],
	['事业', 'institution'],
	['事业单位', 'institution'],
	['机关', 'government'],
	['个体工商户', 'individual'],
	['其它', 'other'],
	['外 商 投 资', 'foreign'],
	['170', 'private'],
	['private', 'private'],
	['国有（含控股）', 'state'],
	['有限责任公司', null],
	['股份有限公司', null],
	['股份合作', null],
	['', null]
])('ownership %j is %j', (text, expected) => {
	expect(show(resolveOwnership(text))).toBe(expected);
});

test('非公 is the four kinds without public ownership', () => {
	expect(nonPublic).toEqual(['private', 'hmt', 'foreign', 'individual']);
	expect(ownerships).toHaveLength(9);
});

test.each([
	['教科文卫体', 'education-health-culture'],
	['中国教科文卫体工会', 'education-health-culture'],
	['海员建设系统', 'shipping-construction'],
	['能源化学地质', 'energy-chemical'],
	['中国能源化学地质工会全国委员会', 'energy-chemical'],
	['机械冶金建材工会', 'machinery-metallurgy'],
	['国防邮电', 'defence-post-telecom'],
	['财贸轻纺烟草', 'finance-trade-light-textile-tobacco'],
	['农林水利气象', 'agriculture-forestry-water'],
	['铁路', 'railway'],
	['民航', 'civil-aviation'],
	['金融工会', 'financial'],
	['机冶建材', 'machinery-metallurgy'],
	['海員建設', 'shipping-construction'],
	['航天', null]
])('union system %j is %j', (text, expected) => {
	expect(show(resolveUnionSystem(text))).toBe(expected);
});

test('no name of a union system is shared by two', () => {
	const names = unionSystems.flatMap(({ title, aliases = [] }) => [title.zh, ...aliases]);
	expect(names.filter((name) => show(resolveUnionSystem(name))?.startsWith('?'))).toEqual([]);
});

test.each([
	['学徒工', 'apprentice'],
	['初级工', 'junior'],
	['五级', 'junior'],
	['五级/初级工', 'junior'],
	['四级', 'intermediate'],
	['中级工（四级）', 'intermediate'],
	['三级/高级工', 'senior'],
	['国家职业资格三级', 'senior'],
	['高级工', 'senior'],
	['二级', 'technician'],
	['技师', 'technician'],
	['一级/高级技师', 'senior-technician'],
	['高级技师', 'senior-technician'],
	['特级技师', 'special-technician'],
	['首席技师', 'chief-technician'],
	['３级', 'senior'],
	['六级', null]
])('skill level %j is %j', (text, expected) => {
	expect(show(resolveSkillLevel(text))).toBe(expected);
});

test('high skill is 高级工 and above', () => {
	expect(skillLevels.slice(3).map(({ code }) => code)).toEqual(highSkillLevels);
});

test.each([
	['国家一类', 'national-1'],
	['国家级一类', 'national-1'],
	['国家级一类大赛', 'national-1'],
	['全国二类', 'national-2'],
	['国家级（2类）', 'national-2'],
	['省一类', 'provincial-1'],
	['省级二类', 'provincial-2'],
	['市', 'municipal'],
	['市级', 'municipal'],
	['县区', 'county'],
	['区县级', 'county'],
	['县（区）级', 'county'],
	['企业', 'enterprise'],
	['国家Ⅱ类', 'national-2'],
	['国家级', null],
	['省级', null]
])('competition level %j is %j', (text, expected) => {
	expect(show(resolveCompetitionLevel(text))).toBe(expected);
});

test('a level without its class is unknown, and both classes are suggested', () => {
	expect(resolveCompetitionLevel('国家级')).toMatchObject({
		suggestions: expect.arrayContaining([
			{ code: 'national-1', name: '国家一类' },
			{ code: 'national-2', name: '国家二类' }
		])
	});
});

test('a name of two members is a question', () => {
	const resolve = createListResolver([
		{ code: 'a', title: { zh: '甲', en: 'A' }, aliases: ['共用'] },
		{ code: 'b', title: { zh: '乙', en: 'B' }, aliases: ['共用'] }
	]);
	expect(show(resolve('共用'))).toBe('?a b');
});
