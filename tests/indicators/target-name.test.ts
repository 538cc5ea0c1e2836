import { expect, test } from 'vitest';
import { targetIndicator } from '#lib/indicators/target-name.ts';

const stations = {
	measure: 'metric:工会户外劳动者服务站点@时点',
	indicator: '工会户外劳动者服务站点',
	title_zh: '工会户外劳动者服务站点',
	title_en: 'Service stations for outdoor workers'
};
const share = {
	measure: 'metric:高技能人才占技能人才比重',
	indicator: '高技能人才占技能人才比重',
	title_zh: null,
	title_en: null
};

test.each([
	// Every target of the demo and of the published plans.
	['开展竞赛单位数', 'units_competing'],
	['参赛人次', 'participations'],
	['竞赛覆盖率', 'coverage'],
	['工作室', 'studios'],
	['工匠学院', 'academies'],
	['高技能人才占比', 'high_skilled_share'],
	['竞赛场次', 'competitions_held'],
	['职工劳动和技能竞赛场次', 'competitions_held'],
	['职工创新工作室', 'studios'],
	['举办竞赛项数', 'competitions_held'],
	['取证人数', 'certified'],
	// Ids, English titles, inner spaces, a remark in brackets.
	['high_skilled_share', 'high_skilled_share'],
	['Participation rate', 'participation_rate'],
	['参 赛 人 次', 'participations'],
	['参赛人次（全年）', 'participations'],
	['月球车', null],
	['', null]
])('a target of %j aims at %j', (name, id) => {
	expect(targetIndicator(name, [])).toBe(id);
});

test('what is reported under a name comes before the indicator of that name, what is only declared after it', () => {
	expect(targetIndicator('工会户外劳动者服务站点', [stations])).toBe(stations.measure);
	expect(targetIndicator('Service stations for outdoor workers', [stations])).toBe(stations.measure);
	expect(targetIndicator('高技能人才占技能人才比重', [share])).toBe(share.measure);
	expect(targetIndicator('高技能人才占技能人才比重', [], [share])).toBe('high_skilled_share');
	expect(targetIndicator('工会户外劳动者服务站点', [], [stations])).toBe(stations.measure);
});
