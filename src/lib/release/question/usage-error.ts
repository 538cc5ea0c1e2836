import type { Bilingual, Language } from '#lib/format/language.ts';

/** A question that cannot be asked as it stands: told to the person in one sentence, exit code 2. */
export class UsageError extends Error {
	readonly text: Bilingual;
	/** What of the question it is about, e.g. `region`; null where it is the whole of it. */
	readonly about: string | null;
	constructor(zh: string, en: string, about: string | null = null) {
		super(en);
		this.name = 'UsageError';
		this.text = { zh, en };
		this.about = about;
	}
}

/** A list of suggestions as the end of a sentence; empty when there are none. */
export function didYouMean(names: readonly string[], language: Language): string {
	if (names.length === 0) return language === 'zh' ? '。' : '.';
	return language === 'zh' ? `，是否指：${names.join('、')}？` : `; did you mean ${names.join(', ')}?`;
}

/** An unknown name with what it might have meant. */
export function unknownName(what: Bilingual, name: string, suggestions: readonly string[], about: string): UsageError {
	return new UsageError(
		`没有名为“${name}”的${what.zh}${didYouMean(suggestions, 'zh')}`,
		`There is no ${what.en} “${name}”${didYouMean(suggestions, 'en')}`,
		about
	);
}
