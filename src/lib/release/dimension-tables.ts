import { industries } from '#lib/dimensions/industry.ts';
import { ancestors } from './hierarchy.ts';
import type { Build } from './input.ts';
import { insertRows } from './staging.ts';
import { summaryTable } from './summary-tables.ts';

/** Writes the tables that come from the profile and the code lists: regions, groups, industries, campaigns. */
export async function buildDimensions(build: Build): Promise<void> {
	const { connector, summary, profile } = build;
	const regions = [...profile.regions].sort((a, b) => a.sort - b.sort || (a.code < b.code ? -1 : 1));
	const byCode = new Map(regions.map((region) => [region.code, region]));
	await insertRows(
		connector,
		summary,
		summaryTable('region'),
		regions.map((region) => [
			region.code,
			region.parent !== null && byCode.has(region.parent) ? region.parent : null,
			region.name,
			region.short,
			region.nameEn,
			region.level,
			region.expected,
			region.sort,
			region.tileRow,
			region.tileCol
		])
	);
	const above = regions.flatMap((region) => ancestors(region, byCode).map((ancestor) => [region.code, ancestor]));
	await insertRows(connector, summary, summaryTable('region_ancestor'), sorted(above));
	await insertRows(
		connector,
		summary,
		summaryTable('region_group'),
		profile.groups.map((group) => [group.code, group.name, group.nameEn, group.sort])
	);
	await insertRows(
		connector,
		summary,
		summaryTable('region_group_member'),
		profile.groups.flatMap((group) => group.members.map((member) => [group.code, member]))
	);
	await insertRows(
		connector,
		summary,
		summaryTable('industry'),
		industries.map((industry, index) => [
			industry.code,
			industry.parent,
			industry.title.zh,
			industry.title.en,
			industry.level,
			index
		])
	);
	await insertRows(
		connector,
		summary,
		summaryTable('campaign'),
		profile.campaigns.map((campaign) => [campaign.code, campaign.name, campaign.nameEn])
	);
}

/** Pairs of member and ancestor in the order of their table: by ancestor, then member. */
export function sorted(pairs: readonly string[][]): string[][] {
	const key = ([member = '', ancestor = '']: readonly string[]) => `${ancestor}\n${member}`;
	return [...pairs].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}
