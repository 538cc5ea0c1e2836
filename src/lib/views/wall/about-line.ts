import { sceneFrame, sceneBody, type ScreenShape } from '#lib/wall/screen.ts';
import { textWidth } from '#lib/wall/text-width.ts';
import { columnStretchesOf } from './scenes/panel-columns.ts';

/** A part of a line in its place: the line from 0, and units from the left of the scene. */
export interface PlacedPart {
	readonly text: string;
	readonly line: number;
	readonly from: number;
}

const between = 0.35;

/**
 * What a scene is about, part by part over the panels of a video wall: none lies behind a frame, all keep off time and
 * code. A dot stands between two parts on one panel.
 */
export function aboutLine(parts: readonly string[], screen: ScreenShape): readonly PlacedPart[] {
	const stretches = columnStretchesOf(screen, 0, sceneBody(screen).across - sceneFrame(screen.arrangement).beside);
	let [line, panel, at] = [0, 0, 0];
	const begins = () => at === (stretches[panel]?.from ?? 0);
	return parts.map((part) => {
		const text = () => (begins() ? part : `· ${part}`);
		const end = () => at + textWidth(text(), 1) * 1.04;
		while (end() > (stretches[panel]?.to ?? 0) && !(panel === 0 && begins())) {
			panel = (panel + 1) % stretches.length;
			if (panel === 0) line++;
			at = stretches[panel]?.from ?? 0;
		}
		const placed = { text: text(), line, from: at };
		at = end() + between;
		return placed;
	});
}
