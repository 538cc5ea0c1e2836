import type { Attachment } from 'svelte/attachments';
import type { ScreenShape } from '#lib/wall/screen.ts';
import { settle, type Standing } from '#lib/wall/settle.ts';

/**
 * Keeps every text off the frames between the panels of a video wall: rows and figures that would lie on a seam move up or
 * down as a whole, texts to the side, and what stands in their way gives way. Where there are no seams it does nothing
 * and costs nothing.
 */
export function clearOfSeams({ columns, rows }: ScreenShape['seams']): Attachment<HTMLElement> {
	return (scene) => {
		if (columns.length + rows.length === 0) return undefined;
		let asked = 0;
		const clear = () => {
			asked = 0;
			clearTexts(scene, { columns, rows });
		};
		const ask = () => (asked ||= requestAnimationFrame(clear));
		// Pictures come late, steps change texts; moving them is a change of a style, which is not watched.
		const watch = new MutationObserver(ask);
		watch.observe(scene, { childList: true, subtree: true, characterData: true });
		// A screen that becomes known, and faces that arrive, lay everything out anew.
		const sized = new ResizeObserver(ask);
		sized.observe(scene);
		void document.fonts.ready.then(() => scene.isConnected && ask());
		ask();
		return () => {
			watch.disconnect();
			sized.disconnect();
			cancelAnimationFrame(asked);
		};
	};
}

type Mover = HTMLElement | SVGElement;

/** What moves up and down as a whole, and to the side where its texts have room on one panel. */
const wholes = 'li, tr, article, .rung, .tile';

/** Between texts in one line, in their size. */
const wordGap = 0.6;

/** Moves back what was moved before, looks at everything, then moves: one layout for each axis. */
function clearTexts(scene: HTMLElement, { columns, rows }: ScreenShape['seams']): void {
	const texts = textsOf(scene);
	for (const text of texts)
		for (const mover of [text, wholeOf(text)]) {
			// Where less motion is wanted, every change of a style is a transition, however short: it would be measured midway.
			mover.style.transition = 'none';
			mover.style.translate = '';
		}
	/* A layer that slides in takes its seams along: where it will stand is what counts. */
	const wall = scene.closest('.layer') ?? scene.closest('.wall') ?? scene;
	const { left, top, width, height } = wall.getBoundingClientRect();
	/** What belongs to the body of a scene stays in it, and the headline keeps off time and code. */
	const parts = [...scene.querySelectorAll('.body, header')].map(
		(part) => [part, part.getBoundingClientRect()] as const
	);
	const whole = { left, top, right: left + width, bottom: top + height };
	const roomOf = (mover: Mover) => parts.find(([part]) => part.contains(mover))?.[1] ?? whole;
	const moves = new Map<Mover, [x: number, y: number]>();
	const move = (mover: Mover, x: number, y: number) => {
		const [before, above] = moves.get(mover) ?? [0, 0];
		moves.set(mover, [before + x, above + y]);
	};
	const boxes = new Map(texts.map((text) => [text, inkOf(text)]));

	const upright = [...new Set(texts.map(wholeOf))];
	const rowBoxes = upright.map((whole) =>
		unionOf([...texts.filter((text) => whole.contains(text)).map((text) => boxes.get(text) as Box), ...barsOf(whole)])
	);
	const down = settle(
		rowBoxes.map((box, index) => {
			const room = roomOf(upright[index] as Mover);
			return {
				...{ from: box.top - top, to: box.bottom - top, acrossFrom: box.left, acrossTo: box.right },
				room: [room.top - top, room.bottom - top]
			};
		}),
		rows
	);
	for (const [index, y] of down.entries()) if (y !== 0) move(upright[index] as Mover, 0, y);

	const panel = columns[0]?.from ?? width;
	const sideways = [
		...new Set(
			texts.map((text) => {
				const index = upright.indexOf(wholeOf(text));
				const box = rowBoxes[index] as Box;
				return box.right - box.left < panel * 0.9 ? wholeOf(text) : text;
			})
		)
	];
	const standing = sideways.map((mover): Standing => {
		const box = unionOf(texts.filter((text) => mover.contains(text)).map((text) => boxes.get(text) as Box));
		const y = down[upright.indexOf(wholeOf(mover))] ?? 0;
		const room = roomOf(mover);
		return {
			...{ from: box.left - left, to: box.right - left, acrossFrom: box.top + y, acrossTo: box.bottom + y },
			room: [room.left - left, room.right - left],
			air: Number.parseFloat(getComputedStyle(mover).fontSize) * wordGap
		};
	});
	for (const [index, x] of settle(standing, columns).entries()) if (x !== 0) move(sideways[index] as Mover, x, 0);

	for (const [mover, [x, y]] of moves) mover.style.translate = `${x}px ${y}px`;
}

interface Box {
	readonly left: number;
	readonly right: number;
	readonly top: number;
	readonly bottom: number;
}

/** Where the ink of an element's text is: its lines have some air above and below. */
function inkOf(text: Mover): Box {
	const range = document.createRange();
	range.selectNodeContents(text);
	const { left, right, top, bottom } = range.getBoundingClientRect();
	const air = Math.min(bottom - top, Number.parseFloat(getComputedStyle(text).fontSize) * 1.3) * 0.1;
	return { left, right, top: top + air, bottom: bottom - air };
}

/** What else of a row must not come over another: its bars. */
const barsOf = (whole: Mover): readonly Box[] =>
	[...whole.querySelectorAll('.bar')].map((bar) => bar.getBoundingClientRect());

const unionOf = (boxes: readonly Box[]): Box => ({
	left: Math.min(...boxes.map((box) => box.left)),
	right: Math.max(...boxes.map((box) => box.right)),
	top: Math.min(...boxes.map((box) => box.top)),
	bottom: Math.max(...boxes.map((box) => box.bottom))
});

const wholeOf = (text: Mover): Mover => text.closest<HTMLElement>(wholes) ?? text;

/** The elements that hold text themselves; those within another of them move with it. */
function textsOf(scene: HTMLElement): Mover[] {
	const found: Mover[] = [];
	const walker = document.createTreeWalker(scene, NodeFilter.SHOW_TEXT);
	for (let node = walker.nextNode(); node; node = walker.nextNode()) {
		const parent = node.parentElement as Mover | null;
		if (!parent || node.textContent?.trim() === '' || parent.closest('title, style')) continue;
		const holder = parent.closest<SVGElement>('text') ?? parent;
		if (!found.some((other) => other.contains(holder))) found.push(holder);
	}
	return found;
}
