import { anyDivision, placeNoun, wordsOf } from '#lib/dimensions/region-noun.ts';
import type { Profile } from '#lib/dimensions/profile.ts';
import type { Bilingual } from '#lib/format/language.ts';
import type { ImportOptions } from '../options.ts';
import { indicatorNames } from '../map/choose-dataset.ts';
import type { LoadPlan } from '../map/plan.ts';
import type { IssueLog } from '../issue-log.ts';
import { unitCheck } from './declared-units.ts';
import type { ReaderSetting } from './field-readers.ts';
import { figuresLoader } from './figures-loader.ts';
import type { Loader } from './loader.ts';
import { recordLoader } from './record-loader.ts';
import { regionReader } from './region-reader.ts';
import type { RowSink } from './row-sink.ts';
import { reportingScope } from './scope.ts';
import { slicedLoader } from './sliced-loader.ts';

/** The loader for a plan; regions that rows name are added to `regionsSeen`. */
export function makeLoader(
	plan: LoadPlan,
	options: ImportOptions,
	sink: RowSink,
	log: IssueLog,
	regionsSeen: Set<string>
): Loader {
	const { profile } = options;
	const scope = reportingScope(profile, options.scope);
	const setting: ReaderSetting = {
		unionYear: profile.yearStart === 'union',
		year: plan.year,
		region: (field, header) => regionReader(profile, placeTitle(profile) ?? field.title, header, regionsSeen, scope),
		codes: options.codes ?? [],
		checkUnit: unitCheck(profile.metrics)
	};
	const names = indicatorNames(profile);
	const loaderOf = (part: LoadPlan) =>
		part.wide ? figuresLoader(part, profile, setting, sink) : recordLoader(part, setting, names, sink);
	for (const { indicator, header, unit, index } of plan.columns) {
		// The unit of a column of figures stands in its header; what contradicts it keeps the whole column out.
		const finding = indicator !== null && unit ? setting.checkUnit(indicator, unit.base) : null;
		if (finding) log.add('UNIT_SUSPECT', { column: header.printed, index, sample: header.printed, ...finding });
	}
	for (const { slice, header, index } of plan.columns) {
		if (!slice?.region) continue;
		regionsSeen.add(slice.region);
		// Regions side by side are in the header, which no row reader sees.
		if (scope && !scope.allows(slice.region))
			log.add('SCOPE_DENIED', {
				column: header.printed,
				index,
				sample: header.printed,
				details: scope.details(slice.region)
			});
	}
	return plan.slices.length === 0 ? loaderOf(plan) : slicedLoader(plan, plan.slices.map(loaderOf), sink);
}

/** What findings call one place of the profile; null where 地区 will do. */
function placeTitle(profile: Profile): Bilingual | null {
	const noun = placeNoun(profile);
	return noun === anyDivision ? null : { zh: noun.zh, en: wordsOf(noun, 'en').noun };
}
