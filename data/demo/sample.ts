import { demoFiles, type DemoProfile } from './profiles.ts';
import type { TableFile } from './table-files.ts';

/** What the sample shows: one file of each interesting form, by the plain name that it is kept under. */
const chosen: Readonly<Partial<Record<DemoProfile, Readonly<Record<string, string>>>>> = {
	national: {
		// Byte order mark, title and unit rows, spaced names, a national total, figures in 万.
		'quarters-2023': '汇总/2023年各地区季度汇总表',
		// GB18030, the quarter in the title only, thousands separators.
		'first-quarter-2024': '汇总/2024年一季度各地区汇总表',
		// A workbook.
		'quarters-2025': '汇总/2025年各地区季度汇总表',
		// Two units are missing, a note says so.
		'third-quarter-2026': '汇总/2026年三季度各地区汇总表',
		academies: '工作室/工匠学院名录',
		// Figures without a register, long and wide.
		'other-figures-2023-2024': '其他指标/其他指标（2023-2024）',
		'service-figures-2025': '其他指标/2025年服务职工指标',
		targets: '目标/工作目标'
	},
	// A city total and its districts in one file.
	chongqing: {
		'chongqing-fourth-quarter-2024': '汇总/2024年四季度各区县汇总表',
		'chongqing-2026': '汇总/2026年各区县汇总表'
	}
};

/** The files of the sample. */
export function sampleFiles(seed: string): TableFile[] {
	return (Object.keys(chosen) as DemoProfile[]).flatMap((profile) => {
		const files = demoFiles(profile, seed);
		return Object.entries(chosen[profile] ?? {}).map(([plain, name]) => {
			const file = files.find((one) => one.name === name);
			if (!file) throw new RangeError(`No demo file ${name}`);
			return { ...file, name: plain };
		});
	});
}
