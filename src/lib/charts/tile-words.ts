import { fitName, leadingLetters, textWidth } from './plain-text.ts';

/** The room of a tile, and of the cell of the grid that it stands in. */
interface TileRoom {
	readonly width: number;
	readonly height: number;
	readonly layout: { readonly cellWidth: number; readonly cellHeight: number };
	/** Body size in px. */
	readonly size: number;
}

/** A value on one line: as it is, or to two digits, a little smaller at need; null where even that has no room. */
function fitValue(label: string, width: number, size: number): { text: string; size: number } | null {
	const parts = /^([\d,]+(?:\.\d+)?)(.*)$/.exec(label);
	const rounded = parts ? Number(Number(parts[1]?.replaceAll(',', '')).toPrecision(2)) : null;
	const scale = (parts?.[2] ?? '').replace(' million', 'M').replace(' billion', 'B');
	const thousands = scale === '' && rounded !== null && rounded >= 10_000 && rounded < 1e6;
	const brief =
		parts && rounded !== null
			? thousands
				? `${rounded / 1000}K`
				: rounded < 1000
					? `${rounded}${scale}`
					: label
			: label;
	const short = parts ? `${parts[1]}${scale}` : label;
	for (const text of [label, short, brief]) {
		const fitting = Math.min(size, (size * width) / textWidth(text, size));
		if (fitting >= Math.min(size, Math.max(9, size * 0.85))) return { text, size: fitting };
	}
	return null;
}

/** Px below which Latin names give way to letters. */
const smallest = 11;

/** The name of a tile as it fits, and its value under it: null where there is no room for both. */
export function tileWords(
	tile: { readonly name: string; readonly brief?: string },
	label: string | null,
	{ width, height, layout, size }: TileRoom
) {
	const nameSize = Math.max(9, Math.min(size * 0.93, layout.cellWidth * 0.24, layout.cellHeight * 0.3));
	const valueSize = Math.max(9, Math.min(size * 1.15, layout.cellWidth * 0.23, layout.cellHeight * 0.3));
	const pad = Math.max(3, Math.min(size * 0.5, width * 0.08));
	const value = label === null ? null : fitValue(label, width - pad * 1.2, valueSize);
	/* Latin letters run narrower than the estimate. */
	const nameWidth = (width - pad * 1.4) * (/[\u2e80-\uffff]/.test(tile.name) ? 1 : 1.07);
	const usedBy = (fitted: { size: number; lines: number }) =>
		fitted.size * 1.15 * fitted.lines + (value?.size ?? 0) * 1.1;
	const full = fitName(tile.name, nameWidth, nameSize);
	const smaller = fitName(tile.name, nameWidth, Math.min(nameSize, smallest));
	const whole = usedBy(full) + 4 > height ? smaller : full;
	/* Type that small is no type: a narrow tile says the region's letters instead. */
	const brief = tile.brief ?? (whole.size < smallest * 0.8 ? leadingLetters(tile.name, nameWidth, smallest) : null);
	const name = brief && whole.size < smallest * 0.98 ? fitName(brief, nameWidth, Math.max(smallest, nameSize)) : whole;
	const used = usedBy(name);
	return { pad, name, used, value: value !== null && height >= used + 4 ? value : null };
}
