import { plainText } from '../normalise/characters.ts';
import { isMissing } from '../normalise/missing.ts';

/** The outline of a row, enough to tell titles, headers, data and notes apart. */
export interface RowShape {
	/** Cells that are not blank. */
	readonly filled: number;
	/** Position after the last cell that is not blank. */
	readonly width: number;
	/** Cells that begin with a digit or a sign and a digit, dates and codes included. */
	readonly numeric: number;
	readonly first: string;
}

const numeric = /^[-+(¥￥<>≥≤约近超]?\s*\d/;
/** 2021年, 2021, 5月 and 1季度 head columns as well. */
const yearHeader =
	/^(?:19|20)\d{2}(?:年|年度|年度?\S{0,6}|年度?[\u3400-\u9fff]\D*)?$|^(?:1[0-2]|0?[1-9])月份?\D{0,20}$|^[1-4]季度\D{0,20}$/;

/** Whether a text begins like a figure, a date or a code. */
export function startsAsFigure(text: string): boolean {
	return numeric.test(text);
}

/** Measures a row. */
export function rowShape(row: readonly string[]): RowShape {
	let filled = 0;
	let width = 0;
	let numbers = 0;
	let first = '';
	row.forEach((cell, index) => {
		const text = plainText(cell);
		if (text === '') return;
		if (filled === 0) first = text;
		filled++;
		width = index + 1;
		if ((numeric.test(text) && !yearHeader.test(text)) || (isMissing(text) && text !== '#')) numbers++;
	});
	return { filled, width, numeric: numbers, first };
}

/** Whether every cell is blank. Called for every row of a file. */
export function isBlankRow(row: readonly string[]): boolean {
	for (const cell of row) if (cell !== '' && cell.trim() !== '' && plainText(cell) !== '') return false;
	return true;
}

const note =
	/^(?:注|备注|说明|附注|资料来源|数据来源|来源|填表说明|填报说明|注释|notes?|source)\s*\d*\s*[:：.、]|^(?:注|备注|说明|附注)$|^(?:填表人|填报人|制表人?|制表单位|审核人?|负责人|单位负责人|报出日期|填报日期|填表日期|打印时间|打印日期|导出时间|联系人|联系电话)\s*[:：]|^第\s*\d+\s*页/i;
/** 1. …, ①…, *… lines under a table. */
const enumerated = /^(?:[①-⑳]|[*＊]+|\(?\d{1,2}[)）.、]|[（(]\d{1,2}[)）])\s*[\u3400-\u9fff]/;

/** Whether the row is a note, a signature line or a page foot rather than data. */
export function isNote(row: readonly string[]): boolean {
	const shape = rowShape(row);
	if (shape.filled === 0) return false;
	if (note.test(shape.first)) return shape.filled <= 4 || shape.numeric === 0;
	return shape.filled === 1 && row.length > 2 && enumerated.test(shape.first);
}
