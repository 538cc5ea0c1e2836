import type { Row } from '#lib/engine/connector.ts';

/** When a period of `register_total` ends, in quarters; undated rows were always there. */
function endOf(period: string): number {
	const [, year, kind, part] = /^(\d{4})(?:([HQ])(\d))?$/.exec(period) ?? [];
	if (year === undefined) return -Infinity;
	return Number(year) * 4 + (kind === 'Q' ? Number(part) : kind === 'H' ? Number(part) * 2 : 4);
}

/**
 * The level of register stocks at the end of a period, out of rows that say what each period added: exact decimals with
 * four places are summed as whole numbers. The key of a level is measure, region and industry.
 */
export function stockUntil(rows: readonly Row[]): (key: string, period: string) => Row | null {
	const added = new Map<string, { end: number; value: bigint }[]>();
	for (const row of rows) {
		const key = [row.measure, row.region, row.industry].join('\u0001');
		if (typeof row.value !== 'string') continue;
		const entry = { end: endOf(String(row.period)), value: BigInt(row.value.replace('.', '')) };
		const entries = added.get(key);
		if (entries) entries.push(entry);
		else added.set(key, [entry]);
	}
	return (key, period) => {
		const until = endOf(period);
		const entries = added.get(key)?.filter(({ end }) => end <= until) ?? [];
		if (entries.length === 0) return null;
		const sum = entries.reduce((total, { value }) => total + value, 0n);
		return { value: decimal(sum), how: 'register', parts_reported: null, parts_expected: null, complete: true };
	};
}

/** The sum of some rows’ exact values, each so many times; rows that are not there add nothing. */
export function weightedSum(rows: readonly (Row | null)[], weights: readonly number[]): string {
	const sum = rows.reduce((total, row, index) => {
		const value = typeof row?.value === 'string' ? BigInt(row.value.replace('.', '')) : 0n;
		return total + value * BigInt(weights[index] ?? 0);
	}, 0n);
	return decimal(sum);
}

/** Four decimal places out of a whole number of ten-thousandths. */
function decimal(scaled: bigint): string {
	const digits = String(scaled < 0n ? -scaled : scaled).padStart(5, '0');
	return `${scaled < 0n ? '-' : ''}${digits.slice(0, -4)}.${digits.slice(-4)}`;
}
