import { fail, readText, type Fields } from './profile-fields.ts';

/** The grounds that the accent is read on: paper and raised panels of the light and of the dark theme. */
const grounds = { accent: ['#fcfbf8', '#ffffff'], accentDark: ['#15171a', '#202328'] } as const;

/** Contrast that text must have (WCAG 2.2, 1.4.3). */
const least = 4.5;

/** The colour of the profile in each theme; a dark one that is not given is the light one mixed with white. */
export function readAccent(fields: Fields): { accent?: string; accentDark?: string } {
	const light = readColour(fields, 'accent');
	const dark = readColour(fields, 'accentDark');
	if (light === undefined) {
		return dark === undefined ? {} : fail('有“accentDark”而没有“accent”', '"accentDark" is there without "accent"');
	}
	return { accent: light, accentDark: dark ?? lightened(light) };
}

function readColour(fields: Fields, name: 'accent' | 'accentDark'): string | undefined {
	if (fields[name] === undefined) return undefined;
	const colour = readText(fields, name);
	if (!/^#[0-9a-f]{6}$/i.test(colour)) {
		fail(`“${name}”不是颜色（应如 #b3261e）：${colour}`, `"${name}" is no colour such as #b3261e: ${colour}`);
	}
	const worst = Math.min(...grounds[name].map((ground) => contrast(colour, ground)));
	if (worst < least) {
		const said = (Math.floor(worst * 10) / 10).toFixed(1);
		fail(
			`“${name}” ${colour} 与底色的对比度为 ${said}，须不低于 ${least}`,
			`"${name}" ${colour} has a contrast of ${said} with the page; it must be at least ${least}`
		);
	}
	return colour;
}

/** The colour with as much white as the dark theme needs. */
function lightened(colour: string): string {
	for (let share = 0.3; share < 1; share += 0.05) {
		const mixed = mixedWithWhite(colour, share);
		if (grounds.accentDark.every((ground) => contrast(mixed, ground) >= least)) return mixed;
	}
	return '#ffffff';
}

function mixedWithWhite(colour: string, share: number): string {
	const parts = channels(colour).map((part) => Math.round(part + (255 - part) * share));
	return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

/** Contrast of two colours in CSS hex, 1–21 (WCAG 2.2). */
export function contrast(one: string, other: string): number {
	const [a, b] = [luminance(one), luminance(other)];
	return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminance(colour: string): number {
	const [red = 0, green = 0, blue = 0] = channels(colour).map((part) => {
		const share = part / 255;
		return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channels(colour: string): number[] {
	return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}
