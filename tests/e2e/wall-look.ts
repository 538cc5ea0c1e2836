import type { Page } from 'playwright-core';

/** The screens that walls are made for, in px; the last is a video wall of nine panels. */
export const wallSizes: readonly { readonly width: number; readonly height: number; readonly query?: string }[] = [
	{ width: 1920, height: 1080 },
	{ width: 3840, height: 2160 },
	{ width: 1080, height: 1920 },
	{ width: 1024, height: 768 },
	{ width: 2560, height: 1080 },
	{ width: 3840, height: 1080 },
	{ width: 6656, height: 1792 },
	{ width: 5760, height: 3240, query: 'screens=3x3&bezel=1' }
];

/**
 * Everything about the scene on the screen that cannot be read from five metres: type under a fortieth of the height,
 * contrast under 7:1, text cut off, outside the screen, on a seam, over other text, covered or struck through, parts
 * that overflow.
 */
export function illegible(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const wall = document.querySelector<HTMLElement>('.wall');
		if (!wall) return ['no wall'];
		const frame = wall.getBoundingClientRect();
		const unit = Number.parseFloat(getComputedStyle(wall).getPropertyValue('--u'));
		const faults: string[] = [];
		const tolerance = unit * 0.12;

		const luminance = (rgb: readonly number[]) => {
			const [r = 0, g = 0, b = 0] = rgb.map((part) => {
				const value = part / 255;
				return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
			});
			return 0.2126 * r + 0.7152 * g + 0.0722 * b;
		};
		const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
		/** Any CSS colour as sRGB with its share of cover, by painting it. */
		const known = new Map<string, readonly [readonly number[], number]>();
		const colourOf = (css: string): readonly [readonly number[], number] => {
			let found = known.get(css);
			if (!found && canvas) {
				canvas.clearRect(0, 0, 1, 1);
				canvas.fillStyle = 'rgba(0,0,0,0)';
				canvas.fillStyle = css;
				canvas.fillRect(0, 0, 1, 1);
				const [r = 0, g = 0, b = 0, a = 0] = canvas.getImageData(0, 0, 1, 1).data;
				found = [[r, g, b], a / 255];
				known.set(css, found);
			}
			return found ?? [[0, 0, 0], 0];
		};
		const isSvg = (element: Element): element is SVGElement => element instanceof SVGElement;
		/** The colour that lies under a point, behind an element. */
		const groundAt = (x: number, y: number, behind: Element): readonly number[] => {
			for (const element of document.elementsFromPoint(x, y)) {
				if (element === behind || element.contains(behind)) {
					const [rgb, cover] = isSvg(element) ? [[0, 0, 0], 0] : colourOf(getComputedStyle(element).backgroundColor);
					if ((cover as number) > 0.9) return rgb as number[];
					continue;
				}
				if (isSvg(element) && (element.tagName === 'text' || element.tagName === 'tspan' || element.tagName === 'svg'))
					continue;
				if (element.textContent?.trim() && !isSvg(element)) continue;
				const style = getComputedStyle(element);
				const [rgb, cover] = colourOf(isSvg(element) ? style.fill : style.backgroundColor);
				const opacity = Number(style.opacity) * (isSvg(element) ? Number(style.fillOpacity) : 1);
				if (cover * opacity > 0.9) return rgb;
			}
			return colourOf(getComputedStyle(wall).backgroundColor)[0];
		};

		interface Line {
			readonly text: string;
			readonly box: DOMRect;
			readonly owner: Element;
		}
		const lines: Line[] = [];
		const walker = document.createTreeWalker(wall, NodeFilter.SHOW_TEXT);
		for (let node = walker.nextNode(); node; node = walker.nextNode()) {
			const owner = node.parentElement as Element;
			const text = node.textContent?.trim() ?? '';
			if (text === '' || owner.closest('[aria-hidden="true"].layer, .visually-hidden, title, style')) continue;
			const style = getComputedStyle(owner);
			if (style.visibility === 'hidden' || style.display === 'none') continue;
			const range = document.createRange();
			range.selectNodeContents(node);
			for (const box of range.getClientRects())
				if (box.width > 0.5 && box.height > 0.5) lines.push({ text, box, owner });

			const scale = isSvg(owner) ? ((owner as SVGGraphicsElement).getScreenCTM?.()?.a ?? 1) : 1;
			const size = Number.parseFloat(style.fontSize) * scale;
			if (size < unit * 0.985) faults.push(`small (${(size / unit).toFixed(2)}u): ${text}`);
			const first = range.getBoundingClientRect();
			const ink = colourOf(isSvg(owner) ? style.fill : style.color)[0];
			const ground = groundAt(first.left + first.width / 2, first.top + first.height / 2, owner);
			const [low = 0, high = 0] = [luminance(ink), luminance(ground)].sort((a, b) => a - b);
			const contrast = (high + 0.05) / (low + 0.05);
			if (contrast < 6.99) faults.push(`contrast ${contrast.toFixed(1)}: ${text}`);
		}

		/* The inked part of a line is less than its box: a tenth of the type above and below. */
		const inked = ({ box }: Line) => ({
			left: box.left,
			right: box.right,
			top: box.top + box.height * 0.14,
			bottom: box.bottom - box.height * 0.14
		});
		for (const line of lines) {
			const { left, right, top, bottom } = inked(line);
			if (left < frame.left - 1 || right > frame.right + 1 || top < frame.top - 1 || bottom > frame.bottom + 1)
				faults.push(`outside: ${line.text}`);
			for (let around: Element | null = line.owner; around && around !== wall; around = around.parentElement) {
				const style = getComputedStyle(around);
				if (style.textOverflow === 'ellipsis') faults.push(`ellipsis: ${line.text}`);
				if (isSvg(around) || !/hidden|clip/.test(style.overflowX + style.overflowY)) continue;
				const box = around.getBoundingClientRect();
				if (
					left < box.left - tolerance ||
					right > box.right + tolerance ||
					top < box.top - tolerance ||
					bottom > box.bottom + tolerance
				)
					faults.push(`clipped: ${line.text}`);
			}
		}
		for (const [index, one] of lines.entries())
			for (const other of lines.slice(index + 1)) {
				if (one.owner === other.owner) continue;
				const [a, b] = [inked(one), inked(other)];
				const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
				const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
				if (across > tolerance && down > tolerance) faults.push(`overlap: ${one.text} | ${other.text}`);
			}
		/** Whether something that is no part of it is painted over a text at a point. */
		const coveredAt = (x: number, y: number, owner: Element): boolean => {
			for (const element of document.elementsFromPoint(x, y)) {
				if (element === owner || element.contains(owner) || owner.contains(element)) return false;
				if (/^(?:text|tspan|svg|g)$/.test(element.tagName)) continue;
				const style = getComputedStyle(element);
				const [, cover] = colourOf(isSvg(element) ? style.fill : style.backgroundColor);
				if (cover * Number(style.opacity) > 0.5 || style.backgroundImage !== 'none') return true;
			}
			return false;
		};
		for (const line of lines) {
			const { left, right, top, bottom } = inked(line);
			const inset = Math.min(tolerance, (right - left) / 4);
			const points = [left + inset, (left + right) / 2, right - inset].flatMap((x) =>
				[top + tolerance, (top + bottom) / 2, bottom - tolerance].map((y) => [x, y] as const)
			);
			if (points.some(([x, y]) => coveredAt(x, y, line.owner))) faults.push(`covered: ${line.text}`);
		}
		const ruled = [...wall.querySelectorAll('.layer:not([aria-hidden="true"]) .scene *')].flatMap((element) => {
			const width = Number.parseFloat(getComputedStyle(element).borderTopWidth);
			return width > 0 ? [element.getBoundingClientRect()] : [];
		});
		for (const line of lines) {
			const { left, right, top, bottom } = inked(line);
			const struck = ruled.some(
				(box) =>
					box.top > top + tolerance &&
					box.top < bottom - tolerance &&
					Math.min(box.right, right) - Math.max(box.left, left) > tolerance
			);
			if (struck) faults.push(`struck through: ${line.text}`);
		}
		const body = wall.querySelector('.layer:not([aria-hidden="true"]) .body')?.getBoundingClientRect();
		if (body)
			for (const line of lines) {
				if (!line.owner.closest('.body')) continue;
				const { left, right, top, bottom } = inked(line);
				if (
					left < body.left - tolerance ||
					right > body.right + tolerance ||
					top < body.top - tolerance ||
					bottom > body.bottom + tolerance
				)
					faults.push(`beyond the scene: ${line.text}`);
			}
		for (const element of wall.querySelectorAll('*')) {
			if (isSvg(element)) continue;
			const style = getComputedStyle(element);
			if (/auto|scroll/.test(style.overflowX + style.overflowY)) faults.push(`scrolls: ${element.className}`);
		}
		const seams = JSON.parse(wall.dataset.seams ?? '{"columns":[],"rows":[]}') as Record<
			'columns' | 'rows',
			readonly { from: number; to: number }[]
		>;
		for (const line of lines) {
			const { left, right, top, bottom } = inked(line);
			const across = seams.columns.some(({ from, to }) => left - frame.left < to - 1 && right - frame.left > from + 1);
			const down = seams.rows.some(({ from, to }) => top - frame.top < to - 1 && bottom - frame.top > from + 1);
			if (across || down) faults.push(`on a seam: ${line.text}`);
		}
		return [...new Set(faults)];
	});
}
