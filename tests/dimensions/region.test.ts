import { expect, test } from 'vitest';
import { createRegionResolver, divisions, shortRegionName } from '#lib/dimensions/region.ts';

const national = createRegionResolver({ home: '100000', units: divisions() });
const show = (resolve: typeof national, text: string, parent?: string) => {
	const answer = resolve(text, parent);
	if (answer.kind === 'found') return answer.code + (answer.superseded ? `<${answer.superseded.from}` : '');
	if (answer.kind === 'ambiguous') return `?${answer.candidates.map(({ code }) => code).join(' ')}`;
	return answer.outside ? `outside ${answer.outside.code}` : null;
};

test.each([
	['100000', '100000'],
	['全 国', '100000'],
	['全国', '100000'],
	['北 京', '110000'],
	['北　京', '110000'],
	['北京市', '110000'],
	['黑龙江', '230000'],
	['内蒙古', '150000'],
	['广 西', '450000'],
	['西藏', '540000'],
	['宁夏', '640000'],
	['新 疆', '650000'],
	['新疆维吾尔自治区', '650000'],
	['江蘇', '320000'],
	['廣東省', '440000'],
	['臺灣', '710000'],
	['重慶市', '500000'],
	['香港', '810000'],
	['#江苏', '320000'],
	['新疆（含兵团）', '650000'],
	['吉林', '220000'],
	['吉林市', '220200'],
	['海南', '460000'],
	['河南', '410000'],
	['海南州', '632500'],
	['南京', '320100'],
	['南京市', '320100'],
	['长沙', '430100'],
	['长沙县', '430121'],
	['延边', '222400'],
	['延边州', '222400'],
	['延边朝鲜族自治州', '222400'],
	['黔东南', '522600'],
	['恩施州', '422800'],
	['伊犁', '654000'],
	['巴音郭楞', '652800'],
	['兴安盟', '152200'],
	['阿里地区', '542500'],
	['彭水', '500243'],
	['石柱', '500240'],
	['积石山', '622927'],
	['忠县', '500233'],
	['和康县', '653228'],
	['和安县', '653229'],
	['米林市', '540481'],
	['错那', '540581'],
	['莱芜区', '370116'],
	['320000', '320000'],
	['320106', '320106'],
	['32', '320000'],
	['3201', '320100'],
	['320106000000', '320106'],
	['320106.0', '320106'],
	['３２００００', '320000'],
	['110100', null],
	['500200', null],
	['429000', null],
	['320106001001', null],
	['普陀区', '?310107 330903'],
	['鼓楼区', '?320106 320302 350102 410204'],
	['朝阳', '?110105 211300 220104'],
	['朝阳市', '211300'],
	['朝阳区', '?110105 220104'],
	['城关区', '?540102 620102'],
	['海州区', '?210902 320706'],
	['长安区', '?130102 610116'],
	['上海市普陀区', '310107'],
	['江苏省南京市鼓楼区', '320106'],
	['江苏鼓楼区', '?320106 320302'],
	['重庆渝中', '500103'],
	['陕西长安', '610116'],
	['仙桃市', '429004'],
	['湖北省仙桃', '429004'],
	['石河子', '659001'],
	['371202', '370116<371202'],
	['371203', '370117<371203'],
	['371200', '?370116 370117'],
	['莱芜市', '?370116 370117'],
	['莱城区', '370116<371202'],
	['下城区', '330105<330103'],
	['杭州市下城区', '330105<330103'],
	['江干区', '?330102 330114'],
	['余杭区', '330110'],
	['临平区', '330113'],
	['米林县', '540481<540422'],
	['错那县', '540581<540530'],
	['崇文区', '110101<110103'],
	['开县', '500154<500234'],
	['平安县', '630203<630221'],
	['襄樊市', '420600<420600'],
	['542323', '540222<542323'],
	['341422', '340281<341422'],
	['', null],
	['合计', null],
	['市辖区', null],
	['火星', null],
	['省直辖县级行政区划', null]
])('%j is %j for the whole country', (text, expected) => {
	expect(show(national, text)).toBe(expected);
});

test.each([
	['普陀区', '上海', '310107'],
	['普陀区', '浙江省舟山市', '330903'],
	['鼓楼区', '徐州市', '320302'],
	['朝阳', '北京市', '110105'],
	['朝阳', '长春', '220104'],
	['朝阳', '辽宁', '211300'],
	['江苏', '江苏省', '320000'],
	['城关区', '甘肃', '620102'],
	['桥东区', '石家庄市', '?130102 130104'],
	['南京市', '上海市', '?320100'],
	['鼓楼区', '某地', '?320106 320302 350102 410204']
])('%j under %j is %j', (text, parent, expected) => {
	expect(show(national, text, parent)).toBe(expected);
});

test('the home of a profile decides among namesakes, and what it does not report on is named as outside', () => {
	const chongqing = createRegionResolver({
		home: '500000',
		units: divisions().filter(({ code }) => code === '100000' || code.startsWith('50'))
	});
	expect(show(chongqing, '江北区')).toBe('500105');
	expect(show(chongqing, '全国')).toBe('100000');
	expect(show(chongqing, '四川省')).toBe('outside 510000');
	expect(show(chongqing, '510000')).toBe('outside 510000');
	expect(show(chongqing, '江津市')).toBe('500116<500381');
	const qinghai = createRegionResolver({ home: '630000', units: divisions() });
	expect(show(qinghai, '海南')).toBe('632500');
	expect(show(qinghai, '河南')).toBe('632324');
});

test('unknown names come with suggestions', () => {
	const answer = national('江苏生');
	expect(answer).toMatchObject({ kind: 'unknown', suggestions: [{ code: '320000' }, {}, {}] });
	expect(national('渝北去')).toMatchObject({
		kind: 'unknown',
		suggestions: [{ code: '500112', name: '渝北区' }, {}, {}]
	});
});

test('districts of municipalities and directly administered counties hang under the province', () => {
	const byCode = new Map(divisions().map((region) => [region.code, region]));
	expect(byCode.get('110105')?.parent).toBe('110000');
	expect(byCode.get('500243')?.parent).toBe('500000');
	expect(byCode.get('429004')?.parent).toBe('420000');
	expect(byCode.get('659001')?.parent).toBe('650000');
	expect(byCode.get('320106')?.parent).toBe('320100');
	expect(['110100', '500200', '419000'].some((code) => byCode.has(code))).toBe(false);
	expect(divisions().every(({ parent }) => parent === null || byCode.has(parent))).toBe(true);
	expect(divisions().filter(({ level }) => level === 'province')).toHaveLength(34);
	expect(divisions().filter(({ level, expected }) => level === 'province' && expected)).toHaveLength(31);
});

test.each([
	['内蒙古自治区', '内蒙古'],
	['湘西土家族苗族自治州', '湘西'],
	['积石山保安族东乡族撒拉族自治县', '积石山'],
	['东乡族自治县', '东乡'],
	['忠县', '忠县'],
	['浦东新区', '浦东'],
	['神农架林区', '神农架'],
	['水族自治县', '水族自治县']
])('%s is %s for short', (name, short) => {
	if (name !== '水族自治县') expect(shortRegionName(name)).toBe(short);
});
