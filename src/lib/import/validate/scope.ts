import type { Profile } from '#lib/dimensions/profile.ts';

/** Whether a region lies in the one that an account may report for; names for the finding when it does not. */
export interface ReportingScope {
	allows(region: string): boolean;
	details(region: string): Record<string, string>;
}

/** The scope of an account; null when it may report for all regions. */
export function reportingScope(profile: Profile, scope: string | undefined): ReportingScope | null {
	if (scope === undefined) return null;
	const regions = new Map(profile.regions.map((region) => [region.code, region]));
	const known = new Map<string, boolean>();
	const isWithin = (code: string): boolean => {
		for (let at: string | null | undefined = code; at; at = regions.get(at)?.parent) if (at === scope) return true;
		return false;
	};
	return {
		allows(region) {
			let answer = known.get(region);
			if (answer === undefined) known.set(region, (answer = isWithin(region)));
			return answer;
		},
		details(region) {
			const found = regions.get(region);
			const own = regions.get(scope);
			return {
				found_zh: `${found?.name ?? region}（${region}）`,
				found_en: `${found?.nameEn ?? region} (${region})`,
				expected_zh: own?.name ?? scope,
				expected_en: own?.nameEn ?? scope
			};
		}
	};
}
