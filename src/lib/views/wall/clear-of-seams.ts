import type { Attachment } from 'svelte/attachments';
import type { ScreenShape, Seam } from '#lib/wall/screen.ts';

/**
 * Keeps every text off the frames between the panels of a video wall: what would lie on a seam is moved beside it, an
 * element with `data-block` as a whole, and as far as possible within the nearest `data-room` around it. Where there are
 * no seams it does nothing and costs nothing.
 */
export function clearOfSeams({ columns, rows }: ScreenShape['seams']): Attachment<HTMLElement> {
	return (scene) => {
		if (columns.length + rows.length === 0) return undefined;
		let asked = 0;
		const clear = () => {
			asked = 0;
			moveTexts(scene, columns, rows);
		};
		const ask = () => (asked ||= requestAnimationFrame(clear));
		// Pictures come late, steps change texts; moving them is a change of a style, which is not watched.
		const watch = new MutationObserver(ask);
		watch.observe(scene, { childList: true, subtree: true, characterData: true });
		ask();
		return () => {
			watch.disconnect();
			cancelAnimationFrame(asked);
		};
	};
}

/** Moves back what was moved before, looks at everything, then moves: one layout for all of them. */
function moveTexts(scene: HTMLElement, columns: readonly Seam[], rows: readonly Seam[]): void {
	const texts = textsOf(scene);
	for (const text of texts) text.style.translate = '';
	const { left: x0, top: y0 } = scene.getBoundingClientRect();
	const moves = texts.map((text) => {
		const range = document.createRange();
		range.selectNodeContents(text);
		const box = range.getBoundingClientRect();
		const room = (text.closest('[data-room]') ?? scene).getBoundingClientRect();
		return {
			x: shiftOff([box.left - x0, box.right - x0], columns, [room.left - x0, room.right - x0]),
			y: shiftOff([box.top - y0, box.bottom - y0], rows, [room.top - y0, room.bottom - y0])
		};
	});
	for (const [index, { x, y }] of moves.entries())
		if (x !== 0 || y !== 0) (texts[index] as HTMLElement | SVGElement).style.translate = `${x}px ${y}px`;
}

/** The elements that hold text themselves, outermost first: what lies in a moved one moves with it. */
function textsOf(scene: HTMLElement): (HTMLElement | SVGElement)[] {
	const found: (HTMLElement | SVGElement)[] = [];
	const walker = document.createTreeWalker(scene, NodeFilter.SHOW_TEXT);
	for (let node = walker.nextNode(); node; node = walker.nextNode()) {
		const parent = node.parentElement as HTMLElement | SVGElement | null;
		if (!parent || node.textContent?.trim() === '') continue;
		const holder = parent.closest<HTMLElement>('[data-block]') ?? parent.closest<SVGElement>('text') ?? parent;
		if (!found.some((other) => other.contains(holder))) found.push(holder);
	}
	return found;
}

type Stretch = readonly [from: number, to: number];

/**
 * How far a stretch has to move to lie beside the seam that it touches: the shorter way that stays within its room, else
 * the shorter way. 0 where it touches none, or spans a whole panel.
 */
export function shiftOff([from, to]: Stretch, seams: readonly Seam[], room: Stretch): number {
	const seam = seams.find((one) => from < one.to && to > one.from);
	if (!seam) return 0;
	const ways = [seam.from - to, seam.to - from]
		.filter((shift) => !seams.some((one) => one !== seam && from + shift < one.to && to + shift > one.from))
		.toSorted((a, b) => Math.abs(a) - Math.abs(b));
	const within = (shift: number) => from + shift >= room[0] - 1 && to + shift <= room[1] + 1;
	return ways.find(within) ?? ways[0] ?? 0;
}
