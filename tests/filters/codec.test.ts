import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeFilters, encodeFilters } from '#lib/filters/codec.ts';
import { noFilters, type Filters } from '#lib/filters/filters.ts';

const slug = fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/);
const named = fc.oneof(
	slug,
	fc.constantFrom(
		'metric:法人单位数',
		'metric:年均参与竞赛职工@年均',
		'巴渝工匠',
		'当好主人翁 建功新时代',
		'“五小”、安康杯（%）+&='
	)
);
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });

const filters: fc.Arbitrary<Filters> = fc.record({
	profile: optional(slug),
	period: optional(
		fc.constantFrom(
			'2024',
			'2024H1',
			'2024Q3',
			'2024-05',
			'2018/2023',
			'2024Q1/2024Q3',
			'2024-04/2024-05',
			'2023H2/2024H1'
		)
	),
	comparison: fc.constantFrom('yoy', 'previous', 'ytd', 'cumulative', 'none'),
	region: optional(
		fc.oneof(
			fc.stringMatching(/^\d{6}$/),
			slug.map((code) => `group:${code}`)
		)
	),
	level: fc.constantFrom('children', 'groups', 'province', 'prefecture', 'county'),
	industry: optional(fc.constantFrom('A', 'C', 'C13', 'T97')),
	unionSystem: optional(slug),
	ownership: optional(slug),
	competitionLevel: optional(slug),
	kind: optional(named),
	campaign: optional(named),
	indicator: optional(named)
});

test('decoding what was encoded gives the same filters', () => {
	fc.assert(
		fc.property(filters, (value) => {
			const text = encodeFilters(value).toString();
			expect(decodeFilters(new URLSearchParams(text))).toEqual({ filters: value, unusable: [] });
		})
	);
});

test('the defaults leave no parameter', () => {
	expect(encodeFilters(noFilters).toString()).toBe('');
});

test('any query decodes without an error, and what is not used is named', () => {
	fc.assert(
		fc.property(fc.array(fc.tuple(fc.string(), fc.string())), (pairs) => {
			const { filters: found, unusable } = decodeFilters(new URLSearchParams(pairs));
			const used = [...encodeFilters(found).keys()];
			for (const [name] of pairs)
				expect([...used, ...unusable.map((item) => item.name), 'level', 'compare']).toContain(name);
		})
	);
});

test.each([
	['period=2024Q5', 'period', '2024Q5'],
	['period=<script>', 'period', '<script>'],
	['period=2024Q1/2024-05', 'period', '2024Q1/2024-05'],
	['kind=%20', 'kind', ' '],
	['indicator=<b>', 'indicator', '<b>'],
	['compare=sideways', 'compare', 'sideways'],
	['region=32 0000', 'region', '32 0000'],
	['colour=red', 'colour', 'red']
])('%s is ignored and named', (query, name, value) => {
	const decoded = decodeFilters(new URLSearchParams(query));
	expect(decoded).toEqual({ filters: noFilters, unusable: [{ name, value }] });
});

test('of a repeated parameter the first counts, and parameters of others are left alone', () => {
	const decoded = decodeFilters(new URLSearchParams('period=2024&period=2023&lang=en'), ['lang']);
	expect(decoded.filters.period).toBe('2024');
	expect(decoded.unusable).toEqual([{ name: 'period', value: '2023' }]);
});
