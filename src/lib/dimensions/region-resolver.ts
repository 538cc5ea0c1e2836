import type { Candidate, Resolution } from './resolution.ts';
import { divisions, type Region, type RegionScope } from './divisions.ts';
import { nameKey, withoutRemark } from './name-key.ts';
import { fullName, indexRegions, type Hit, type RegionIndex } from './region-index.ts';
import { supersededCode, supersededName, type Supersession } from './supersession.ts';
import { suggest } from './similarity.ts';

/** One index for each list of regions: many files are read within one profile. */
const indexes = new WeakMap<readonly Region[], RegionIndex>();

function indexOf(regions: readonly Region[]): RegionIndex {
	let index = indexes.get(regions);
	if (!index) indexes.set(regions, (index = indexRegions(regions)));
	return index;
}

/**
 * Resolves codes (2, 4, 6 or 12 digits) and names of regions within a profile. Namesakes are told apart by the text of
 * their parent, then by the profile's home; otherwise they are a question. Answers are remembered: files repeat names.
 */
export function createRegionResolver(scope: RegionScope): (text: string, parentText?: string | null) => Resolution {
	const index = indexOf(scope.units);
	const known = new Map<string, Resolution>();
	return (text, parentText) => {
		const memory = parentText ? `${text}\n${parentText}` : text;
		let answer = known.get(memory);
		if (!answer) {
			answer = resolve(index, scope.home, text, parentText ?? null);
			known.set(memory, answer);
		}
		return answer;
	};
}

function resolve(index: RegionIndex, home: string, text: string, parentText: string | null): Resolution {
	const plain = text.normalize('NFKC').trim();
	if (index.byCode.has(plain)) return { kind: 'found', code: plain };
	const digits = plain.replace(/\.0+$/, '');
	if (/^\d+$/.test(digits)) return resolveCode(index, digits);
	const key = nameKey(text);
	if (key === '') return { kind: 'unknown', suggestions: [] };
	const parents = parentText ? regionsNamed(index, nameKey(parentText)).map(({ region }) => region) : [];
	const forms = [key, withoutRemark(key), key.replace(/总?工会(?:联合会|委员会)?$/, '')].filter((form) => form !== '');
	const hits = forms
		.map((form) => narrow(index, regionsNamed(index, form), parents, home))
		.find(({ length }) => length > 0);
	if (hits && agrees(index, hits, parents)) return answer(index, hits);
	const old = supersededUnder(index, key, parents);
	if (old) return successors(index, old);
	return hits
		? { kind: 'ambiguous', candidates: hits.map(({ region }) => candidate(index, region)) }
		: unknown(index, key);
}

/** Regions under a name, or under a path such as 江苏省南京市鼓楼区 or 重庆渝中. */
function regionsNamed(index: RegionIndex, key: string): readonly Hit[] {
	const direct = index.byKey.get(key);
	if (direct) return direct;
	for (let split = key.length - 2; split >= 2; split -= 1) {
		const above = index.byKey.get(key.slice(0, split));
		if (!above) continue;
		const below = regionsNamed(index, key.slice(split)).filter(({ region }) =>
			above.some((hit) => region !== hit.region && index.isWithin(region.code, hit.region.code))
		);
		if (below.length > 0) return below;
	}
	return [];
}

/** Fewer readings by what is known: the parent, the home, whole names, provinces, and a city before its own county. */
function narrow(index: RegionIndex, hits: readonly Hit[], parents: readonly Region[], home: string): readonly Hit[] {
	const steps: ((hit: Hit, all: readonly Hit[]) => boolean)[] = [
		({ region }) => parents.some((parent) => parent !== region && index.isWithin(region.code, parent.code)),
		({ region }) => index.isWithin(region.code, home),
		({ whole }) => whole,
		({ region }) => region.level === 'province' || region.level === 'country',
		({ region }, all) => !all.some((other) => other.region !== region && index.isWithin(region.code, other.region.code))
	];
	return steps.reduce((left, step) => {
		const kept = left.length > 1 ? left.filter((hit) => step(hit, left)) : left;
		return kept.length > 0 ? kept : left;
	}, hits);
}

/** An abolished division by its name, alone or behind the name of a region that it was part of. */
function supersededUnder(index: RegionIndex, key: string, parents: readonly Region[]): Supersession | undefined {
	const isKnown = (code: string) => index.byCode.has(code);
	const codes = parents.map(({ code }) => code);
	for (let split = 0; split <= key.length - 2; split += 1) {
		const above = split === 0 ? [] : (index.byKey.get(key.slice(0, split)) ?? []).map(({ region }) => region.code);
		const row =
			split > 0 && above.length === 0 ? undefined : supersededName(key.slice(split), [...codes, ...above], isKnown);
		if (row) return row;
	}
	return undefined;
}

/** Whether a reading lies below, above or at the parent that the file names; without one every reading does. */
function agrees(index: RegionIndex, hits: readonly Hit[], parents: readonly Region[]): boolean {
	if (parents.length === 0) return true;
	return hits.some(({ region: { code } }) =>
		parents.some((parent) => index.isWithin(code, parent.code) || index.isWithin(parent.code, code))
	);
}

function answer(index: RegionIndex, hits: readonly Hit[]): Resolution {
	const [first] = hits;
	if (first && hits.length === 1) return { kind: 'found', code: first.region.code };
	return { kind: 'ambiguous', candidates: hits.map(({ region }) => candidate(index, region)) };
}

function candidate(index: RegionIndex, region: Region): Candidate {
	return { code: region.code, name: fullName(index, region) };
}

function resolveCode(index: RegionIndex, digits: string): Resolution {
	const six = digits.length === 12 && digits.endsWith('000000') ? digits.slice(0, 6) : digits;
	const code = six.length === 2 || six.length === 4 ? six.padEnd(6, '0') : six;
	if (index.byCode.has(code)) return { kind: 'found', code };
	const old = supersededCode(code);
	if (old && old.successors.some((successor) => index.byCode.has(successor))) return successors(index, old);
	const nation = indexOf(divisions());
	const outside = nation.byCode.get(code);
	if (outside) return { kind: 'unknown', suggestions: [], outside: candidate(nation, outside) };
	const county = index.byCode.get(code.slice(0, 6));
	return { kind: 'unknown', suggestions: county ? [candidate(index, county)] : [] };
}

function successors(index: RegionIndex, old: Supersession): Resolution {
	const regions = old.successors.flatMap((code) => index.byCode.get(code) ?? []);
	const [first] = regions;
	if (first && old.successors.length === 1) {
		return { kind: 'found', code: first.code, superseded: { from: old.code, note: old.note } };
	}
	return { kind: 'ambiguous', candidates: regions.map((region) => candidate(index, region)) };
}

function unknown(index: RegionIndex, key: string): Resolution {
	const nation = indexOf(divisions());
	const elsewhere = regionsNamed(nation, key).filter(({ region }) => !index.byCode.has(region.code));
	const [outside] = elsewhere;
	const suggestions = suggest(key, index.named);
	if (outside && elsewhere.length === 1)
		return { kind: 'unknown', suggestions, outside: candidate(nation, outside.region) };
	return { kind: 'unknown', suggestions };
}
