import type { Bilingual } from '#lib/format/language.ts';
import type { Profile } from '#lib/dimensions/profile.ts';
import { createRegionResolver } from '#lib/dimensions/region.ts';
import { cellText, withoutSpaces } from '../normalise/characters.ts';
import { isMissing } from '../normalise/missing.ts';
import type { CellReader } from '../normalise/row-context.ts';
import { remember } from '../normalise/text-readers.ts';
import { settle, unusableCode } from './code-readers.ts';
import type { ReportingScope } from './scope.ts';
import { totalLabel } from './totals.ts';

/** Reads region cells; the name of the region above comes from the row when there are two region columns. */
export function regionReader(
	profile: Profile,
	title: Bilingual,
	header: string,
	seen: Set<string>,
	scope: ReportingScope | null
): CellReader {
	const resolve = createRegionResolver({ home: profile.home, units: profile.regions });
	const readers = new Map<string | null, CellReader>();
	const readerBelow = (parent: string | null) =>
		remember((raw, context) => {
			const text = cellText(raw);
			if (text === '' || isMissing(text)) return '';
			if (unusableCode(text, header, context)) return '';
			const label = totalLabel(text);
			let name = text.replace(/^(?:其中[:：]?|#)\s*/, '');
			if (label.kind === 'home') name = profile.home;
			else if (label.kind === 'named') name = label.name;
			const code = settle(resolve(withoutSpaces(name), parent), text, header, title, context);
			if (code === '') return '';
			if (scope && !scope.allows(code))
				return context.fail('SCOPE_DENIED', header, text, { details: scope.details(code) }, code);
			seen.add(code);
			return code;
		});
	return (raw, context) => {
		const parent = context.parentRegion;
		let reader = readers.get(parent);
		if (!reader) readers.set(parent, (reader = readerBelow(parent)));
		return reader(raw, context);
	};
}

/**
 * The region that a bare 合计 stands for: the common parent of the file's regions, when they are all of one level and
 * none of that level is missing. A sum over part of the children is nobody's figure.
 */
export function impliedRegion(profile: Profile, seen: ReadonlySet<string>): string | null {
	const regions = new Map(profile.regions.map((region) => [region.code, region]));
	const known = [...seen].flatMap((code) => regions.get(code) ?? []);
	const parent = known[0]?.parent ?? null;
	if (parent === null || known.length < 2 || known.length < seen.size) return null;
	if (known.some((region) => region.parent !== parent)) return null;
	const levels = new Set(known.map((region) => region.level));
	const siblings = profile.regions.filter(
		(region) => region.parent === parent && region.expected && levels.has(region.level)
	);
	return siblings.every((region) => seen.has(region.code)) ? parent : null;
}
