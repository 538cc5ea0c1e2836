import { ownerships } from '#lib/dimensions/ownership.ts';
import { periodTitle } from '#lib/dimensions/period.ts';
import type { Profile } from '#lib/dimensions/profile.ts';
import type { Language } from '#lib/format/language.ts';
import type { StepDimension } from '#lib/release/trace-steps.ts';
import type { ReleaseLists } from '#lib/state/release-lists.ts';
import { industryName, listName } from '../narrowing-names.ts';
import { tracedTitle } from './traced.ts';

/** What an explanation is told about the open release, to call things by their names. */
export interface Named {
	readonly profile: Profile;
	readonly lists: ReleaseLists;
	readonly language: Language;
}

/** The place of a figure of the roll-up. */
export interface NamedCell {
	readonly region: string;
	readonly industry?: string;
	readonly ownership?: string;
	readonly period: string;
}

/** The second argument of every message of an explanation. */
export function inLanguage(language: Language): { locale: 'zh-CN' | 'en' } {
	return { locale: language === 'en' ? 'en' : 'zh-CN' };
}

/** What a measure is called. */
export function measureName(measure: string, { profile, language }: Named): string {
	return tracedTitle(profile, measure, language);
}

/** What a place is called; its code where the release does not know it. */
export function regionName(code: string, { lists, language }: Named): string {
	const region = lists.regions.find((one) => one.code === code);
	return (language === 'en' && region?.nameEn ? region.nameEn : region?.name) ?? code;
}

/** What one member of a dimension is called. */
export function memberName(dimension: StepDimension, cell: NamedCell, named: Named): string {
	const { lists, language } = named;
	if (dimension === 'region') return regionName(cell.region, named);
	if (dimension === 'period') return periodTitle(cell.period, language);
	if (dimension === 'industry') return industryName(cell.industry ?? 'all', lists, language);
	return listName(cell.ownership ?? 'all', ownerships, language);
}

/** A cell in words: place, industry, ownership, period, without what is whole. */
export function cellName(cell: NamedCell, named: Named): string {
	return [
		regionName(cell.region, named),
		cell.industry && cell.industry !== 'all' ? memberName('industry', cell, named) : '',
		cell.ownership && cell.ownership !== 'all' ? memberName('ownership', cell, named) : '',
		periodTitle(cell.period, named.language)
	]
		.filter(Boolean)
		.join(' · ');
}
