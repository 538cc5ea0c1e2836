import type { Tile } from '#lib/charts/tile-map.ts';

/* 示例: invented figures of a plausible shape for the places of a tile grid; some are missing. */
const places: readonly [code: string, name: string, row: number, col: number, units: number | null][] = [
	['110000', '北京', 2, 7, 230641],
	['120000', '天津', 2, 8, 92186],
	['130000', '河北', 3, 7, 185614],
	['140000', '山西', 3, 6, 108731],
	['150000', '内蒙古', 2, 5, 68493],
	['210000', '辽宁', 2, 9, 210452],
	['220000', '吉林', 1, 9, 79114],
	['230000', '黑龙江', 0, 9, 103867],
	['310000', '上海', 5, 9, 337581],
	['320000', '江苏', 4, 8, 430488],
	['330000', '浙江', 5, 8, 402573],
	['340000', '安徽', 5, 7, 121204],
	['350000', '福建', 6, 8, 153920],
	['360000', '江西', 6, 7, 96418],
	['370000', '山东', 3, 8, 402870],
	['410000', '河南', 4, 7, 236147],
	['420000', '湖北', 5, 6, 153288],
	['430000', '湖南', 6, 6, 178903],
	['440000', '广东', 7, 7, 457662],
	['450000', '广西', 7, 6, 112540],
	['460000', '海南', 8, 7, 22175],
	['500000', '重庆', 5, 5, 93417],
	['510000', '四川', 5, 4, 203461],
	['520000', '贵州', 6, 5, 68220],
	['530000', '云南', 6, 4, 99835],
	['540000', '西藏', 5, 3, null],
	['610000', '陕西', 4, 6, 121376],
	['620000', '甘肃', 4, 5, 77910],
	['630000', '青海', 4, 4, 17026],
	['640000', '宁夏', 3, 5, 22451],
	['650000', '新疆', 3, 3, 65940],
	['710000', '台湾', 6, 9, null],
	['810000', '香港', 7, 8, null],
	['820000', '澳门', 8, 8, null]
];

/** 万 with at most four digits, as the product prints it. */
export function inWan(value: number): string {
	return value >= 10000 ? `${Number((value / 10000).toPrecision(4))}万` : String(value);
}

/** Tiles for the provinces, 重庆 selected, two provisional. */
export const provinceTiles: readonly Tile[] = places.map(([key, name, row, col, value]) => ({
	key,
	name,
	row,
	col,
	value,
	label: value === null ? '' : inWan(value),
	selected: key === '500000',
	provisional: key === '130000' || key === '410000',
	notes: value === null ? [] : [`${value.toLocaleString('en-US')} 个单位`]
}));
