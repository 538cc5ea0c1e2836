import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** What axe finds against a page, or against a part of it. */
export async function violationsOf(page: Page, within?: string) {
	// In the page itself rather than frame by frame through a second page, which takes four times as long: no page here has
	// frames of another origin. What was in order is not handed over.
	const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
	const { violations } = await (within === undefined ? axe : axe.include(within)).analyze();
	return violations.map(({ id, impact, nodes }) => ({
		id,
		serious: impact === 'serious' || impact === 'critical',
		text: `${id}: ${nodes.map(({ html }) => html).join(' ')}`
	}));
}

/** The serious violations of a page, each with the markup that it is about. */
export async function seriousViolations(page: Page): Promise<string[]> {
	return (await violationsOf(page)).flatMap(({ serious, text }) => (serious ? [text] : []));
}

/** No serious violation, and nothing wider than the screen. */
export async function expectSound(page: Page): Promise<void> {
	expect(await seriousViolations(page)).toEqual([]);
	const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
	expect(over).toBeLessThanOrEqual(0);
}
