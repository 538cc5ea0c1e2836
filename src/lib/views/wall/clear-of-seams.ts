import type { Attachment } from 'svelte/attachments';
import type { ScreenShape, Seam } from '#lib/wall/screen.ts';

/**
 * Keeps every line of text off the frames between the panels of a video wall: what would lie on a seam is moved to its
 * nearer side. Where there are no seams it does nothing and costs nothing.
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
	const origin = scene.getBoundingClientRect();
	const moves = texts.map((text) => {
		const range = document.createRange();
		range.selectNodeContents(text);
		const { left, right, top, bottom } = range.getBoundingClientRect();
		return {
			x: shiftOff(left - origin.left, right - origin.left, columns),
			y: shiftOff(top - origin.top, bottom - origin.top, rows)
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
		const holder = parent.closest<SVGElement>('text') ?? parent;
		if (!found.some((other) => other.contains(holder))) found.push(holder);
	}
	return found;
}

/** How far a stretch has to move to lie beside the seam that it touches; 0 where it touches none, or spans a whole panel. */
export function shiftOff(from: number, to: number, seams: readonly Seam[]): number {
	const seam = seams.find((one) => from < one.to && to > one.from);
	if (!seam) return 0;
	const [back, forth] = [seam.from - to, seam.to - from];
	const shift = Math.abs(back) <= Math.abs(forth) ? back : forth;
	const beyond = seams.some((one) => one !== seam && from + shift < one.to && to + shift > one.from);
	return beyond ? 0 : shift;
}
