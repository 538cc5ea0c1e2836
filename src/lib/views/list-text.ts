import { m } from '#lib/messages/generated/messages.js';

/** Items in a row, with a stronger mark where one of them holds the usual one: 农、林、牧、渔业. */
export function listText(items: readonly string[]): string {
	const usual = m.name_joint();
	return items.join(items.some((item) => item.includes(usual.trim())) ? m.list_joint() : usual);
}
