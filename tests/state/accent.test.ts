import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { chartTheme } from '#lib/charts/theme.ts';
import { contrast } from '#lib/dimensions/profile-accent.ts';
import { showAccent } from '#lib/state/accent.ts';
import { loadProfile } from '../../src/cli/load-profile.ts';

/** The root of a page as far as colours are concerned. */
function page() {
	const properties = new Map<string, string>();
	const style = {
		setProperty: (name: string, value: string) => void properties.set(name, value),
		removeProperty: (name: string) => void properties.delete(name)
	};
	const dataset: Record<string, string> = {};
	return { root: { style, dataset } as unknown as HTMLElement, properties, dataset };
}

test('the page takes the colours of the open profile, and its own again with a profile that has none', () => {
	const { root, properties, dataset } = page();
	showAccent(root, { accent: '#0b6a5c', accentDark: '#4fc7b0' });
	expect(properties.get('--profile-accent')).toBe('#0b6a5c');
	expect(properties.get('--profile-accent-dark')).toBe('#4fc7b0');
	expect(dataset['accent']).toBe('#0b6a5c');
	// Every property that is set is one that the page's styles read.
	const styles = readFileSync('src/app.css', 'utf8');
	for (const property of properties.keys()) expect(styles).toContain(`var(${property},`);
	showAccent(root, {});
	expect(properties.size).toBe(0);
	expect(dataset['accent']).toBe('');
});

test('charts are drawn in the accent of the page', () => {
	const box = { width: 100, height: 100 };
	expect(chartTheme('light', { ...box, accent: '#0b6a5c' }).accent).toBe('#0b6a5c');
	expect(chartTheme('light', box).accent).toBe('#b3261e');
	expect(chartTheme('dark', { ...box, accent: '' }).accent).toBe('#ff7a63');
});

test.each(['shanghai', 'gansu', 'enterprise'])(
	'%s: its colours are read on both papers, and text on them',
	async (id) => {
		const { accent = '', accentDark = '' } = await loadProfile(id);
		for (const ground of ['#fcfbf8', '#ffffff', '#f4f2ed'])
			expect(contrast(accent, ground), `${accent} on ${ground}`).toBeGreaterThanOrEqual(4.5);
		for (const ground of ['#15171a', '#202328', '#1c1f23'])
			expect(contrast(accentDark, ground), `${accentDark} on ${ground}`).toBeGreaterThanOrEqual(4.5);
		expect(contrast('#ffffff', accent)).toBeGreaterThanOrEqual(4.5);
		expect(contrast('#1b0e0b', accentDark)).toBeGreaterThanOrEqual(4.5);
	}
);
