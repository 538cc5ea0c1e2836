import { chongqingSummary } from './chongqing-summary.ts';
import { nationalSummary } from './national-summary.ts';
import { metricFiles, targetFile } from './other-figures.ts';
import { chongqingDistricts } from './places.ts';
import { sitesOf, type RegisterContext } from './register-context.ts';
import { registerFiles } from './register-files.ts';
import { nationalUnits } from './reporting-units.ts';
import { makeStudios } from './studios.ts';
import type { TableFile } from './table-files.ts';

/** Profiles that the generator has exports for. */
export const demoProfiles = ['national', 'chongqing'] as const;
/** One of them. */
export type DemoProfile = (typeof demoProfiles)[number];

/** Published: 8 万 studios (2023) and 360 academies. What is founded later keeps the sum within one per cent. */
const national: RegisterContext = {
	profile: 'national',
	prefix: 'GJ',
	...sitesOf(nationalUnits),
	campaigns: ['当好主人翁 建功新时代', '建功十四五 奋进新征程'],
	sizes: {
		competitions: 21_000,
		results: 205_000,
		studios: [
			[2014, 3_200],
			[2015, 4_100],
			[2016, 5_600],
			[2017, 7_300],
			[2018, 8_800],
			[2019, 10_200],
			[2020, 10_900],
			[2021, 11_700],
			[2022, 17_350],
			[2023, 250],
			[2024, 350],
			[2025, 420],
			[2026, 400]
		],
		academies: [
			[2019, 62],
			[2020, 71],
			[2021, 88],
			[2022, 136],
			[2023, 1],
			[2024, 1],
			[2025, 2],
			[2026, 2]
		],
		innovations: 14_000,
		trainings: 9_000,
		honours: 7_000
	}
};

const chongqing: RegisterContext = {
	profile: 'chongqing',
	prefix: 'CQ',
	...sitesOf(chongqingDistricts),
	campaigns: ['巴渝工匠', '求学圆梦行动', '劳模工匠助企行'],
	sizes: {
		competitions: 1_450,
		results: 26_000,
		studios: [
			[2016, 140],
			[2017, 180],
			[2018, 220],
			[2019, 260],
			[2020, 260],
			[2021, 300],
			[2022, 320],
			[2023, 90],
			[2024, 110],
			[2025, 120],
			[2026, 80]
		],
		academies: [
			[2019, 4],
			[2020, 4],
			[2021, 5],
			[2022, 4],
			[2023, 2],
			[2024, 2],
			[2025, 1]
		],
		innovations: 3_600,
		trainings: 2_400,
		honours: 1_500
	}
};

/** All files of a profile. Every random stream is named by the seed, so that the same seed gives the same bytes. */
export function demoFiles(profile: DemoProfile, seed: string): TableFile[] {
	const context = profile === 'national' ? national : chongqing;
	const studios = makeStudios(seed, context);
	const units = profile === 'national' ? nationalUnits.slice(0, 31) : chongqingDistricts;
	return [
		...(profile === 'national' ? nationalSummary(seed, studios) : chongqingSummary(seed, studios)),
		...registerFiles(seed, context, studios),
		...metricFiles(seed, profile, units, profile === 'national' ? 1 : 0.024),
		targetFile(profile)
	];
}
