import { provinces, type Place } from './places.ts';

/** Units that report to the national federation beside the provinces. */
const otherUnits: readonly Place[] = [
	{ code: '660000', name: '新疆生产建设兵团', size: 145, leaning: { A: 9, E: 1.4 }, children: [] },
	{
		code: '990100',
		name: '中央和国家机关',
		size: 62,
		leaning: { A: 0, B: 0, C: 0, E: 0, F: 0, H: 0, K: 0, S: 16, P: 2, M: 3 },
		children: []
	}
];

/** All units that report to the national federation. */
export const nationalUnits: readonly Place[] = [...provinces, ...otherUnits];

/** These have not reported the third quarter of 2026 yet: what is shown of it is provisional. */
export const lateUnits: readonly string[] = ['贵州省', '青海省'];

/** From 2026 on this province is reported by its prefectures only: its figures are sums. */
export const unitReportedByParts = '四川省';

/** Whether a unit's own figures for a quarter are in the reports. */
export const hasReported = (unit: string, quarter: string): boolean =>
	quarter !== '2026Q3' || !lateUnits.includes(unit);
