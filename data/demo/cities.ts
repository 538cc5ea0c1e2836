import { citySummary, type City } from './city-summary.ts';
import { gansuPrefectures, shanghaiDistricts } from './city-places.ts';
import { gansu, shanghai } from './contexts.ts';
import { metricFiles } from './other-figures.ts';
import { ownMetricFiles, type OwnFigure } from './own-figures.ts';
import type { RegisterContext } from './register-context.ts';
import { registerFiles } from './register-files.ts';
import { makeStudios } from './studios.ts';
import type { TableFile } from './table-files.ts';
import { quarters, printedQuarter } from './calendar.ts';
import { createRandom } from './random.ts';

const shanghaiCity: City = {
	name: '上海市',
	places: shanghaiDistricts,
	noun: '区',
	regionHeader: '所属区县',
	whole: '全市',
	late: ['崇明区'],
	lateNote: '注：崇明区2026年三季度尚未报送，暂不汇总全市数。',
	brief: true
};

const gansuProvince: City = {
	name: '甘肃省',
	places: gansuPrefectures,
	noun: '市州',
	regionHeader: '市州',
	whole: '全省',
	late: ['甘南藏族自治州'],
	lateNote: '注：甘南州2026年三季度尚未报送，暂不汇总全省数。',
	brief: true
};

/** 项目制管理、以补代奖: projects that prefectures have approved, and what was paid for them in place of prizes. */
const projects: readonly OwnFigure[] = [
	{ name: '项目制立项数', unit: '个', perWorker: 0.9, growth: 1.12, spread: 0.4 },
	{ name: '以补代奖资金', unit: '万元', perWorker: 3.1, growth: 1.1, spread: 0.4 }
];

/** All exports of 上海. */
export function shanghaiFiles(seed: string): TableFile[] {
	return [...cityFiles(seed, shanghaiCity, shanghai, 0.03), minhangFile(seed)];
}

/** All exports of 甘肃. */
export function gansuFiles(seed: string): TableFile[] {
	return [
		...cityFiles(seed, gansuProvince, gansu, 0.016),
		...ownMetricFiles(seed, 'gansu', {
			units: gansuPrefectures,
			whole: '甘肃省',
			regionHeader: '市州',
			figures: projects
		})
	];
}

function cityFiles(seed: string, city: City, context: RegisterContext, share: number): TableFile[] {
	const studios = makeStudios(seed, context);
	return [
		...citySummary(seed, city, studios),
		...registerFiles(seed, context, studios),
		...metricFiles(seed, context.profile, city.places, share)
	];
}

/** What 闵行 has named towards its five-year targets: 百名当代工匠, 千名技术标兵, 万名技术能手 (2022–2027). */
function minhangFile(seed: string): TableFile {
	const random = createRandom(`${seed}/shanghai/minhang`);
	const yearly: readonly (readonly [string, number])[] = [
		['当代工匠', 18],
		['技术标兵', 205],
		['技术能手', 1_480]
	];
	const row = (name: string, period: string, value: number) => [name, '闵行区', period, value, '名', '示例数据'];
	return {
		name: '其他指标/闵行区工匠标兵能手选树情况',
		format: 'gb18030',
		rows: [
			['闵行区工匠、标兵、能手选树情况（示例数据）'],
			['指标', '地区', '统计时期', '数值', '单位', '来源'],
			...yearly.flatMap(([name, number]) => [
				row(name, '2022年', Math.round(number * 0.8)),
				...quarters.map((quarter) => row(name, printedQuarter(quarter), Math.round((number / 4) * random.around(0.2))))
			])
		]
	};
}
