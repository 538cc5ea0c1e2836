import { withoutSpaces } from '../normalise/characters.ts';

const bare = /^(?:合计|总计|小计|共计|总和|总数|合计数|总计数|汇总|全部|所有|total|subtotal|grandtotal|sum)$/i;
const closing = /(?:合计|总计|小计|共计)$/;
const home = /^(?:全|本)(?:省|市|区|县|州|自治区|集团|公司|系统|盟|旗|厂|辖区)$/;

/** 合计, 合 计, 总计, 小计: a sum row that names nobody. */
export function isTotalWord(text: string): boolean {
	return bare.test(withoutSpaces(text));
}

/** What the label of a row says about sums. */
export type TotalLabel =
	| { kind: 'none' }
	/** A sum row of nothing in particular. */
	| { kind: 'bare'; subtotal: boolean }
	/** The sum row of a named member: 江苏省合计, 全国. */
	| { kind: 'named'; name: string }
	/** 全省, 全市: the home region of whoever reports. */
	| { kind: 'home' };

/** Reads the label of a row. */
export function totalLabel(cell: string): TotalLabel {
	const text = withoutSpaces(cell);
	if (bare.test(text)) return { kind: 'bare', subtotal: /^小计|^subtotal/i.test(text) };
	if (home.test(text)) return { kind: 'home' };
	if (text === '全国' || text === '全国总计') return { kind: 'named', name: '全国' };
	if (closing.test(text) && text.length > 2) {
		const name = text.replace(closing, '');
		return home.test(name) ? { kind: 'home' } : { kind: 'named', name };
	}
	return { kind: 'none' };
}
