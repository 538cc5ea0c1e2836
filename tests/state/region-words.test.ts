import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { datasets } from '#lib/datasets/index.ts';
import { anyDivision, placeNoun, wordsOf } from '#lib/dimensions/region-noun.ts';
import { callRegionsAs, fieldTitle, regionWords } from '#lib/state/region-words.svelte.ts';
import { loadProfile, profilesFolder } from '../../src/cli/load-profile.ts';

const enterprise = await loadProfile('enterprise');

test('each profile says what its places are called, in the singular too', async () => {
	const said: Record<string, string> = {};
	for (const id of readdirSync(profilesFolder)) {
		const profile = await loadProfile(id);
		const { noun, many } = wordsOf(profile.regionNoun, 'en');
		said[id] = [wordsOf(placeNoun(profile), 'zh').heading, profile.regionNoun.zh, many, noun].join(' | ');
	}
	expect(said).toEqual({
		'census-2004': '地区 | 省份 | provinces | province',
		chongqing: '地区 | 区县 | districts and counties | district or county',
		enterprise: '单位 | 单位 | units | unit',
		gansu: '地区 | 市州 | prefectures | prefecture',
		national: '地区 | 省份 | provinces | province',
		shanghai: '地区 | 区 | districts | district',
		'union-documents': '地区 | 地区 | regions | region'
	});
});

test.each([
	['companies', 'company'],
	['branches', 'branch'],
	['offices', 'office'],
	['staff', 'staff'],
	['mines', 'mine']
])('one of the %s is a %s', (many, one) => {
	expect(wordsOf({ zh: '单位', en: many }, 'en').noun).toBe(one);
});

test('the page speaks of units once a release with units of its own is open', () => {
	callRegionsAs(enterprise);
	expect(regionWords()).toMatchObject({ noun: '单位', heading: '单位', places: '单位' });
	const [region, workers] = ['region', 'workers_total'].map((name) =>
		datasets.summary.fields.find((field) => field.name === name)
	);
	expect([region && fieldTitle(region), workers && fieldTitle(workers)]).toEqual(['单位', '职工人数']);
	callRegionsAs(null);
	expect(regionWords()).toMatchObject({ noun: anyDivision.zh, places: '单位、地区' });
});

/** What no text of the product may say by itself: the open release says it, see regionWords. */
const fixedWords = { 'zh-CN': /地区|区县|省份|市州|各地/, en: /\bregion(?:s|al)?\b/i };

test.each(['zh-CN', 'en'] as const)('no message of %s says by itself what places are called', (locale) => {
	const folder = join('src/lib/messages', locale);
	const said = readdirSync(folder).flatMap((file) =>
		Object.entries(JSON.parse(readFileSync(join(folder, file), 'utf8')) as Record<string, string>)
			.filter(([key, text]) => !key.startsWith('$') && fixedWords[locale].test(text.replaceAll(/\{\w+\}/g, '')))
			.map(([key, text]) => `${key}: ${text}`)
	);
	expect(said).toEqual([]);
});

test('nor do findings and receipts', () => {
	const files = ['src/lib/import/issue-kinds', 'src/lib/import/validate', 'src/lib/release', 'src/lib/state'].flatMap(
		(folder) => readdirSync(folder).flatMap((name) => (name.endsWith('.ts') ? [join(folder, name)] : []))
	);
	const said = files.flatMap((file) =>
		readFileSync(file, 'utf8')
			.split('\n')
			.filter((line) => /地区/.test(line) && !/^\s*(?:\*|\/\*|\/\/)/.test(line))
			.map((line) => `${file}: ${line.trim()}`)
	);
	expect(said).toEqual([]);
});
