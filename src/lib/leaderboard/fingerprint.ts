import { sha256Plain } from '#lib/format/sha256.ts';

/** What a board, its export and its link are made from. */
export interface Fingerprinted {
	/** Id or hash of what the entries come from. */
	readonly release: string;
	readonly filters: Readonly<Record<string, string>>;
	readonly rules: object;
}

/** SHA-256 over release, rules and filters, hex. Whatever of them changes, it changes; the order of keys does not count. */
export function fingerprint({ release, filters, rules }: Fingerprinted): string {
	return sha256Plain(new TextEncoder().encode(canonical({ release, filters, rules })));
}

/** The rules alone, as a link names them: the first 16 hex digits of their SHA-256. */
export function rulesFingerprint(rules: object): string {
	return sha256Plain(new TextEncoder().encode(canonical(rules))).slice(0, 16);
}

/** JSON with the keys of objects in order and without what is undefined: equal content, equal text. */
export function canonical(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
	if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
	const members = Object.entries(value)
		.filter(([, member]) => member !== undefined)
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`);
	return `{${members.join(',')}}`;
}
