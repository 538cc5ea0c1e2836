/** A text in Latin letters without tones and blanks; characters without a reading are left out. */
export type Pinyin = (text: string) => string;

let loading: Promise<Pinyin> | null = null;

/**
 * The reading of Chinese names, with a dictionary of 300 kB: loaded only where a name was not found and something like
 * it is looked for. A failed load is tried again the next time.
 */
export function loadPinyin(): Promise<Pinyin> {
	loading ??= import('pinyin-pro').then(
		({ pinyin }) => {
			const known = new Map<string, string>();
			return (text) => {
				let answer = known.get(text);
				if (answer === undefined) {
					answer = latinKey(pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive' }).join(''));
					known.set(text, answer);
				}
				return answer;
			};
		},
		(error: unknown) => {
			loading = null;
			throw error;
		}
	);
	return loading;
}

/** Letters only, lower case, without accents: Lüliang → luliang, Xi’an → xian. */
export function latinKey(text: string): string {
	return text
		.normalize('NFD')
		.toLowerCase()
		.replace(/[^a-z]/g, '');
}

/** What many people write alike: zh and z, sh and s, ch and c, ng and n. */
export function looseKey(latin: string): string {
	return latin.replace(/([zcs])h/g, '$1').replace(/ng/g, 'n');
}
