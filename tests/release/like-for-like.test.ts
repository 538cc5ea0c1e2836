import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Connector } from '#lib/engine/connector.ts';
import { openNative } from '#lib/engine/native.ts';
import { Sql } from '#lib/sql/sql.ts';
import { batch, build, regions } from './fixture.ts';

let db: Connector;
beforeEach(async () => void (db = await openNative()));
afterEach(() => db.close());

/** `region period~base value base_value units` of every comparison of participants, all industries together. */
async function told(connector: Connector = db): Promise<string[]> {
	const rows = await connector.query(
		new Sql(`SELECT concat_ws(' ', region, period || '~' || base, CAST(CAST(value AS DOUBLE) AS VARCHAR),
			CAST(CAST(base_value AS DOUBLE) AS VARCHAR), units) AS text FROM summary.like_for_like
			WHERE measure = 'participants' AND industry = 'all' AND ownership = 'all' ORDER BY text`)
	);
	return rows.map(({ text }) => String(text));
}

test('a part that is missing now is left out of the earlier side, too', async () => {
	await build(db, [
		batch(
			'summary',
			`period,region,participants
			2023,11,100
			2023,12,50
			2024,11,108`
		)
	]);
	expect(await told()).toEqual(['1 2024~2023 108.0 100.0 1']);
});

test('of a part that is not complete itself, its own parts count', async () => {
	await build(db, [
		batch(
			'summary',
			`period,region,participants
			2023,1111,1
			2023,1112,2
			2023,1113,4
			2023,112,8
			2023,12,16
			2024,1111,10
			2024,1112,20
			2024,112,40
			2024,12,80`
		)
	]);
	expect(await told()).toEqual([
		// 1111 and 1112; with 112; with 12. 1113 is in neither side.
		'1 2024~2023 150.0 27.0 4',
		'11 2024~2023 70.0 11.0 3',
		'111 2024~2023 30.0 3.0 2'
	]);
});

test('what was reported for the whole itself is complete; nothing is left out of complete sides', async () => {
	await build(db, [
		batch(
			'summary',
			`period,region,participants
			2023,11,100
			2023,12,50
			2024,1,300
			2024,11,108
			2025,11,110
			2025,12,60`
		)
	]);
	expect(await told()).toEqual([]);
});

test('a quarter is held against the year before and against the quarter before', async () => {
	await build(db, [
		batch(
			'summary',
			`period,region,participants
			2023Q2,11,100
			2023Q2,12,50
			2024Q1,11,70
			2024Q1,12,30
			2024Q2,12,60`
		)
	]);
	const quarters = (await told()).filter((text) => text.includes('Q2~'));
	expect(quarters).toEqual(['1 2024Q2~2023Q2 60.0 50.0 1', '1 2024Q2~2024Q1 60.0 30.0 1']);
});

test('parts that nobody expects are in both sides where they report both times', async () => {
	await build(db, [
		batch(
			'summary',
			`period,region,participants
			2023,11,100
			2023,12,50
			2023,19,5
			2024,11,108
			2024,19,6`
		)
	]);
	expect(await told()).toEqual(['1 2024~2023 114.0 105.0 2']);
});

const reported = fc.uniqueArray(
	fc.record({
		region: fc.constantFrom('1', '11', '111', '1111', '1112', '1113', '112', '12', '19'),
		period: fc.constantFrom('2023', '2024'),
		value: fc.integer({ min: 1, max: 999 })
	}),
	{ minLength: 1, maxLength: 14, selector: ({ region, period }) => `${region} ${period}` }
);

test('is what walking the tree by hand gives, whatever was reported', { timeout: 120_000 }, async () => {
	await fc.assert(
		fc.asyncProperty(reported, async (rows) => {
			const connector = await openNative();
			const lines = rows.map(({ period, region, value }) => `${period},${region},${value}`);
			await build(connector, [batch('summary', ['period,region,participants', ...lines].join('\n'))]);
			expect(await told(connector)).toEqual(byHand(rows));
			await connector.close();
		}),
		{ numRuns: 40 }
	);
});

type Reported = { readonly region: string; readonly period: string; readonly value: number };

/** The same by recursion over the tree: own report, else the sum of the parts. */
function byHand(rows: readonly Reported[]): string[] {
	const childrenOf = (code: string) => regions.filter(({ parent }) => parent === code);
	const cell = (code: string, period: string): { value: number; whole: boolean } | null => {
		const own = rows.find((row) => row.region === code && row.period === period);
		if (own) return { value: own.value, whole: true };
		const parts = childrenOf(code).map((child) => ({ ...child, cell: cell(child.code, period) }));
		const known = parts.flatMap((part) => (part.cell ? [part.cell] : []));
		if (known.length === 0) return null;
		const expected = parts.filter((part) => part.expected);
		const whole = expected.length === 0 ? known.every((one) => one.whole) : expected.every((part) => part.cell?.whole);
		return { value: known.reduce((sum, one) => sum + one.value, 0), whole };
	};
	const wholePair = (code: string) => {
		const [now, then] = [cell(code, '2024'), cell(code, '2023')];
		return now?.whole && then?.whole ? { value: now.value, base: then.value, units: 1 } : null;
	};
	const alike = (code: string): { value: number; base: number; units: number } => {
		const parts = childrenOf(code).map((child) => wholePair(child.code) ?? alike(child.code));
		return parts.reduce(
			(sum, part) => ({
				value: sum.value + part.value,
				base: sum.base + part.base,
				units: sum.units + part.units
			}),
			{ value: 0, base: 0, units: 0 }
		);
	};
	return regions
		.flatMap(({ code }) => {
			if (!cell(code, '2024') || !cell(code, '2023') || wholePair(code)) return [];
			const { value, base, units } = alike(code);
			return units === 0 ? [] : [`${code} 2024~2023 ${value.toFixed(1)} ${base.toFixed(1)} ${units}`];
		})
		.sort();
}
