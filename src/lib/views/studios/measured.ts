import { indicatorById } from '#lib/indicators/index.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';

function declared(id: string): Indicator {
	const indicator = indicatorById(id);
	if (!indicator) throw new Error(`No indicator “${id}” is declared.`);
	return indicator;
}

/** 创新工作室 and 工匠学院, counted one by one in the register. */
export const [studioStock, academyStock] = [declared('studios'), declared('academies')];

/** The same as the returns state them, for releases without a register. */
export const [studiosReported, academiesReported] = [declared('studios_reported'), declared('academies_reported')];

/** 每万名职工创新工作室数. */
export const density = declared('studios_per_10k');

/** 省级及以上工作室占比. */
export const provincialShare = declared('studios_provincial_share');

/** What a studio brings forth, one measure each. */
export const outputs: readonly Indicator[] = [
	'benefit_per_studio',
	'projects_per_studio',
	'patents_per_studio',
	'trained_per_studio'
].map(declared);

/** Shares that say what comes of it: 专利成果转化率, 补助资金产出比. */
export const yields: readonly Indicator[] = ['transfer_rate', 'subsidy_efficiency'].map(declared);
