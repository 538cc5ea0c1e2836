import { m } from '#lib/messages/generated/messages.js';

const names: Readonly<Record<string, () => string>> = {
	',': m.delimiter_comma,
	'\t': m.delimiter_tab,
	';': m.delimiter_semicolon,
	'|': m.delimiter_pipe,
	'，': m.wizard_delimiter_wide_comma,
	'；': m.wizard_delimiter_wide_semicolon
};

/** Delimiters on offer, the usual ones first. */
export const delimiterSigns: readonly string[] = Object.keys(names);

/** What a delimiter is called. */
export function delimiterName(sign: string): string {
	return names[sign]?.() ?? m.wizard_delimiter_other({ sign });
}
