import { afterAll, beforeAll, expect, test } from 'vitest';
import { cellText } from '#lib/components/table.ts';
import type { Connector } from '#lib/engine/connector.ts';
import { Sql } from '#lib/sql/sql.ts';
import type { ReleaseLists } from '#lib/state/release-lists.ts';
import { Figures, type Figure } from '#lib/views/figure.ts';
import { conversionColumns, conversionFinding, conversionRate, conversions } from '#lib/views/innovation/conversion.ts';
import { innovationDrawn, noFunnels } from '#lib/views/innovation/drawn.ts';
import { benefits, outcomes, steps } from '#lib/views/innovation/measured.ts';
import {
	funnelFinding,
	funnelValue,
	memberFunnels,
	orderFunnels,
	picturedFunnels
} from '#lib/views/innovation/member-funnels.ts';
import { registerQuery } from '#lib/views/innovation/queries.ts';
import { standing } from '#lib/views/innovation/register.ts';
import { wholeScope } from '#lib/views/whole-scope.ts';
import { fixtureScope, openFixture } from '../fixture.ts';

let connector: Connector;
let lists: ReleaseLists;
beforeAll(async () => {
	({ connector, lists } = await openFixture());
	await connector.run(
		new Sql(`INSERT INTO innovations (innovation_id, kind, title, proposer_unit, region, industry, submitted, adopted, implemented, economic_benefit) VALUES
			('A1', 'invention', '高炉 Valve', '示例钢厂', '5001', 'C13', '2026-04-02', '2026-04-20', '2026-05-10', 9000),
			('A2', 'suggestion', '节水', '示例钢厂', '5002', 'E', '2026-04-09', '2026-05-01', NULL, NULL),
			('A3', 'suggestion', '照明', '示例学校', '5002', NULL, '2025-04-09', NULL, NULL, NULL)`)
	);
});
afterAll(() => connector.close());

function figure(indicator: string, value: number | null, at: Partial<Figure>): Figure {
	const none = { region: null, industry: null, unionSystem: null, kind: null, level: null, skillLevel: null };
	const rest = { numerator: value, denominator: null, how: 'reported', partsReported: null, partsExpected: null };
	return { ...none, ...rest, indicator, period: '2026Q2', value, complete: true, ...at };
}

const suggestions = (region: string, ...values: (number | null)[]) =>
	steps.flatMap(({ id }, index) => (values[index] == null ? [] : [figure(id, values[index], { region })]));

test('funnels come from the sums of each step: rates, order, who is best and who is not', () => {
	const scope = fixtureScope(lists);
	const figures = new Figures([...suggestions('5001', 200, 100, 80), ...suggestions('5002', 50, 40, 10)]);
	const rows = memberFunnels(scope.members, (region) => ({ region }), figures, scope, steps);
	const first = rows.find(({ key }) => key === '5001');
	expect(
		first && [funnelValue(first, 'adoption'), funnelValue(first, 'implementation'), funnelValue(first, 'through')]
	).toEqual([0.5, 0.8, 0.4]);
	// 丙区 owes a report and comes last; 直属 owes none and is left out.
	expect(orderFunnels(rows, 'through').map(({ key }) => key)).toEqual(['5001', '5002', '5003']);
	expect(orderFunnels(rows, 'adoption').map(({ key }) => key)).toEqual(['5002', '5001', '5003']);
	expect(orderFunnels(rows, 'amount').map(({ key }) => key)).toEqual(['5001', '5002', '5003']);
	expect(funnelFinding(rows)).toBe('甲每 100 条建议实施 40 条，乙 20 条');
	// 81 of 200 are 40.5 of 100: the other has as many digits.
	const uneven = new Figures([...suggestions('5001', 200, 100, 81), ...suggestions('5002', 50, 40, 10)]);
	expect(funnelFinding(memberFunnels(scope.members, (region) => ({ region }), uneven, scope, steps))).toBe(
		'甲每 100 条建议实施 40.5 条，乙 20.0 条'
	);
});

test('a missing step leaves its rates open, a step above the one before is remarked', () => {
	const scope = fixtureScope(lists);
	const figures = new Figures([...suggestions('5001', 200, null, 80), ...suggestions('5002', 50, 60, 10)]);
	const rows = memberFunnels(scope.members, (region) => ({ region }), figures, scope, steps);
	const drawn = picturedFunnels(orderFunnels(rows, 'amount'), '5001', steps[0]!, scope);
	expect(drawn[0]).toMatchObject({ key: '5001', shares: [null, 0.4], labels: ['200', '—', '40.0%'], selected: true });
	expect(drawn[1]?.shares).toEqual([1.2, 0.2]);
	expect(drawn[1]?.notes?.join()).toContain('多于前面的环节');
	expect(drawn[2]).toMatchObject({ key: '5003', shares: [null, null], labels: ['未报', '—', '—'] });
});

test('everything drawn comes of the answers: funnels both ways, and a whole only where all have reported', () => {
	const scope = fixtureScope(lists, { region: '5001' });
	const benefit = benefits[0]!;
	const answers = {
		scope,
		density: null,
		brought: outcomes.slice(0, 1),
		benefit,
		place: new Figures([...suggestions('5001', 200, 100, 80), figure(benefit.id, 900, { region: '5001' })]),
		regions: new Figures([...suggestions('5001', 200, 100, 80), ...suggestions('5002', 50, 40, 10)]),
		industries: new Figures([
			...steps.map(({ id }, index) => figure(id, 90 - index, { industry: 'C' })),
			figure(benefit.id, 300, { industry: 'C' })
		]),
		kinds: null
	};
	const drawn = innovationDrawn(answers);
	expect(drawn.own?.bars.map(({ value, label }) => [value, label])).toEqual([
		[200, '200\u2009件'],
		[100, '100\u2009件'],
		[80, '80\u2009件']
	]);
	expect([drawn.own?.title, drawn.own?.remarks]).toEqual(['每 100 条合理化建议采纳 50 条，实施 40 条', []]);
	expect(drawn.funnelsByRegion.title).toBe(funnelFinding(drawn.funnelsByRegion.rows));
	expect(drawn.funnelsByRegion.pictured.get('5001')).toMatchObject({ selected: true, shares: [0.5, 0.4] });
	expect(drawn.funnelsByIndustry.pictured.get('C')).toMatchObject({ selected: false, name: '制造' });
	expect([...drawn.outcomes.keys()]).toEqual([outcomes[0]!.id]);
	expect(drawn.benefits).toMatchObject({
		whole: 900,
		rows: [
			{ key: 'C', value: 300 },
			{ key: 'E', value: null }
		]
	});
	expect([drawn.densityRows, drawn.kindRows, drawn.kindsPictured]).toEqual([[], [], []]);
	expect([drawn.completeness?.reported, drawn.completeness?.expected]).toEqual([2, 3]);
	expect(innovationDrawn({ ...answers, benefit: null }).benefits).toBe(null);
	const provisional = new Figures([figure(benefit.id, 900, { region: '5001', complete: false })]);
	expect(innovationDrawn({ ...answers, place: provisional }).benefits?.whole).toBe(null);
	expect(noFunnels()).toMatchObject({ rows: [], title: funnelFinding([]) });
});

test('what became of registered innovations by kind; rates of fewer than ten are no finding', () => {
	const scope = fixtureScope(lists);
	const kind = (code: string, count: number, adopted: number, implemented: number) => [
		figure('innovations_registered', count, { kind: code }),
		figure('innovations_adopted', adopted, { kind: code }),
		figure('innovations_implemented', implemented, { kind: code }),
		figure('conversion_rate', (100 * implemented) / count, { kind: code })
	];
	const figures = new Figures([
		...kind('invention', 40, 20, 10),
		...kind('suggestion', 100, 30, 5),
		...kind('research', 2, 2, 2)
	]);
	const rows = conversions(figures, scope);
	expect(rows.map(({ key }) => key)).toEqual(['suggestion', 'invention', 'research']);
	expect(rows.map(conversionRate)).toEqual([0.05, 0.25, 1]);
	// A file without the column: registered, and nothing known of what came of it.
	const [untold] = conversions(new Figures([figure('innovations_registered', 12, { kind: 'invention' })]), scope);
	expect(untold).toMatchObject({ counts: [12, null, null], shares: [null, null] });
	// 科技攻关 has two entries, both in use: the title says that such kinds are left out.
	expect(conversionFinding(rows)).toBe('登记满 10 项的类别中，发明创造转化率最高，25.0%；合理化建议最低，5.0%');
	const perItem = conversionColumns(scope).find(({ key }) => key === 'perItem')!;
	expect(
		[123_456.7, 92_000, 8700, null].map((perItemOf) => cellText(perItem, { ...rows[0]!, perItem: perItemOf }))
	).toEqual(['123,457', '92,000', '8,700', '—']);
	expect(conversionFinding(rows.slice(0, 2))).toBe('发明创造转化率最高，25.0%；合理化建议最低，5.0%');
});

test('kinds with the same rate are named together', () => {
	const kind = (code: string, count: number, implemented: number) => [
		figure('innovations_registered', count, { kind: code }),
		figure('innovations_adopted', count, { kind: code }),
		figure('conversion_rate', (100 * implemented) / count, { kind: code })
	];
	const found = (...parts: Parameters<typeof kind>[]) =>
		conversionFinding(conversions(new Figures(parts.flatMap((part) => kind(...part))), fixtureScope(lists)));
	// 5 of 20 and 10 of 40 are 25 %; nothing of 12 and of 11.
	expect(found(['suggestion', 40, 10], ['invention', 20, 5], ['research', 12, 0], ['gadget', 11, 0])).toMatch(
		/^合理化建议、发明创造转化率最高，25\.0%；科技攻关(、.+)?最低，0\.0%$/
	);
	expect(found(['suggestion', 40, 10], ['invention', 20, 5])).toBe('各类转化率都是 25.0%');
});

test('the register obeys period, place, industry, kind and every word of a search in any case', async () => {
	const ask = async (filters: Parameters<typeof fixtureScope>[1], search = '', everything = false) => {
		const query = registerQuery(fixtureScope(lists, filters), search, everything);
		const { rows, total, implemented } = query.parse(await connector.query(query.sql));
		return [rows.map(({ id }) => id), total, implemented];
	};
	expect(await ask({})).toEqual([['A2', 'A1'], 2, 1]);
	expect(await ask({}, '', true)).toEqual([['A2', 'A1', 'A3'], 3, 1]);
	expect(await ask({ region: '5001' })).toEqual([['A1'], 1, 1]);
	expect(await ask({ industry: 'C' })).toEqual([['A1'], 1, 1]);
	expect(await ask({ kind: 'suggestion' }, '', true)).toEqual([['A2', 'A3'], 2, 0]);
	expect(await ask({}, 'VALVE 钢厂')).toEqual([['A1'], 1, 1]);
	expect(await ask({}, '乙区')).toEqual([['A2'], 1, 0]);
	expect(await ask({}, '100% _')).toEqual([[], 0, 0]);
});

test('an entry says how far it has come; pictures of sums know nothing of the register’s kind', () => {
	const row = { id: '', kind: null, title: null, unit: null, region: null, industry: null, benefit: null, award: null };
	const dates = { submitted: '2026-01-01', adopted: null, implemented: null };
	expect(standing({ ...row, ...dates })).toBe('已提出');
	expect(standing({ ...row, ...dates, adopted: '2026-02-01' })).toBe('已采纳 2026-02-01');
	expect(standing({ ...row, ...dates, implemented: '2026-03-01' })).toBe('已实施 2026-03-01');
	const scope = fixtureScope(lists, { kind: 'suggestion', industry: 'C' });
	expect(wholeScope(scope).filters).toMatchObject({ kind: null, industry: 'C' });
	expect(wholeScope(scope).narrowing).toEqual({ industry: [{ key: 'C', codes: ['C'] }] });
});
