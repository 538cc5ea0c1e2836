import { toSimplified } from './traditional.ts';

/** Blanks of every width, joiners and marks that exports put into names, as in `全 国` and `#江苏`. */
const noise = /[\s\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff#*＊·•・]/gu;

/** The form in which names are compared: half width, simplified script, lower case, no blanks, marks or dots. */
export function nameKey(text: string): string {
	return toSimplified(text.normalize('NFKC')).replace(noise, '').toLowerCase();
}

/** The key without a trailing remark in brackets: `新疆(含兵团)` → `新疆`. */
export function withoutRemark(key: string): string {
	return key.replace(/[([【〔].*?[)\]】〕]$/u, '');
}
