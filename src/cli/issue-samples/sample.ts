import type { Bilingual } from '#lib/format/language.ts';
import type { EncodingName } from '#lib/import/decode/encoding.ts';
import { encodeText } from '#lib/import/encode/encode-text.ts';
import type { ImportOptions } from '#lib/import/options.ts';
import type { IssueCode } from '#lib/import/issue.ts';

/** A tiny file that raises one code; docs/import.md shows it with the receipt that it really gets. */
export interface IssueSample {
	readonly code: IssueCode;
	readonly name: string;
	readonly bytes: Uint8Array;
	/** 1-based line that the finding names; null when it is about the whole file. */
	readonly line: number | null;
	/** The file as the page shows it; null where there is nothing to be seen. */
	readonly shown: string | null;
	/** What cannot be seen in the file. */
	readonly note: Bilingual | null;
	/** Further codes that the file raises of necessity. */
	readonly also: readonly IssueCode[];
	readonly options: Partial<ImportOptions>;
}

/** What is special about a sample. */
export interface SampleSetting {
	readonly name?: string;
	readonly encoding?: EncodingName;
	/** In place of the text. */
	readonly bytes?: Uint8Array;
	readonly shown?: string | null;
	readonly note?: Bilingual;
	readonly also?: readonly IssueCode[];
	readonly options?: Partial<ImportOptions>;
}

/** A sample given as the text of a CSV file. */
export function sample(code: IssueCode, line: number | null, text: string, setting: SampleSetting = {}): IssueSample {
	return {
		code,
		line,
		name: setting.name ?? '样例.csv',
		bytes: setting.bytes ?? encodeText(text, setting.encoding ?? 'utf-8'),
		shown: setting.shown === undefined ? text : setting.shown,
		note: setting.note ?? null,
		also: setting.also ?? [],
		options: setting.options ?? {}
	};
}

/** Lines with LF, the last one ended. */
export function lines(...rows: string[]): string {
	return rows.map((row) => `${row}\n`).join('');
}
