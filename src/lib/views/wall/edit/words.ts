import type { Bilingual, Language } from '#lib/format/language.ts';

/** A bilingual text with one language changed; the other stands in for one that is empty, and none for two. */
export function withWords(words: Bilingual | undefined, language: Language, text: string): Bilingual | undefined {
	const other: Language = language === 'zh' ? 'en' : 'zh';
	const own = text.trim();
	// The same in both: English only stands in, and goes with the Chinese.
	const beside = words && (language === 'en' || words.en !== words.zh) ? words[other] : '';
	if (own === '' && beside === '') return undefined;
	return { [language]: own || beside, [other]: beside || own } as unknown as Bilingual;
}

/** An object without a member that is undefined. */
export function withMember<T extends object, K extends keyof T>(object: T, name: K, value: T[K] | undefined): T {
	const { [name]: _, ...rest } = object;
	return (value === undefined ? rest : { ...rest, [name]: value }) as T;
}
