import { basename } from 'node:path';
import { demoFiles, type DemoProfile } from './profiles.ts';
import type { TableFile } from './table-files.ts';

/** What the sample shows: one file of each interesting form. */
const chosen: Readonly<Partial<Record<DemoProfile, readonly string[]>>> = {
	national: [
		// Byte order mark, title and unit rows, spaced names, a national total, figures in 万.
		'汇总/2023年各地区季度汇总表',
		// GB18030, the quarter in the title only, thousands separators.
		'汇总/2024年一季度各地区汇总表',
		// A workbook.
		'汇总/2025年各地区季度汇总表',
		// Two units are missing, a note says so.
		'汇总/2026年三季度各地区汇总表',
		'工作室/工匠学院名录',
		// Figures without a register, long and wide.
		'其他指标/其他指标（2023-2024）',
		'其他指标/2025年服务职工指标',
		'目标/工作目标'
	],
	// A city total and its districts in one file.
	chongqing: ['汇总/2024年四季度各区县汇总表', '汇总/2026年各区县汇总表']
};

/** The files of the sample; those of 重庆 carry its name. */
export function sampleFiles(seed: string): TableFile[] {
	return (Object.keys(chosen) as DemoProfile[]).flatMap((profile) => {
		const files = demoFiles(profile, seed);
		return (chosen[profile] ?? []).map((name) => {
			const file = files.find((one) => one.name === name);
			if (!file) throw new RangeError(`No demo file ${name}`);
			return { ...file, name: `${profile === 'chongqing' ? '重庆市' : ''}${basename(name)}` };
		});
	});
}
