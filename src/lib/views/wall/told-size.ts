import { textWidth } from '#lib/charts/plain-text.ts';
import type { ScreenShape } from '#lib/wall/screen.ts';

/** The largest of the wall's sizes in which a text fits over the whole screen. */
export function toldSize(text: string, { across, down }: Pick<ScreenShape, 'across' | 'down'>): 't4' | 't3' | 't2' {
	const sizes = [
		['t4', 20 / 3],
		['t3', 10 / 3]
	] as const;
	const fits = (size: number) => {
		const perLine = Math.max(1, Math.floor((across - 8) / size));
		const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(textWidth(line, 1) / perLine)), 0);
		return lines * size * 1.4 <= down - 8;
	};
	return sizes.find(([, size]) => fits(size))?.[0] ?? 't2';
}
