import { expect, test } from 'vitest';
import { flow, flowHeight } from '#lib/charts/flow.ts';
import { ladder, ladderHeight } from '#lib/charts/ladder.ts';
import { chartTheme } from '#lib/charts/theme.ts';
import { expectPicture } from './picture.ts';

const rungs = [
	['首席技师', null, null],
	['特级技师', 2, 1],
	['高级技师', 40, 22],
	['技师', 120, 61],
	['高级工', 400, 280],
	['中级工', 520, 310],
	['初级工', 260, 170],
	['学徒工', 60, 0]
] as const;
const steps = rungs.map(([name, whole, part], index) => ({
	key: name,
	name,
	whole,
	part,
	labels: [whole, part, whole === null ? null : Math.round((part / whole) * 100)].map((value) => String(value ?? '—')),
	selected: index === 4
}));
const heads = ['参训（人）', '取证（人）', '取证率'];

test.each(['light', 'dark'] as const)('ladder of skill levels, %s', (name) => {
	const theme = chartTheme(name, { width: 620, height: ladderHeight(steps.length, true) });
	const svg = expectPicture(
		`ladder-${name}`,
		ladder(steps, heads, theme, { after: 5, text: '高级工及以上占取证 43.1%' }),
		theme
	);
	for (const text of [...rungs.map(([rung]) => rung), '高级工及以上占取证 43.1%', '取证率'])
		expect(svg).toContain(`>${text}<`);
	// All bars begin at one line and are as long as what they stand for: 520 to 400.
	const bars = [...svg.matchAll(/d="M([\d.]+) [\d.]+l([\d.]+) 0l0/g)].filter(
		([, x]) => Number(x) > 0 && Number(x) < 200
	);
	expect(new Set(bars.map(([, x]) => x)).size).toBe(1);
	const lengths = bars.map(([, , length]) => Number(length));
	expect(Math.max(...lengths) / lengths.toSorted((a, b) => b - a)[1]!).toBeCloseTo(520 / 400, 2);
});

test('on a phone the ladder keeps its first two columns', () => {
	const theme = chartTheme('light', { width: 358, height: ladderHeight(steps.length) });
	const svg = expectPicture('ladder-narrow', ladder(steps, heads, theme), theme);
	expect(svg).toContain('> 取证（人）<');
	expect(svg).not.toContain('>取证率<');
});

const promotions = {
	from: [
		{ key: 'national-1', name: '国家一类', label: '30' },
		{ key: 'municipal', name: '市级', label: '70' },
		{ key: 'enterprise', name: '企业', label: '1' }
	],
	to: [
		{ key: 'technician', name: '技师', label: '45' },
		{ key: 'senior', name: '高级工', label: '56' }
	],
	links: [
		{ from: 'municipal', to: 'senior', value: 45, label: '45 人次' },
		{ from: 'national-1', to: 'technician', value: 20, label: '20 人次' },
		{ from: 'national-1', to: 'senior', value: 10, label: '10 人次' },
		{ from: 'municipal', to: 'technician', value: 25, label: '25 人次' },
		{ from: 'enterprise', to: 'senior', value: 1, label: '1 人次' }
	]
};

test.each([
	['light', 620],
	['dark', 358]
] as const)('flow from competitions to skill levels, %s at %i', (name, width) => {
	const theme = chartTheme(name, { width, height: flowHeight(3) });
	const option = flow(promotions, ['竞赛级别', '晋升到'], theme);
	const svg = expectPicture(`flow-${name}`, option, theme);
	for (const text of ['国家一类  30', '企业  1', '高级工  56', '晋升到']) expect(svg).toContain(text);
	const [first] = option.series[0]!.data as { id: string }[];
	expect(option.tooltip.formatter({ dataIndex: 0, seriesIndex: 0 })).toBe('国家一类 → 技师\n20 人次');
	expect(first?.id).toBe('national-1 technician');
});
