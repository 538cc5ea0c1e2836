/** The custom properties that take the place of the product's accent in `app.css`, in light and in dark. */
const properties = ['--profile-accent', '--profile-accent-dark', '--profile-tint', '--profile-tint-dark'] as const;

/** Paper of the themes, as in `app.css`: tints are a breath of the accent on it. */
const paper = { light: '#fcfbf8', dark: '#15171a' };

/** The colours of a profile, as its release states them. */
export interface ProfileColours {
	readonly accent?: string;
	readonly accentDark?: string;
}

/**
 * Gives the page the colours of the open profile; a profile without colours leaves it the product's own. `data-accent`
 * tells whoever reads the colours that they have changed.
 */
export function showAccent(root: HTMLElement, colours: ProfileColours): void {
	const values = valuesOf(colours);
	for (const [index, property] of properties.entries()) {
		const value = values[index];
		if (value === undefined) root.style.removeProperty(property);
		else root.style.setProperty(property, value);
	}
	root.dataset.accent = colours.accent ?? '';
}

/** The same as a style for the first byte of the page; empty for the product's own colours. */
export function accentStyle(colours: ProfileColours): string {
	return valuesOf(colours)
		.map((value, index) => `${properties[index]}:${value}`)
		.join(';');
}

/** Colours come from files: what is not one is left out. */
function valuesOf({ accent, accentDark }: ProfileColours): readonly string[] {
	const colour = /^#[0-9a-f]{3,8}$/i;
	if (!accent || !accentDark || !colour.test(accent) || !colour.test(accentDark)) return [];
	return [
		accent,
		accentDark,
		`color-mix(in srgb, ${accent} 9%, ${paper.light})`,
		`color-mix(in srgb, ${accentDark} 14%, ${paper.dark})`
	];
}
