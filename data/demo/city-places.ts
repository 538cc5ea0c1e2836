import { children, type Place } from './places.ts';

/** A place with parts of its own, or with trades that weigh more or less in it than elsewhere. */
const changed = (places: readonly Place[], changes: Readonly<Record<string, Partial<Place>>>): Place[] =>
	places.map((place) => ({ ...place, ...changes[place.name] }));

/** Streets and towns of 闵行, by the codes of the statistics bureau. */
const minhang = children(`
310112001 江川路街道 17\n310112006 古美路街道 6\n310112008 新虹街道 7\n310112009 浦锦街道 5\n310112101 莘庄镇 13
310112102 七宝镇 14\n310112103 颛桥镇 12\n310112106 华漕镇 9\n310112107 虹桥镇 12\n310112108 梅陇镇 16\n310112110 吴泾镇 8
310112112 马桥镇 9\n310112114 浦江镇 14\n310112501 莘庄工业区 10`);

/** The districts of 上海. */
export const shanghaiDistricts: readonly Place[] = changed(
	children(`
310101 黄浦区 78\n310104 徐汇区 82\n310105 长宁区 46\n310106 静安区 84\n310107 普陀区 56\n310109 虹口区 38
310110 杨浦区 52\n310112 闵行区 130\n310113 宝山区 78\n310114 嘉定区 110\n310115 浦东新区 318\n310116 金山区 40
310117 松江区 92\n310118 青浦区 66\n310120 奉贤区 58\n310151 崇明区 24`),
	{
		闵行区: { children: minhang, leaning: { C: 1.3, M: 1.4 } },
		嘉定区: { leaning: { C: 1.6, J: 0.4 } },
		浦东新区: { leaning: { C: 1.1, I: 1.4, J: 1.3 } },
		黄浦区: { leaning: { C: 0.3, J: 2 } },
		崇明区: { leaning: { A: 3, C: 0.6 } }
	}
);

const lanzhou = children(`
620102 城关区 46\n620103 七里河区 22\n620104 西固区 19\n620105 安宁区 13\n620111 红古区 6\n620121 永登县 10\n620122 皋兰县 6
620123 榆中县 11`);

/** The prefectures of 甘肃. */
export const gansuPrefectures: readonly Place[] = changed(
	children(`
620100 兰州市 133\n620200 嘉峪关市 15\n620300 金昌市 19\n620400 白银市 34\n620500 天水市 52\n620600 武威市 34
620700 张掖市 30\n620800 平凉市 40\n620900 酒泉市 36\n621000 庆阳市 44\n621100 定西市 32\n621200 陇南市 28
622900 临夏回族自治州 15\n623000 甘南藏族自治州 8`),
	{
		兰州市: { children: lanzhou, leaning: { C: 1.2, I: 1.3 } },
		嘉峪关市: { leaning: { C: 1.9, A: 0.3 } },
		金昌市: { leaning: { B: 2, C: 1.6 } },
		酒泉市: { leaning: { D: 2, B: 1.3 } },
		庆阳市: { leaning: { B: 2 } },
		甘南藏族自治州: { leaning: { A: 2, H: 1.8, C: 0.4 } }
	}
);
