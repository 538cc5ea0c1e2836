/** A reporting unit: its size is what it has of the workforce, in 10,000 employees, rounded by hand from yearbooks. */
export interface Place {
	readonly code: string;
	readonly name: string;
	readonly size: number;
	/** Sections that weigh more (above 1) or less here than in the country. */
	readonly leaning: Readonly<Record<string, number>>;
	readonly children: readonly Place[];
	/** The only sections that are worked in here, by weight: of an enterprise's units. */
	readonly trades?: Readonly<Record<string, number>>;
	/** Who owns all of it, where one does. */
	readonly ownership?: string;
}

const place = (
	code: string,
	name: string,
	size: number,
	leaning: Record<string, number> = {},
	children: readonly Place[] = []
): Place => ({
	code,
	name,
	size,
	leaning,
	children
});

/** Places without parts of their own, one a line: `320500 苏州市 640`. */
export function children(text: string): Place[] {
	return text
		.trim()
		.split('\n')
		.map((line) => {
			const [code = '', name = '', size = ''] = line.trim().split(' ');
			return place(code, name, Number(size));
		});
}

const jiangsu = children(`
320100 南京市 395\n320200 无锡市 335\n320300 徐州市 225\n320400 常州市 225\n320500 苏州市 640\n320600 南通市 330
320700 连云港市 125\n320800 淮安市 140\n320900 盐城市 210\n321000 扬州市 175\n321100 镇江市 125\n321200 泰州市 170\n321300 宿迁市 115`);
const zhejiang = children(`
330100 杭州市 640\n330200 宁波市 470\n330300 温州市 380\n330400 嘉兴市 260\n330500 湖州市 150\n330600 绍兴市 240
330700 金华市 280\n330800 衢州市 70\n330900 舟山市 50\n331000 台州市 260\n331100 丽水市 70`);
const guangdong = children(`
440100 广州市 860\n440200 韶关市 75\n440300 深圳市 1150\n440400 珠海市 150\n440500 汕头市 165\n440600 佛山市 510\n440700 江门市 170
440800 湛江市 150\n440900 茂名市 120\n441200 肇庆市 115\n441300 惠州市 275\n441400 梅州市 80\n441500 汕尾市 55\n441600 河源市 65
441700 阳江市 65\n441800 清远市 100\n441900 东莞市 560\n442000 中山市 230\n445100 潮州市 65\n445200 揭阳市 95\n445300 云浮市 50`);
const sichuan = children(`
510100 成都市 890\n510300 自贡市 55\n510400 攀枝花市 45\n510500 泸州市 95\n510600 德阳市 90\n510700 绵阳市 130\n510800 广元市 45
510900 遂宁市 55\n511000 内江市 55\n511100 乐山市 80\n511300 南充市 95\n511400 眉山市 65\n511500 宜宾市 110\n511600 广安市 50
511700 达州市 80\n511800 雅安市 30\n511900 巴中市 35\n512000 资阳市 40\n513200 阿坝藏族羌族自治州 15\n513300 甘孜藏族自治州 15
513400 凉山彝族自治州 60`);

/** The districts and counties of 重庆. */
export const chongqingDistricts = children(`
500101 万州区 58\n500102 涪陵区 46\n500103 渝中区 64\n500104 大渡口区 22\n500105 江北区 62\n500106 沙坪坝区 68\n500107 九龙坡区 74
500108 南岸区 54\n500109 北碚区 40\n500110 綦江区 30\n500111 大足区 26\n500112 渝北区 98\n500113 巴南区 48\n500114 黔江区 15
500115 长寿区 28\n500116 江津区 44\n500117 合川区 36\n500118 永川区 40\n500119 南川区 17\n500120 璧山区 34\n500151 铜梁区 24
500152 潼南区 19\n500153 荣昌区 23\n500154 开州区 30\n500155 梁平区 18\n500156 武隆区 11\n500229 城口县 5\n500230 丰都县 15
500231 垫江县 17\n500233 忠县 17\n500235 云阳县 21\n500236 奉节县 17\n500237 巫山县 12\n500238 巫溪县 9
500240 石柱土家族自治县 11\n500241 秀山土家族苗族自治县 14\n500242 酉阳土家族苗族自治县 12\n500243 彭水苗族土家族自治县 12`);

/** The reporting units of the country, in the order of the standard. */
export const provinces: readonly Place[] = [
	place('110000', '北京市', 1150, { C: 0.35, I: 3.4, J: 2.2, L: 2.2, M: 3, R: 2 }),
	place('120000', '天津市', 480, { C: 1.05, G: 1.2, J: 1.2 }),
	place('130000', '河北省', 1450, { B: 1.3, D: 1.2, C: 0.95 }),
	place('140000', '山西省', 820, { B: 6, C: 0.6, D: 1.3 }),
	place('150000', '内蒙古自治区', 560, { A: 2.4, B: 3.4, C: 0.55, D: 2 }),
	place('210000', '辽宁省', 1050, { B: 1.6, C: 1.05, D: 1.2 }),
	place('220000', '吉林省', 560, { A: 1.8, B: 1.5, C: 0.9 }),
	place('230000', '黑龙江省', 680, { A: 4.5, B: 3, C: 0.6 }),
	place('310000', '上海市', 1200, { C: 0.75, B: 0.02, I: 2, J: 2, L: 2.4, G: 1.4 }),
	place('320000', '江苏省', 3175, { C: 1.4, E: 1.35, B: 0.4 }, jiangsu),
	place('330000', '浙江省', 2740, { C: 1.35, E: 1.3, B: 0.1 }, zhejiang),
	place('340000', '安徽省', 1500, { E: 1.2, B: 1.2 }),
	place('350000', '福建省', 1350, { C: 1.2, E: 1.4 }),
	place('360000', '江西省', 1100, { C: 1.1, B: 0.9 }),
	place('370000', '山东省', 2900, { C: 1.1, B: 1.6 }),
	place('410000', '河南省', 2300, { B: 1.5, C: 1.05 }),
	place('420000', '湖北省', 1700, { E: 1.3, C: 1 }),
	place('430000', '湖南省', 1500, { E: 1.15, C: 0.85 }),
	place('440000', '广东省', 5105, { C: 1.5, B: 0.1, L: 1.3, H: 1.2 }, guangdong),
	place('450000', '广西壮族自治区', 1050, { C: 0.75, A: 1.5 }),
	place('460000', '海南省', 270, { H: 3, K: 2, C: 0.35, A: 2.4 }),
	place('500000', '重庆市', 950, { C: 1.05, E: 1.3 }),
	place('510000', '四川省', 2135, { E: 1.3, C: 0.8 }, sichuan),
	place('520000', '贵州省', 800, { B: 1.9, C: 0.6, E: 1.2 }),
	place('530000', '云南省', 950, { A: 1.6, C: 0.65, H: 1.3 }),
	place('540000', '西藏自治区', 80, { C: 0.2, S: 2.4, E: 1.4 }),
	place('610000', '陕西省', 1050, { B: 2.4, C: 0.8, M: 1.3 }),
	place('620000', '甘肃省', 520, { B: 1.6, C: 0.65, D: 1.5 }),
	place('630000', '青海省', 140, { B: 1.4, D: 2, C: 0.6 }),
	place('640000', '宁夏回族自治区', 190, { B: 2, D: 2, C: 0.8 }),
	place('650000', '新疆维吾尔自治区', 620, { A: 2.2, B: 2.4, C: 0.5 })
];

/** The name without 省, 市 or 自治区. */
export function shortName(name: string): string {
	return name.replace(/(壮族|回族|维吾尔)?(省|市|自治区)$/, '');
}

/** Names of two characters spaced to the width of three, as printed tables have them. */
export function spacedName(name: string, space = '　'): string {
	const short = shortName(name);
	return short.length === 2 ? `${short[0]}${space}${short[1]}` : short;
}
