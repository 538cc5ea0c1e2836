import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Connector } from '#lib/engine/connector.ts';
import { openNative } from '#lib/engine/native.ts';
import { indicatorById, indicatorQuery, type Indicator } from '#lib/indicators/index.ts';
import { figuresQuery } from '#lib/indicators/lookup.ts';
import { single, type Selection } from '#lib/indicators/selection.ts';
import { batch, openBuilt } from '../release/fixture.ts';

/* A country 1 of the provinces 11 (cities 111 with districts 1111, 1112, 1113, and 112) and 12. */

let db: Connector;
beforeEach(async () => void (db = await openNative()));
afterEach(() => db.close());

const students = indicatorById('degree_students') as Indicator;
const perHead = indicatorById('subsidy_per_degree_student') as Indicator;
const provincial = indicatorById('studios_provincial_share') as Indicator;

/** `region period: value = numerator/denominator`, by both ways of asking. */
async function told(indicator: Indicator, selection: Selection, of = db): Promise<string[]> {
	const lines = (rows: Awaited<ReturnType<Connector['query']>>) =>
		rows.map((row) => `${row.region} ${row.period}: ${row.value} = ${row.numerator}/${row.denominator}`);
	const stated = lines(await of.query(indicatorQuery([indicator], ['region'], selection)));
	const { sql, read } = figuresQuery([indicator], ['region'], selection);
	expect(lines(read(await of.query(sql)))).toEqual(stated);
	return stated;
}

const trainings = (rows: readonly string[]) =>
	batch('trainings', ['training_id,kind,period,enrolled,subsidy,region', ...rows].join('\n'));

describe('what is narrowed to some entries of a register for good', () => {
	test('no degree studies are 0, degree studies that state nobody are missing', async () => {
		await openBuilt(db, [
			trainings([
				'T1,skills,2024Q1,20,,1111',
				'T2,degree,2024Q1,,,1111',
				'T3,degree,2024Q1,30,3000,1112',
				'T4,degree,2024Q2,,,1112',
				'T5,drill,2024Q1,,,1113',
				'T6,degree,2024Q1,10,,12',
				'T7,degree,2024Q1,,500,12',
				'T8,degree,2024Q1,0,,112'
			])
		]);
		const region = ['1', '11', '1111', '1112', '1113', '112', '12'].map(single);
		expect(await told(students, { region, period: ['2024Q1', '2024Q2', '2024'] })).toEqual([
			...['1 2024: 40 = 40/null', '1 2024Q1: 40 = 40/null'],
			...['11 2024: 30 = 30/null', '11 2024Q1: 30 = 30/null'],
			// 1111 has T2, that does not say how many; 1112 has T4 in the second quarter.
			...['1112 2024: 30 = 30/null', '1112 2024Q1: 30 = 30/null'],
			// A register without degree studies, and one that says nobody.
			...['1113 2024: 0 = 0/null', '1113 2024Q1: 0 = 0/null'],
			...['112 2024: 0 = 0/null', '112 2024Q1: 0 = 0/null'],
			...['12 2024: 10 = 10/null', '12 2024Q1: 10 = 10/null']
		]);
		// Of those that state both: T3 alone.
		expect(await told(perHead, { region, period: ['2024'] })).toEqual([
			...['1 2024: 100 = 3000/30', '11 2024: 100 = 3000/30', '1112 2024: 100 = 3000/30'],
			'1113 2024: null = 0/0'
		]);
	});

	test('a share by level is of those whose level is stated', async () => {
		await openBuilt(db, [
			batch(
				'studios',
				`studio_id,kind,name,level,founded,region
				S1,worker,示例一,national,2019-03-01,1111
				S2,worker,示例二,,2019-03-01,1111
				S3,worker,示例三,,2019-03-01,1112
				S4,worker,示例四,municipal,2019-05-01,1113
				S5,academy,示例五,provincial,2019-03-01,1113
				S6,academy,示例六,provincial,2019-03-01,112`
			)
		]);
		const region = ['11', '1111', '1112', '1113', '112'].map(single);
		expect(await told(provincial, { region, period: ['2019Q1', '2019'] })).toEqual([
			...['11 2019: 50 = 1/2', '11 2019Q1: 100 = 1/1', '1111 2019: 100 = 1/1', '1111 2019Q1: 100 = 1/1'],
			...['1112 2019: null = 0/0', '1112 2019Q1: null = 0/0', '1113 2019: 0 = 0/1']
		]);
	});

	test('a ratio of two columns is of the entries that state both, what each has of those that state it', async () => {
		await openBuilt(db, [
			batch(
				'studios',
				`studio_id,kind,name,founded,projects,patents,transferred,economic_benefit,trained,subsidy,region
				S1,worker,示例一,2019-03-01,4,5,2,1000,30,100,1111
				S2,academy,示例二,2019-03-01,,20,,,,900,1111
				S3,worker,示例三,2019-03-01,8,,6,500,,,1111
				S4,worker,示例四,2019-03-01,0,3,1,,10,50,1111`
			),
			batch(
				'competitions',
				`competition_id,kind,name,level,start_date,participations,promoted,budget,region
				J1,skills,示例赛一,municipal,2019-03-01,200,10,4000,1111
				J2,skills,示例赛二,municipal,2019-03-01,800,,,1111
				J3,skills,示例赛三,municipal,2019-03-01,,30,600,1111`
			),
			batch(
				'innovations',
				`innovation_id,kind,submitted,implemented,economic_benefit,region
				A,suggestion,2019-02-01,2019-03-01,700,1111
				B,suggestion,2019-02-01,2019-03-01,,1111
				C,suggestion,2019-02-01,,900,1111`
			)
		]);
		const at = { region: [single('1111')], period: ['2019'] };
		const ratio = async (id: string) => (await told(indicatorById(id) as Indicator, at))[0]?.split(' = ')[1];
		// S1 and S4; S1 alone; S1, S3 and S4 of four; S1 and S3; S1, S2 and S4; S1 and S4.
		expect(await ratio('transfer_rate')).toBe('3/8');
		expect(await ratio('subsidy_efficiency')).toBe('1000/100');
		expect(await ratio('projects_per_studio')).toBe('12/3');
		expect(await ratio('benefit_per_studio')).toBe('1500/2');
		expect(await ratio('patents_per_studio')).toBe('28/3');
		expect(await ratio('trained_per_studio')).toBe('40/2');
		// J1 alone; A alone.
		expect(await ratio('promotion_rate')).toBe('10/200');
		expect(await ratio('budget_per_participation')).toBe('4000/200');
		expect(await ratio('benefit_per_item')).toBe('700/1');
	});

	test('any register: as its entries, read one by one, say', async () => {
		const years = ['2020', '2021', '2022', '2023', '2024'];
		const quarters = years.flatMap((year) => [1, 2, 3, 4].map((quarter) => `${year}Q${quarter}`));
		const entry = fc.record({
			kind: fc.constantFrom('degree', 'skills'),
			period: fc.constantFrom(...quarters),
			enrolled: fc.option(fc.integer({ min: 1, max: 9 }), { freq: 2 }),
			subsidy: fc.option(fc.integer({ min: 1, max: 9 })),
			region: fc.constantFrom('1111', '1112', '12')
		});
		const below: Readonly<Record<string, readonly string[]>> = { '1': ['1111', '1112', '12'], '111': ['1111', '1112'] };
		await fc.assert(
			fc.asyncProperty(fc.array(entry, { minLength: 60, maxLength: 80 }), async (entries) => {
				const own = await openNative();
				try {
					await openBuilt(own, [
						trainings(
							entries.map(({ kind, period, enrolled, subsidy, region }, index) =>
								[`T${index}`, kind, period, enrolled ?? '', subsidy ?? '', region].join(',')
							)
						)
					]);
					const expected = ['1', '111', '12'].flatMap((place) =>
						[...years, ...quarters].sort().flatMap((period) => {
							const there = entries.filter(
								(one) => (below[place] ?? [place]).includes(one.region) && one.period.startsWith(period)
							);
							const degrees = there.filter(({ kind }) => kind === 'degree');
							const stated = degrees.flatMap(({ enrolled }) => enrolled ?? []);
							const sum = stated.reduce((total, one) => total + one, 0);
							if (there.length === 0 || (degrees.length > 0 && stated.length === 0)) return [];
							return [`${place} ${period}: ${sum} = ${sum}/null`];
						})
					);
					const asked = { region: ['1', '111', '12'].map(single), period: [...years, ...quarters] };
					expect(await told(students, asked, own)).toEqual(expected);
				} finally {
					await own.close();
				}
			}),
			{ numRuns: 4 }
		);
	});
});
