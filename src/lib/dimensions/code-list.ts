import type { CodeItem } from '#lib/datasets/dataset.ts';
import { nameKey, withoutRemark } from './name-key.ts';
import type { Resolution } from './resolution.ts';
import { suggest } from './similarity.ts';

/**
 * A resolver for a closed list: by code, title in either language or alias, whatever the width, script or blanks.
 * A name that several members share is ambiguous.
 */
export function createListResolver(items: readonly CodeItem[]): (text: string) => Resolution {
	const byKey = new Map<string, CodeItem[]>();
	const keys: { key: string; candidate: { code: string; name: string } }[] = [];
	for (const item of items) {
		for (const name of new Set([item.code, item.title.zh, item.title.en, ...(item.aliases ?? [])].map(nameKey))) {
			byKey.set(name, [...(byKey.get(name) ?? []), item]);
			keys.push({ key: name, candidate: { code: item.code, name: item.title.zh } });
		}
	}
	return (text) => {
		const key = nameKey(text);
		const members = byKey.get(key) ?? byKey.get(withoutRemark(key)) ?? [];
		const [first] = members;
		if (first && members.length === 1) return { kind: 'found', code: first.code };
		if (first) {
			return { kind: 'ambiguous', candidates: members.map((item) => ({ code: item.code, name: item.title.zh })) };
		}
		return { kind: 'unknown', suggestions: key === '' ? [] : suggest(key, keys) };
	};
}
