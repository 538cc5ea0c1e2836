import type { Bilingual } from '#lib/format/language.ts';
import type { JsonReader } from './json-reader.ts';

/** A title in both languages; plain text is both. */
export function readTitle(file: JsonReader, name: string, required = true): Bilingual | undefined {
	if (!file.has(name)) return required ? textTwice(file, name) : undefined;
	if (typeof file.peek(name) === 'string') return textTwice(file, name);
	const both = file.object(name, required);
	const [zh, en] = [both?.text('zh', true), both?.text('en', true)];
	both?.close();
	return zh === undefined || en === undefined ? undefined : { zh, en };
}

function textTwice(file: JsonReader, name: string): Bilingual | undefined {
	const text = file.text(name, true);
	return text === undefined ? undefined : { zh: text, en: text };
}
