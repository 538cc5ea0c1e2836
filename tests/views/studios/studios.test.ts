import { afterAll, beforeAll, expect, test } from 'vitest';
import { cellText } from '#lib/components/table.ts';
import type { Connector } from '#lib/engine/connector.ts';
import { Sql } from '#lib/sql/sql.ts';
import type { ReleaseLists } from '#lib/state/release-lists.ts';
import { Figures, type Figure } from '#lib/views/figure.ts';
import { memberRows } from '#lib/views/member-rows.ts';
import { coverageColumns, coverageFinding, coverageOf, type Coverage } from '#lib/views/studios/coverage.ts';
import { densityOutputs, densityPicture } from '#lib/views/studios/density-output.ts';
import { kindFinding, kindLevels } from '#lib/views/studios/kinds.ts';
import { studiosDrawn } from '#lib/views/studios/drawn.ts';
import { density, outputs } from '#lib/views/studios/measured.ts';
import { outliersOf, quantile } from '#lib/views/studios/outliers.ts';
import { registerQuery, type StudioOrder } from '#lib/views/studios/queries.ts';
import { standingRows } from '#lib/views/studios/standing-rows.ts';
import { studiosSentence } from '#lib/views/studios/sentence.ts';
import { stockFinding, stockScope } from '#lib/views/studios/stock-scope.ts';
import { standingsQuery, studioQuery } from '#lib/views/studios/studio-queries.ts';
import { fixtureScope, known, openFixture } from '../fixture.ts';

let connector: Connector;
let lists: ReleaseLists;
beforeAll(async () => {
	({ connector, lists } = await openFixture());
	await connector.run(
		new Sql(`INSERT INTO period (code, kind, parent, start_date, end_date) VALUES ('2026-04', 'month', '2026Q2', '2026-04-01', '2026-04-30'),
			('2025-04', 'month', '2025Q2', '2025-04-01', '2025-04-30')`)
	);
	await connector.run(
		new Sql(`INSERT INTO studios (studio_id, kind, name, leader, level, founded, region, industry, projects, patents, economic_benefit) VALUES
			('S1', 'worker', '示例一室', '王某', 'provincial', '2025-04-01', '5001', 'C13', 4, 0, 100),
			('S2', 'worker', '示例二室', NULL, 'municipal', '2026-04-09', '5002', 'E', 2, 1, 300),
			('S3', 'worker', '示例三室', NULL, NULL, NULL, '5002', NULL, 2, NULL, 200),
			('S4', 'academy', '示例学院', NULL, 'municipal', '2025-04-03', '5001', 'C', 9, 9, 900)`)
	);
});
afterAll(() => connector.close());

function figure(indicator: string, value: number | null, at: Partial<Figure>): Figure {
	const none = { region: null, industry: null, unionSystem: null, kind: null, level: null, skillLevel: null };
	const rest = { numerator: value, denominator: null, how: 'register', partsReported: null, partsExpected: null };
	return { ...none, ...rest, indicator, period: '2026Q2', value, complete: true, ...at };
}

test('the register lists what was named by the end of the period, those without a date always', async () => {
	const ask = async (filters: Parameters<typeof fixtureScope>[1], search = '', order: StudioOrder | null = null) => {
		const query = registerQuery(fixtureScope(lists, filters), search, order);
		const { rows, total } = query.parse(await connector.query(query.sql));
		return [rows.map(({ id }) => id), total];
	};
	expect(await ask({})).toEqual([['S2', 'S4', 'S1', 'S3'], 4]);
	expect(await ask({ period: '2025Q2' })).toEqual([['S4', 'S1', 'S3'], 3]);
	expect(await ask({ period: '2025Q1' })).toEqual([['S3'], 1]);
	expect(await ask({ industry: 'C' })).toEqual([['S4', 'S1'], 2]);
	expect(await ask({ kind: 'worker', region: '5002' })).toEqual([['S2', 'S3'], 2]);
	expect(await ask({}, '一室 甲区')).toEqual([['S1'], 1]);
	// A leader is a person: names are shown masked, so they are not found either.
	expect(await ask({}, '王某')).toEqual([[], 0]);
	expect(await ask({}, '', { key: 'benefit', direction: 'ascending' })).toEqual([['S1', 'S3', 'S2', 'S4'], 4]);
	expect(await ask({}, '', { key: 'patents', direction: 'descending' })).toEqual([['S4', 'S2', 'S1', 'S3'], 4]);
	expect(await ask({}, '', { key: 'name', direction: 'ascending' })).toEqual([['S2', 'S4', 'S1', 'S3'], 4]);
});

test('a studio stands among its own kind, output by output; what is not recorded is not counted', async () => {
	const query = standingsQuery('S2');
	const standings = query.parse(await connector.query(query.sql));
	const at = (field: string) => standings.find((one) => one.field === field);
	expect(at('projects')).toEqual({ field: 'projects', value: 2, known: 3, above: 1, below: 0, median: 2 });
	expect(at('patents')).toEqual({ field: 'patents', value: 1, known: 2, above: 0, below: 1, median: 0.5 });
	expect(at('economic_benefit')).toMatchObject({ value: 300, known: 3, above: 0, below: 2, median: 200 });
	expect(at('trained')).toMatchObject({ value: null, known: 0 });
	expect(standingRows(standings).map(({ field, rank, belowText }) => [field, rank, belowText])).toEqual([
		['projects', '2（并列） / 3', '0%'],
		['patents', '1 / 2', '100%'],
		['economic_benefit', '1 / 3', '100%']
	]);
	const one = studioQuery('S2');
	expect(one.parse(await connector.query(one.sql))).toMatchObject({
		name: '示例二室',
		founded: '2026-04-09',
		unit: null
	});
	const none = studioQuery("'; DROP TABLE studios; --");
	expect(none.parse(await connector.query(none.sql))).toBe(null);
});

test('outliers lie 1.5 interquartile ranges beyond the quartiles; none among a handful', () => {
	expect(quantile([1, 2, 3, 4], 0.25)).toBe(1.75);
	// x: quartiles 2 and 4, range 2, fences −1 and 7; y all equal, so any other y is one.
	const pair = (key: string, x: number, y = 5) => ({ key, x, y });
	const cloud = [pair('a', 1), pair('b', 2), pair('c', 3), pair('d', 4), pair('e', 7)];
	expect(outliersOf(cloud)).toEqual([]);
	expect(outliersOf([...cloud.slice(0, 4), pair('e', 7.1)]).map(({ key }) => key)).toEqual(['e']);
	// With a sixth the quartiles of x are 2.25 and 3.75, so that 7 lies beyond 6; f is the only one with another y.
	expect(outliersOf([...cloud, pair('f', 3, 6)]).map(({ key }) => key)).toEqual(['f', 'e']);
	expect(outliersOf([pair('a', 1), pair('b', 1), pair('c', 900)])).toEqual([]);
});

test('density against output: named ends, and who lacks a figure is said and not drawn at zero', () => {
	const scope = fixtureScope(lists);
	const benefit = outputs[0]!;
	const figures = new Figures([
		figure(density.id, 2, { region: '5001' }),
		figure(density.id, 3, { region: '5002' }),
		figure(benefit.id, 1_402_183, { region: '5001' }),
		figure(benefit.id, 900_000, { region: '5002' }),
		figure(density.id, 1, { region: '5003' })
	]);
	const rowsOf = (indicator: typeof density) => memberRows(scope.members, 'region', figures, scope, indicator);
	const picture = densityPicture(densityOutputs(rowsOf(density), rowsOf(benefit)), density, benefit, scope);
	expect(picture.points.map(({ key, x, y, named }) => [key, x, y, named])).toEqual([
		['5001', 2, 1_402_183, true],
		['5002', 3, 900_000, true]
	]);
	expect(picture.missing.map(({ key }) => key)).toEqual(['5003']);
	expect(picture.title).toBe('乙工作室最密，3.00\u2009个/万人；甲单室效益最高，140.2万元/个');
});

test('kinds by level: academies by their own measure, the largest kind first', () => {
	const scope = fixtureScope(lists);
	const figures = new Figures([
		figure('studios', 30, { kind: 'team', level: 'county' }),
		figure('studios', 50, { kind: 'worker', level: 'county' }),
		figure('studios', 10, { kind: 'worker', level: 'provincial' }),
		figure('studios', 0, { kind: 'academy', level: 'county' }),
		figure('academies', 10, { kind: 'academy', level: 'provincial' })
	]);
	const kinds = kindLevels(figures, scope);
	expect(kinds.rows.map(({ key, total }) => [key, total])).toEqual([
		['worker', 60],
		['team', 30],
		['academy', 10]
	]);
	expect(kinds.columns.map(({ key }) => key)).toEqual(['provincial', 'county']);
	expect(kinds.total).toBe(100);
	// 60 of 100 are of workers; 10 of workers and 10 academies are provincial: 20 of the same 100.
	expect(kindFinding(kinds)).toBe('100 个工作室和学院中，职工工作室最多，占 60.0%，省级及以上占 20.0%');
	// A register that has none of a kind at a level lacks nothing: an empty place, no hatch.
	const none = kinds.cells.find(({ row, column }) => row === 'team' && column === 'provincial');
	expect(none).toMatchObject({ value: null, blank: true, notes: ['没有'] });
});

test('kinds level as the most are named together; without any level nothing is said of province level', () => {
	const scope = fixtureScope(lists);
	const figures = new Figures([
		figure('studios', 20, { kind: 'team', level: 'all' }),
		figure('studios', 20, { kind: 'worker', level: 'all' }),
		figure('academies', 10, { kind: 'academy', level: 'all' })
	]);
	// 20 of 50 each.
	expect(kindFinding(kindLevels(figures, scope))).toBe(
		'50 个工作室和学院中，职工工作室、班组工作室并列最多，各占 40.0%'
	);
	// 5 of the 20 that state a level; of all 50 it would be 10 %.
	const some = new Figures([
		figure('studios', 5, { kind: 'worker', level: 'provincial' }),
		figure('studios', 15, { kind: 'worker', level: 'county' }),
		figure('studios', 30, { kind: 'team', level: 'all' })
	]);
	expect(kindFinding(kindLevels(some, scope))).toBe(
		'50 个工作室和学院中，班组工作室最多，占 60.0%，写明级别的 20 个中省级及以上占 25.0%'
	);
});

const drawnAt = ({ cells }: Coverage, row: string, column: string) => {
	const cell = cells.find((one) => one.row === row && one.column === column);
	return [cell?.value, cell?.label, cell?.none ? 'none' : cell?.blank];
};

test('coverage: hatched is only who has not told who works where; where nobody works nothing is drawn', () => {
	const scope = fixtureScope(lists);
	const cell = (id: string, region: string, industry: string, value: number) => figure(id, value, { region, industry });
	const staff = known('workers_total');
	const found = coverageOf(
		scope,
		new Figures([
			...[cell('studios', '5001', 'C', 4), cell('workers_total', '5001', 'C', 300), cell('studios', '5003', 'E', 1)],
			...[cell('workers_total', '5001', 'E', 20), cell('workers_total', '5002', 'E', 50)]
		]),
		staff,
		[]
	);
	expect(found.uncounted).toEqual(['丙']);
	// 甲 has people and no studio in E, 乙 nobody in C, 丙 has not told; the studio that it has is shown.
	expect(drawnAt(found, '5001', 'E')).toEqual([0, '无', 'none']);
	expect(drawnAt(found, '5002', 'C')).toEqual([null, '', true]);
	expect(drawnAt(found, '5003', 'C')).toEqual([null, '', false]);
	expect(drawnAt(found, '5003', 'E')).toEqual([1, '1', false]);
	const columns = coverageColumns(found, scope);
	const rowOf = (region: string) => found.rows.find(({ key }) => key === region)!;
	const printed = (region: string) =>
		cellText(
			columns.find(({ key }) => key === 'C')!,
			rowOf(region)
		);
	expect(['5001', '5002', '5003'].map(printed)).toEqual(['4', '', '未报职工数']);
});

test('coverage: industries without workers are no gap, one with workers and without a studio is named', () => {
	const scope = fixtureScope(lists);
	const cell = (region: string, industry: string, value: number) => figure('studios', value, { region, industry });
	const matrix = new Figures([cell('5001', 'C', 4), cell('5002', 'C', 1)]);
	const sections = [
		{ key: 'C', name: '制造业', short: '制造' },
		{ key: 'E', name: '建筑业', short: '建筑' }
	];
	const workers = (building: number | null) =>
		memberRows(
			sections,
			'industry',
			new Figures([
				figure('workers_total', 900, { industry: 'C' }),
				...(building === null ? [] : [figure('workers_total', building, { industry: 'E' })])
			]),
			scope,
			known('workers_total')
		);
	const staff = known('workers_total');
	const some = coverageOf(scope, matrix, staff, workers(120));
	expect(some.without).toEqual([{ code: 'E', name: '建筑业', workers: 120 }]);
	expect([some.covered, some.total]).toEqual([2, 6]);
	expect(some.emptiest.map(({ name, gaps }) => [name, gaps])).toEqual([
		['丙', 2],
		['甲', 1],
		['乙', 1]
	]);
	expect(coverageFinding(some, '区县')).toBe('建筑业没有工作室；区县 × 行业 6 组中 2 组有');
	// A register that lists none has none: that is said, not hatched as what was not reported.
	expect(drawnAt(some, '5001', 'E')).toEqual([0, '无', 'none']);
	expect(drawnAt(some, '5001', 'C')).toEqual([4, '4', false]);
	const table = coverageColumns(some, scope);
	const printed = (column: string, row: number) =>
		cellText(
			table.find(({ key }) => key === column)!,
			some.rows[row]!
		);
	expect([printed('C', 0), printed('E', 0)]).toEqual(['4', '没有']);
	const none = coverageOf(scope, matrix, staff, workers(null));
	expect([none.columns.length, none.without, none.total]).toEqual([1, [], 3]);
	expect(coverageFinding(none, '区县')).toBe('1 个行业都有工作室；区县 × 行业 3 组中 2 组有');
	// Where nobody tells workers by industry, those that have a studio count.
	expect(coverageOf(scope, matrix, null, []).columns.map(({ key }) => key)).toEqual(['C']);
});

test('a density of workers that have not all been reported is said to be provisional', () => {
	const [scope, stock, schools] = [fixtureScope(lists), known('studios'), known('academies')];
	const dense = figure(density.id, 2.5, { region: '50' });
	const said = (complete: boolean) =>
		studiosSentence(scope, new Figures([{ ...dense, complete }]), stock, schools).replaceAll('\u2009', '');
	expect(said(true)).toContain('每万名职工 2.50 个工作室。');
	expect(said(false)).toContain('每万名职工 2.50 个工作室（职工数未报齐，暂定）。');
});

test('everything drawn comes of the answers: with a register, and by what the returns state without one', () => {
	const scope = fixtureScope(lists);
	const [benefit] = outputs;
	const [stock, schools] = [known('studios'), known('academies')];
	const regions = new Figures([
		figure(density.id, 2, { region: '5001' }),
		figure(density.id, 3, { region: '5002' }),
		figure(benefit!.id, 1_402_183, { region: '5001' }),
		figure(benefit!.id, 900_000, { region: '5002' })
	]);
	const place = new Figures([figure('studios', 5, { region: '50' }), figure(benefit!.id, 20_000, { region: '50' })]);
	const answers = {
		...{ scope, stock, schools, output: benefit!, each: [benefit!], registered: true, place, regions },
		home: new Figures([figure(density.id, 2.5, { region: '50' }), figure(benefit!.id, 1_000_000, { region: '50' })]),
		levels: new Figures([figure('studios', 5, { kind: 'worker', level: 'municipal' })]),
		byKind: new Figures([figure(benefit!.id, 30_000, { kind: 'worker' })]),
		matrix: new Figures([figure('studios', 5, { region: '5001', industry: 'C' })]),
		industries: new Figures([figure('workers_total', 70, { industry: 'E' })])
	};
	const drawn = studiosDrawn(answers);
	expect(drawn.kinds?.rows).toMatchObject([{ key: 'worker', total: 5 }]);
	expect(drawn.kindsTitle).toBe(kindFinding(drawn.kinds!));
	expect(drawn.outputRows.map(({ key, values }) => [key, values[benefit!.id]])).toEqual([
		['worker', 30_000],
		['', 20_000]
	]);
	expect(drawn.outputTitle).toContain('2万');
	expect(drawn.outputColumns.map(({ key }) => key)).toEqual(['kind', 'total', benefit!.id]);
	// All in yuan: 3万 beside 9,800 would not line up.
	const column = drawn.outputColumns[2]!;
	expect(drawn.outputRows.map((row) => cellText(column, row))).toEqual(['30,000', '20,000']);
	expect(drawn.against).toMatchObject({ output: benefit, whole: { x: 2.5, y: 1_000_000 } });
	expect(drawn.against?.picture.points.map(({ key }) => key).toSorted()).toEqual(['5001', '5002']);
	expect(drawn.coverage?.without).toEqual([{ code: 'E', name: '建筑业', workers: 70 }]);
	expect(drawn.coverageWords).toMatchObject({ title: expect.stringContaining('建筑业没有工作室') });
	expect(drawn.coverageWords?.staffed).toContain('70');
	expect([drawn.ranking, drawn.stockTrend.title]).toEqual([[], stockFinding(place, scope, stock)]);
	const none = { home: null, levels: null, byKind: null, matrix: null, industries: null };
	const stated = studiosDrawn({
		...answers,
		...none,
		output: null,
		registered: false,
		stock: known('studios_reported')
	});
	expect(stated.ranking.map(({ key }) => key)).toEqual(scope.members.map(({ key }) => key));
	expect([stated.kinds, stated.against, stated.coverage, stated.coverageWords]).toEqual([null, null, null, null]);
	expect([stated.outputRows, stated.densities]).toEqual([[], []]);
});

test('a stock is drawn over the ends of the years before, then the period that is shown', () => {
	expect(stockScope(fixtureScope(lists)).spans.trail).toEqual(['2025', '2026Q2']);
	expect(stockScope(fixtureScope(lists, { period: '2026' })).spans.trail).toEqual(['2025', '2026']);
});

test('what a stock shows is how many came since the end of the year before; a missing year is no zero', () => {
	const scope = fixtureScope(lists);
	const at = (period: string, value: number) => figure('studios', value, { region: '50', period });
	const said = (...some: Figure[]) => stockFinding(new Figures(some), scope, known('studios'));
	expect(said(at('2025', 2019), at('2026Q2', 2080))).toBe('创新工作室 2,080\u2009个，比2025年末增加 61\u2009个');
	expect(said(at('2025', 2080), at('2026Q2', 2080))).toBe('创新工作室 2,080\u2009个，与2025年末持平');
	expect(said(at('2025', 2090), at('2026Q2', 2080))).toBe('创新工作室 2,080\u2009个，比2025年末减少 10\u2009个');
	expect(said(at('2026Q2', 2080))).toBe('创新工作室 2,080\u2009个');
	expect(said(at('2025', 2080))).toBe('没有创新工作室的数据');
});
