import type { Profile } from '#lib/dimensions/profile.ts';
import type { IssueLog } from '../issue-log.ts';
import { CodeFinder } from './candidates.ts';
import type { LoadPlan } from './plan.ts';

const shown = 3;

/** Names in the findings of unknown codes what may have been meant, by likeness and by sound: 江酥 → 江苏. */
export async function suggestCodes(plan: LoadPlan, profile: Profile, log: IssueLog): Promise<void> {
	const finder = new CodeFinder(profile);
	await log.amend('CODE_UNKNOWN', async ({ column, sample, details }) => {
		const field = plan.columns.find(({ header }) => header.printed === column)?.field;
		// A name of another profile's region is right as it is.
		if (!field || sample === null || 'outside' in details) return null;
		const found = await finder.find(field, sample, null, shown);
		if (found.length === 0) return null;
		return {
			suggestion_zh: `，是否为${found.map(({ title }) => title.zh).join('、')}`,
			suggestion_en: `; perhaps ${found.map(({ title, code }) => `${title.en} (${code})`).join(', ')}`,
			candidates: found.map(({ code }) => code).join(' ')
		};
	});
}
