import { gansuFiles, shanghaiFiles } from './cities.ts';
import { citySummary } from './city-summary.ts';
import { chongqing, national } from './contexts.ts';
import { enterpriseFiles } from './enterprise.ts';
import { nationalSummary } from './national-summary.ts';
import { metricFiles, targetFile } from './other-figures.ts';
import { chongqingDistricts } from './places.ts';
import { registerFiles } from './register-files.ts';
import { nationalUnits } from './reporting-units.ts';
import { makeStudios } from './studios.ts';
import type { TableFile } from './table-files.ts';

/** Profiles that the generator has exports for. */
export const demoProfiles = ['national', 'chongqing', 'shanghai', 'gansu', 'enterprise'] as const;
/** One of them. */
export type DemoProfile = (typeof demoProfiles)[number];

const files: Readonly<Record<DemoProfile, (seed: string) => TableFile[]>> = {
	national: nationalFiles,
	chongqing: chongqingFiles,
	shanghai: shanghaiFiles,
	gansu: gansuFiles,
	enterprise: enterpriseFiles
};

/** All files of a profile. Every random stream is named by the seed, so that the same seed gives the same bytes. */
export function demoFiles(profile: DemoProfile, seed: string): TableFile[] {
	return files[profile](seed);
}

function nationalFiles(seed: string): TableFile[] {
	const studios = makeStudios(seed, national);
	return [
		...nationalSummary(seed, studios),
		...registerFiles(seed, national, studios),
		...metricFiles(seed, 'national', nationalUnits.slice(0, 31), 1),
		targetFile('national')
	];
}

function chongqingFiles(seed: string): TableFile[] {
	const studios = makeStudios(seed, chongqing);
	const city = {
		name: '重庆市',
		places: chongqingDistricts,
		noun: '区县',
		regionHeader: '所属区县',
		whole: '全市',
		late: ['城口县', '酉阳土家族苗族自治县'],
		lateNote: '注：城口县、酉阳县2026年三季度尚未报送，暂不汇总全市数。'
	};
	return [
		...citySummary(seed, city, studios),
		...registerFiles(seed, chongqing, studios),
		...metricFiles(seed, 'chongqing', chongqingDistricts, 0.024),
		targetFile('chongqing')
	];
}
