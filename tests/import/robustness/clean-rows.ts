import type { Dataset, DatasetName, Field } from '#lib/datasets/dataset.ts';
import type { Random } from './random.ts';
import type { Variant } from './clean-tables.ts';

type Row = Record<string, string>;
type Regions = readonly (readonly [string, string])[];

const trades = ['焊工', '钳工', '电工', '车工', '数控铣工', '起重装卸', '茶艺', '快递', '护理', '轨道列车司机'];
const places = ['嘉陵', '长江', '云岭', '渤海', '祁连', '秦岭', '太湖', '松江', '珠江', '昆仑'];
const firms = ['机械厂', '钢铁公司', '纺织厂', '电力公司', '物流公司', '医院', '建筑公司', '化工厂', '铁路段', '学校'];
const people = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛'];
const industries: readonly (readonly [code: string, name: string])[] = [
	['C', '制造业'],
	['E', '建筑业'],
	['G', '交通运输、仓储和邮政业'],
	['P', '教育'],
	['C36', '汽车制造业'],
	['B', '采矿业'],
	['K', '房地产业']
];
const ownerships = ['国有', '私营', '集体', '事业'];
const unitNames: Readonly<Record<string, string>> = {
	yuan: '元',
	second: '秒',
	score: '分',
	person: '人',
	'person-time': '人次'
};

/** The header of a field: title and, where a bare title leaves the unit open, the unit. */
export function columnHeader(field: Field): string {
	const unit = field.unit && unitNames[field.unit];
	return unit && (field.unit === 'yuan' || field.unit === 'second') ? `${field.title.zh}（${unit}）` : field.title.zh;
}

/** Name or code of the region of a row. */
function regionText(regions: Regions, at: number, variant: Variant): string {
	return (regions[at] as readonly [string, string])[variant === 'names' ? 1 : 0];
}

/** The dimensions that registers share; figures have their own. */
export function registerRow(random: Random, dataset: Dataset, variant: Variant, regions: Regions, at: number): Row {
	if (['summary', 'metrics', 'targets'].includes(dataset.name)) return {};
	const [code, name] = random.pick(industries);
	return {
		region: regionText(regions, at, variant),
		industry: variant === 'names' ? name : code,
		org_unit: `${random.pick(places)}${random.pick(firms)}`,
		ownership: random.pick(ownerships),
		...(dataset.name === 'honours' ? {} : { period: variant === 'names' ? '2024年' : '2024' })
	};
}

function id(variant: Variant, prefix: string, at: number): string {
	return variant === 'names'
		? `${prefix}2024-${String(at + 1).padStart(3, '0')}`
		: String(10 + at * 7).padStart(6, '0');
}

function date(random: Random, from: number, to: number, variant: Variant): string {
	const day = new Date(Date.UTC(2024, 0, random.between(from, to))).toISOString().slice(0, 10);
	return variant === 'names' ? day : day.replaceAll('-', '/');
}

/** A text with what CSV must quote, in the variant that has such texts. */
function text(random: Random, variant: Variant, plain: string): string {
	if (variant === 'names') return plain;
	return random.pick([plain, `${plain},第${random.between(1, 9)}期`, `“${plain}”`, `${plain} "甲"`]);
}

/** What makes the rows of a dataset: realistic figures within its rules. */
export function rowMaker(
	random: Random,
	dataset: DatasetName,
	variant: Variant,
	regions: Regions
): (at: number) => Row {
	const whole = (from: number, to: number) => random.between(from, to);
	const makers: Readonly<Record<DatasetName, (at: number) => Row>> = {
		summary(at) {
			const workers = whole(20_000, 900_000);
			const units = whole(300, 9000);
			const suggestions = whole(500, 9000);
			const [code, name] = industries[0] as readonly [string, string];
			return {
				period: variant === 'names' ? '2024年三季度' : '2024Q3',
				region: regionText(regions, at, variant),
				industry: variant === 'names' ? name : code,
				units_total: String(units),
				units_competing: String(Math.floor(units * 0.6)),
				workers_total: String(workers),
				participants: String(Math.floor(workers * 0.4)),
				participations: String(Math.floor(workers * 0.7)),
				suggestions: String(suggestions),
				suggestions_adopted: String(Math.floor(suggestions * 0.6)),
				suggestions_implemented: random.next() < 0.1 ? '' : String(Math.floor(suggestions * 0.4)),
				patents: String(whole(11, 400)),
				economic_benefit: `${whole(100_000, 9_000_000)}.5`
			};
		},
		competitions(at) {
			const participants = whole(100, 4000);
			return {
				competition_id: id(variant, 'JS', at),
				name: text(random, variant, `${random.pick(places)}${random.pick(trades)}技能竞赛`),
				kind: random.pick(['技能竞赛', '劳动竞赛', '安康杯']),
				level: random.pick(['国家一类', '国家二类', '省一类', '省二类', '市', '县区', '企业']),
				occupation: random.pick(trades),
				start_date: date(random, 20, 100, variant),
				end_date: date(random, 120, 300, variant),
				units: String(whole(11, 90)),
				participants: String(participants),
				participations: String(participants + whole(100, 900)),
				promoted: String(whole(11, 90)),
				budget: String(whole(20_000, 900_000))
			};
		},
		results(at) {
			const [theory, practical] = [whole(600, 990) / 10, whole(600, 990) / 10];
			return {
				competition_id: variant === 'names' ? 'JS2024-001' : '000017',
				event: text(random, 'names', '焊工（职工组）'),
				entrant_id: variant === 'names' ? `X${String(at + 1).padStart(3, '0')}` : String(at + 1).padStart(5, '0'),
				entrant: `选手${random.pick(people)}${random.pick(people)}`,
				team: `${random.pick(places)}代表队`,
				theory: String(theory),
				practical: String(practical),
				total: String(Math.round((theory * 3 + practical * 7) * 10) / 100),
				time: String(whole(2000, 7000)),
				rank_published: String(at + 1),
				award: at < 3 ? (['一等奖', '二等奖', '三等奖'][at] as string) : '优胜奖',
				status: '正式'
			};
		},
		studios: (at) => ({
			studio_id: id(variant, 'GZS', at),
			kind: random.pick(['劳模工作室', '工匠工作室', '职工工作室', '工匠学院']),
			name: text(random, variant, `${random.pick(places)}${random.pick(trades)}创新工作室`),
			leader: `领衔${random.pick(people)}${random.pick(people)}`,
			level: random.pick(['国家级', '省级', '市级', '企业级']),
			founded: date(random, 1, 300, variant),
			members: String(whole(11, 60)),
			projects: String(whole(11, 40)),
			patents: String(whole(11, 30)),
			economic_benefit: String(whole(20_000, 9_000_000)),
			trained: String(whole(100, 900)),
			subsidy: String(whole(10_000, 90_000))
		}),
		innovations: (at) => ({
			innovation_id: id(variant, 'CX', at),
			kind: random.pick(['合理化建议', '技术革新', '发明创造', '小发明']),
			title: text(random, variant, `${random.pick(trades)}夹具改进`),
			proposer_unit: `${random.pick(places)}${random.pick(firms)}`,
			submitted: date(random, 20, 60, variant),
			adopted: date(random, 80, 140, variant),
			implemented: date(random, 160, 300, variant),
			economic_benefit: String(whole(20_000, 900_000))
		}),
		trainings(at) {
			const enrolled = whole(60, 400);
			return {
				training_id: id(variant, 'PX', at),
				kind: random.pick(['技能培训', '岗位练兵', '师带徒', '求学圆梦']),
				occupation: random.pick(trades),
				skill_level: random.pick(['初级工', '中级工', '高级工', '技师']),
				enrolled: String(enrolled),
				attendances: String(enrolled + whole(20, 400)),
				certified: String(Math.floor(enrolled * 0.7)),
				subsidy: String(whole(10_000, 90_000))
			};
		},
		honours: (at) => ({
			honour_id: id(variant, 'RY', at),
			honour: random.pick(['五一劳动奖章', '五一劳动奖状', '工人先锋号', '大国工匠']),
			level: random.pick(['国家级', '省级', '市级']),
			year: '2024',
			recipient: `得主${random.pick(people)}${random.pick(people)}`,
			recipient_type: random.pick(['个人', '集体']),
			count: '1'
		}),
		metrics: (at) => ({
			indicator: '户外劳动者服务站点',
			region: regionText(regions, at, variant),
			period: variant === 'names' ? '2024年' : '2024',
			basis: '时点',
			value: String(whole(200, 90_000)),
			unit: '个',
			source: `${random.pick(places)}年报`
		}),
		targets: (at) => ({
			indicator: '参赛人次',
			region: regionText(regions, at, variant),
			start_year: '2023',
			end_year: '2027',
			target: String(whole(20_000, 900_000)),
			unit: '人次',
			direction: '≥',
			source: `${random.pick(places)}规划`
		})
	};
	return makers[dataset];
}
