/** The custom properties that take the place of the product's accent in `app.css`, in light and in dark. */
const properties = ['--profile-accent', '--profile-accent-dark', '--profile-tint', '--profile-tint-dark'] as const;

/** Paper of the themes, as in `app.css`: tints are a breath of the accent on it. */
const paper = { light: '#fcfbf8', dark: '#15171a' };

/**
 * Gives the page the colours of the open profile; a profile without colours leaves it the product's own. `data-accent`
 * tells whoever reads the colours that they have changed.
 */
export function showAccent(root: HTMLElement, colours: { accent?: string; accentDark?: string }): void {
	const { accent, accentDark } = colours;
	const values =
		accent && accentDark
			? [
					accent,
					accentDark,
					`color-mix(in srgb, ${accent} 9%, ${paper.light})`,
					`color-mix(in srgb, ${accentDark} 14%, ${paper.dark})`
				]
			: [];
	for (const [index, property] of properties.entries()) {
		const value = values[index];
		if (value === undefined) root.style.removeProperty(property);
		else root.style.setProperty(property, value);
	}
	root.dataset.accent = accent ?? '';
}
