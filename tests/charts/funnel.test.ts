import { expect, test } from 'vitest';
import { funnel, funnelHeight } from '#lib/charts/funnel.ts';
import { funnelRows, funnelRowsHeight } from '#lib/charts/funnel-rows.ts';
import { chartTheme } from '#lib/charts/theme.ts';
import { expectPicture } from './picture.ts';
import { inWan, provinceTiles } from './sample-data.ts';

const words = { missing: '未报', provisional: '暂定' };

test.each(['light', 'dark'] as const)('funnel of suggestions, %s', (name) => {
	const steps = [
		{ key: 'suggestions', name: '提出', value: 3_124_000, label: '312.4万件' },
		{ key: 'adopted', name: '采纳', value: 1_912_000, label: '191.2万件', rate: '采纳率 61.2%' },
		{ key: 'implemented', name: '实施', value: 1_498_000, label: '149.8万件', rate: '实施率 78.3%', provisional: true }
	];
	const theme = chartTheme(name, { width: 560, height: funnelHeight(steps.length) });
	const svg = expectPicture(`funnel-${name}`, funnel(steps, theme, words), theme);
	for (const text of ['312.4万件', '采纳率 61.2%', '实施率 78.3%']) expect(svg).toContain(`>${text}<`);
});

test('a step that nobody reported has no bar and no slope, only the word', () => {
	const theme = chartTheme('light', { width: 358, height: funnelHeight(3) });
	const steps = [
		{ key: 'a', name: '提出', value: 120, label: '120 件' },
		{ key: 'b', name: '采纳', value: null, label: '', rate: null },
		{ key: 'c', name: '实施', value: 30, label: '30 件', rate: null }
	];
	const svg = expectPicture('funnel-missing', funnel(steps, theme, words), theme);
	expect(svg).toContain('>未报<');
});

test.each(['light', 'dark'] as const)('funnels of regions, %s', (name) => {
	const rows = provinceTiles.slice(0, 14).map((tile, index) => ({
		key: tile.key,
		name: tile.name,
		shares: index === 5 ? [null, null] : [0.75 - index * 0.02, 0.6 - index * 0.025],
		labels:
			index === 5 ? ['未报', '—', '—'] : [inWan(52_000 - index * 2900), `${75 - index * 2}.0%`, `${60 - index}.0%`],
		selected: index === 3,
		provisional: index === 8
	}));
	const theme = chartTheme(name, { width: 620, height: funnelRowsHeight(rows.length) });
	const svg = expectPicture(
		`funnel-rows-${name}`,
		funnelRows(rows, ['建议（件）', '采纳率', '实施'], theme, words),
		theme
	);
	for (const row of rows) expect(svg).toContain(`>${row.name}<`);
});

test('more implemented than proposed stays within the picture', () => {
	const theme = chartTheme('light', { width: 358, height: funnelRowsHeight(2) });
	const rows = [
		{ key: 'a', name: '甲', shares: [1.4, 1.2], labels: ['10', '140%', '120%'] },
		{ key: 'b', name: '乙', shares: [0.5, 0.25], labels: ['20', '50%', '25%'] }
	];
	expectPicture('funnel-rows-beyond', funnelRows(rows, ['建议', '采纳', '实施'], theme, words), theme);
});

test('a share of nothing draws no bar', () => {
	const theme = chartTheme('light', { width: 358, height: funnelRowsHeight(2) });
	const rows = [
		{ key: 'a', name: '甲', shares: [0.5, 0.25], labels: ['20', '50%', '25%'] },
		{ key: 'b', name: '乙', shares: [0, 0], labels: ['10', '0.0%', '0.0%'] }
	];
	const svg = expectPicture('funnel-rows-none', funnelRows(rows, ['登记', '采纳率', '转化率'], theme, words), theme);
	// One bar and the swatch of its head for each share; of 乙 only the pale ground.
	expect(svg.split(theme.mark).length - 1).toBe(2);
});
