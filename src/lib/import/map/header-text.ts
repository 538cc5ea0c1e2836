import { toSimplified } from '#lib/dimensions/traditional.ts';
import { plainText } from '../normalise/characters.ts';
import { isRemarkColumn, remarkColumn } from '../receipt/remark-column.ts';
import { parseUnit, type ParsedUnit } from './unit.ts';

/** A header split into its name and what hangs on it. */
export interface HeaderText {
	/** As printed. */
	readonly printed: string;
	/** For display and for indicator names: unit, `#` and 其中 removed, spaces inside Chinese removed. */
	readonly name: string;
	/** For comparison: lower case, no spaces, no brackets. */
	readonly key: string;
	readonly unit: ParsedUnit | null;
	readonly subItem: boolean;
}

const bracket = /[(（[【〔]([^()（）[\]【】〔〕]*)[)）\]】〕]/g;

/** 地区 Region, Region 地区, 地区/Region: the Chinese half says all. */
const translated =
	/^(?:(?<zh>[\u3400-\u9fff“”、，（）()]{2,})[\s/|]+(?:[A-Za-z][\w .,'’&()%/-]{2,})|(?:[A-Za-z][\w .,'’&()%/-]{2,})[\s/|]+(?<after>[\u3400-\u9fff“”、（）()]{2,}))$/;

/** Takes a header apart: `#已成立工会单位数(个)` is a sub-item 已成立工会单位数 in 个. */
export function headerText(written: string): HeaderText {
	const printed = isRemarkColumn(written) ? remarkColumn.zh : written;
	let text = plainText(printed).replace(/[\r\n]+/g, ' ');
	const subItem = /^(?:#|其中[:：]?)/.test(text);
	text = text.replace(/^(?:#+|其中[:：]?|[*＊]+)\s*/, '').replace(/[*＊]+$/, '');
	let unit: ParsedUnit | null = null;
	const name = text
		.replace(bracket, (whole, inside: string) => {
			const parsed = parseUnit(inside);
			if (!parsed) return /必填|选填|可选|示例/.test(inside) ? '' : whole;
			unit = parsed;
			return '';
		})
		.replace(/[,，/_-](?:单位[:：])?([^,，/_-]{1,4})$/, (whole, inside: string) => {
			const parsed = unit === null && /^[百千万亿%]|元$|^人次?$/.test(inside) ? parseUnit(inside) : null;
			if (!parsed) return whole;
			unit = parsed;
			return '';
		})
		.replace(/(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff])/g, '')
		.trim()
		.replace(translated, '$<zh>$<after>');
	return { printed, name, key: headerKey(name), unit, subItem };
}

/** What two headers are compared by. */
export function headerKey(text: string): string {
	return toSimplified(plainText(text))
		.toLowerCase()
		.replace(/^(?:#+|其中[:：]?|[*]+)/, '')
		.replace(/[\s_\-—·.、,，:：()（）[\]【】“”"'/]/g, '');
}
