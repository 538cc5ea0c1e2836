import type { FunnelRow } from '#lib/charts/funnel-rows.ts';
import type { Column } from '#lib/components/table.ts';
import { formatExact, formatNumber, formatShare } from '#lib/format/number.ts';
import { m } from '#lib/messages/generated/messages.js';
import type { Figures } from '../figure.ts';
import { kindsOf } from '../kind-names.ts';
import type { Scope } from '../scope.ts';
import { splitQuestion } from '../trace-question.ts';
import { figureOver } from '../spans.ts';
import { registered } from './measured.ts';
import { namesOfEquals } from '../words.ts';

/** What became of the registered innovations of one kind. */
export interface KindConversion {
	readonly key: string;
	readonly name: string;
	/** Entries: 登记, 采纳, 实施. */
	readonly counts: readonly (number | null)[];
	/** What share of them is 采纳 and 实施, 0–1: of those entries whose files tell it. */
	readonly shares: readonly (number | null)[];
	/** Yuan, by the register; null where none was stated. */
	readonly benefit: number | null;
	readonly perItem: number | null;
}

/** Every kind that the register has entries of, the most entries first. */
export function conversions(figures: Figures, scope: Scope): KindConversion[] {
	const rows = kindsOf('innovations').map(({ code, title }) => {
		const values = registered.map(
			(item) => figureOver(figures, { kind: code }, scope.spans.current, item)?.value ?? null
		);
		const [count = null, adopted = null, implemented = null, adoption = null, conversion = null] = values;
		const [benefit = null, perItem = null] = values.slice(5);
		const shares = [adoption, conversion].map((percent) => (percent === null ? null : percent / 100));
		return { key: code, name: title[scope.language], counts: [count, adopted, implemented], shares, benefit, perItem };
	});
	const amount = (row: KindConversion) => row.counts[0] ?? 0;
	return rows.filter((row) => amount(row) > 0).toSorted((a, b) => amount(b) - amount(a));
}

/** The share of the entries of a kind that came into use: 成果转化率. */
export function conversionRate({ shares }: KindConversion): number | null {
	return shares[1] ?? null;
}

/** The rows of the picture. */
export function picturedConversions(rows: readonly KindConversion[]): FunnelRow[] {
	return rows.map((row) => ({
		key: row.key,
		name: row.name,
		shares: row.shares,
		labels: [formatExact(row.counts[0]), ...row.shares.map((share) => formatShare(share))]
	}));
}

/** Which kinds come into use most and least, ties together; kinds with few entries are no finding, and the title says so. */
export function conversionFinding(rows: readonly KindConversion[]): string {
	const counted = rows
		.filter((row) => (row.counts[0] ?? 0) >= fewest && conversionRate(row) !== null)
		.map((row) => ({ name: row.name, rate: conversionRate(row) ?? 0 }));
	if (counted.length === 0) return m.innovation_conversion_plain();
	const [most, least] = [Math.max(...counted.map(({ rate }) => rate)), Math.min(...counted.map(({ rate }) => rate))];
	const at = (wanted: number) => counted.flatMap(({ name, rate }) => (rate === wanted ? [name] : []));
	const finding =
		most > least
			? m.innovation_conversion_title({
					name: namesOfEquals(at(most)),
					rate: formatShare(most),
					last: namesOfEquals(at(least)),
					least: formatShare(least)
				})
			: counted.length > 1
				? m.innovation_conversion_level({ rate: formatShare(most) })
				: m.innovation_conversion_one({ name: namesOfEquals(at(most)), rate: formatShare(most) });
	return counted.length < rows.length ? m.innovation_conversion_among({ count: fewest, finding }) : finding;
}

/** Of fewer entries a rate says little. */
const fewest = 10;

/** The table view: counts, rates and what it brought. */
export function conversionColumns(scope: Scope): Column<KindConversion>[] {
	const { language } = scope;
	const questionOf = (row: KindConversion, at: number) =>
		splitQuestion(scope, { kind: row.key }, row.name, registered[at]);
	const count = (index: number, key: string, title: string): Column<KindConversion> => ({
		key,
		title,
		kind: 'number',
		value: (row) => row.counts[index] ?? null,
		text: (row) => formatExact(row.counts[index]),
		explain: (row) => questionOf(row, index)
	});
	const yuan = (
		key: 'benefit' | 'perItem',
		title: string,
		text: (value: number) => string
	): Column<KindConversion> => ({
		key,
		title,
		kind: 'number',
		value: (row) => row[key],
		text: (row) => (row[key] === null ? '—' : text(row[key])),
		explain: (row) => questionOf(row, key === 'benefit' ? 5 : 6)
	});
	return [
		{ key: 'name', title: m.register_kind(), kind: 'pinyin', value: (row) => row.name },
		count(0, 'registered', m.innovation_head_registered()),
		count(1, 'adopted', m.innovation_adopted()),
		count(2, 'implemented', m.innovation_implemented()),
		{
			key: 'rate',
			title: m.innovation_head_conversion(),
			kind: 'number',
			value: conversionRate,
			text: (row) => formatShare(conversionRate(row)),
			explain: (row) => questionOf(row, 4)
		},
		yuan('benefit', m.innovation_benefit_yuan(), (value) => formatNumber(value, language)),
		// Whole yuan for all: 12.35万 beside 9.2万 and 8,700 would not line up.
		yuan('perItem', m.innovation_per_item_yuan(), (value) => formatExact(Math.round(value)))
	];
}
