import type { Bilingual, Language } from '#lib/format/language.ts';
import type { ReleaseLists } from '#lib/state/release-lists.ts';
import { industryName } from './narrowing-names.ts';

/** Short names of the sections of GB/T 4754, whose full names fill a line. */
const shortNames: Readonly<Record<string, Bilingual>> = {
	A: { zh: '农林牧渔', en: 'Agriculture' },
	B: { zh: '采矿', en: 'Mining' },
	C: { zh: '制造', en: 'Manufacturing' },
	D: { zh: '电热气水', en: 'Utilities' },
	E: { zh: '建筑', en: 'Construction' },
	F: { zh: '批发零售', en: 'Trade' },
	G: { zh: '交通邮政', en: 'Transport, post' },
	H: { zh: '住宿餐饮', en: 'Hotels, catering' },
	I: { zh: '信息软件', en: 'Information' },
	J: { zh: '金融', en: 'Finance' },
	K: { zh: '房地产', en: 'Real estate' },
	L: { zh: '租赁商务', en: 'Business services' },
	M: { zh: '科研技术', en: 'Research' },
	N: { zh: '水利环境', en: 'Environment' },
	O: { zh: '居民服务', en: 'Resident services' },
	P: { zh: '教育', en: 'Education' },
	Q: { zh: '卫生社会', en: 'Health' },
	R: { zh: '文体娱乐', en: 'Culture, sport' },
	S: { zh: '公共管理', en: 'Public bodies' },
	T: { zh: '国际组织', en: 'International' }
};

/** A section's name at a mark: short, or as it is for sections of another standard. */
export function shortSection(code: string, lists: ReleaseLists, language: Language): string {
	return shortNames[code]?.[language] ?? industryName(code, lists, language);
}
