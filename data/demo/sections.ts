/** A section of GB/T 4754-2017: its share of the workforce (per cent, from yearbooks, rounded), size of a unit, and zeal. */
export interface Section {
	readonly code: string;
	readonly name: string;
	readonly share: number;
	readonly unitSize: number;
	/** Participation relative to the mean. */
	readonly zeal: number;
	/** Of its employees, how many hold a skill grade, per cent. */
	readonly skilled: number;
}

const section = (
	code: string,
	name: string,
	share: number,
	unitSize: number,
	zeal: number,
	skilled: number
): Section => ({
	code,
	name,
	share,
	unitSize,
	zeal,
	skilled
});

/** Nineteen sections; T (international organisations) has no trade unions to report. */
export const sections: readonly Section[] = [
	section('A', '农、林、牧、渔业', 1.6, 70, 0.7, 25),
	section('B', '采矿业', 2.4, 420, 1.7, 62),
	section('C', '制造业', 27.5, 160, 1.35, 58),
	section('D', '电力、热力、燃气及水生产和供应业', 2.6, 240, 2, 64),
	section('E', '建筑业', 14, 190, 1.2, 48),
	section('F', '批发和零售业', 7, 45, 0.55, 26),
	section('G', '交通运输、仓储和邮政业', 6, 150, 1.5, 52),
	section('H', '住宿和餐饮业', 3, 50, 0.7, 33),
	section('I', '信息传输、软件和信息技术服务业', 3.6, 95, 0.9, 45),
	section('J', '金融业', 4.2, 160, 1, 30),
	section('K', '房地产业', 3.1, 60, 0.5, 22),
	section('L', '租赁和商务服务业', 4.3, 55, 0.45, 22),
	section('M', '科学研究和技术服务业', 3, 75, 1, 44),
	section('N', '水利、环境和公共设施管理业', 1.8, 90, 1.1, 34),
	section('O', '居民服务、修理和其他服务业', 1.4, 35, 0.6, 36),
	section('P', '教育', 5.6, 105, 0.85, 20),
	section('Q', '卫生和社会工作', 4, 130, 1.2, 38),
	section('R', '文化、体育和娱乐业', 1, 55, 0.7, 24),
	section('S', '公共管理、社会保障和社会组织', 3.9, 60, 0.5, 14)
];

/** Divisions of manufacturing with their share of it, per cent. */
export const manufacturingDivisions: readonly { code: string; name: string; share: number }[] = `
C13 农副食品加工业 4\nC14 食品制造业 2.6\nC15 酒、饮料和精制茶制造业 1.6\nC16 烟草制品业 0.3\nC17 纺织业 4.6\nC18 纺织服装、服饰业 5.2
C19 皮革、毛皮、羽毛及其制品和制鞋业 3.1\nC20 木材加工和木、竹、藤、棕、草制品业 2\nC21 家具制造业 2\nC22 造纸和纸制品业 1.5
C23 印刷和记录媒介复制业 1.6\nC24 文教、工美、体育和娱乐用品制造业 2.8\nC25 石油、煤炭及其他燃料加工业 1\nC26 化学原料和化学制品制造业 4.6
C27 医药制造业 2.7\nC28 化学纤维制造业 0.6\nC29 橡胶和塑料制品业 4.3\nC30 非金属矿物制品业 6\nC31 黑色金属冶炼和压延加工业 2.7
C32 有色金属冶炼和压延加工业 2\nC33 金属制品业 6.2\nC34 通用设备制造业 6.4\nC35 专用设备制造业 5.6\nC36 汽车制造业 6
C37 铁路、船舶、航空航天和其他运输设备制造业 2.4\nC38 电气机械和器材制造业 7.6\nC39 计算机、通信和其他电子设备制造业 12\nC40 仪器仪表制造业 1.5
C41 其他制造业 0.7\nC42 废弃资源综合利用业 0.5\nC43 金属制品、机械和设备修理业 0.7`
	.trim()
	.split('\n')
	.map((line) => {
		const [code = '', name = '', share = ''] = line.split(' ');
		return { code, name, share: Number(share) };
	});

/** Kinds of ownership: share of the workforce and of the units, and zeal. */
export const ownershipShares: readonly { name: string; workers: number; units: number; zeal: number }[] = [
	{ name: '国有企业', workers: 17, units: 6, zeal: 1.9 },
	{ name: '集体企业', workers: 2, units: 2, zeal: 1 },
	{ name: '私营企业', workers: 43, units: 57, zeal: 0.75 },
	{ name: '港澳台商投资企业', workers: 5, units: 3, zeal: 0.9 },
	{ name: '外商投资企业', workers: 5, units: 3, zeal: 1 },
	{ name: '事业单位', workers: 14, units: 10, zeal: 1.1 },
	{ name: '机关', workers: 6, units: 7, zeal: 0.6 },
	{ name: '个体经济', workers: 3, units: 8, zeal: 0.3 },
	{ name: '其他', workers: 5, units: 4, zeal: 0.7 }
];
