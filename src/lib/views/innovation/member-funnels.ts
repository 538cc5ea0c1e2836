import type { FunnelRow } from '#lib/charts/funnel-rows.ts';
import type { Column } from '#lib/components/table.ts';
import { formatExact, formatShare } from '#lib/format/number.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';
import { m } from '#lib/messages/generated/messages.js';
import type { Figures, Place } from '../figure.ts';
import { funnelOf, type FunnelRate } from '../funnel.ts';
import { shareQuestion } from '../derived-question.ts';
import type { Scope } from '../scope.ts';
import { rowQuestion } from '../trace-question.ts';
import { figureOver } from '../spans.ts';
import { alignedText, bare } from '../words.ts';

/** A member with its funnel. */
export interface MemberFunnel {
	readonly key: string;
	readonly name: string;
	readonly short: string;
	/** Whether a report is owed. */
	readonly expected: boolean;
	/** 提出, 采纳, 实施, each with its rates. */
	readonly steps: readonly FunnelRate[];
	readonly provisional: boolean;
}

/** What funnels can be put in order by. */
export const funnelOrders = ['through', 'adoption', 'implementation', 'amount'] as const;
export type FunnelOrder = (typeof funnelOrders)[number];

/** What a funnel comes to by an order: the amount, a rate of one step, or the share that came through all of them. */
export function funnelValue({ steps }: MemberFunnel, order: FunnelOrder): number | null {
	const value = {
		amount: steps[0]?.value,
		adoption: steps[1]?.ofPrevious,
		implementation: steps[2]?.ofPrevious,
		through: steps[2]?.ofFirst
	}[order];
	return value ?? null;
}

/** The funnel of each member out of the sums of its steps; `at`: where a member's figures are. */
export function memberFunnels(
	members: readonly { key: string; name: string; short: string; expected?: boolean }[],
	at: (key: string) => Omit<Place, 'indicator' | 'period'>,
	figures: Figures,
	scope: Scope,
	steps: readonly Indicator[]
): MemberFunnel[] {
	return members.map(({ key, name, short, expected = true }) => {
		const found = steps.map((step) => figureOver(figures, at(key), scope.spans.current, step));
		const counted = steps.map(({ id }, index) => ({
			id,
			value: found[index]?.value ?? null,
			provisional: found[index]?.complete === false
		}));
		return {
			key,
			name,
			short,
			expected,
			steps: funnelOf(counted),
			provisional: counted.some((one) => one.provisional)
		};
	});
}

/** The largest first; members without a figure last, and of these only such as owe one. */
export function orderFunnels(rows: readonly MemberFunnel[], order: FunnelOrder): MemberFunnel[] {
	const value = (row: MemberFunnel) => funnelValue(row, order) ?? -Infinity;
	return rows
		.filter((row) => row.expected || row.steps[0]?.value != null)
		.toSorted((a, b) => value(b) - value(a) || (a.key < b.key ? -1 : 1));
}

/** The rows of the picture. */
export function picturedFunnels(
	rows: readonly MemberFunnel[],
	selected: string | null,
	first: Indicator,
	scope: Scope
): FunnelRow[] {
	return rows.map((row) => {
		const [begun, adopted, done] = row.steps;
		const remarks = row.steps.flatMap(({ remark }) => (remark ? [remark[scope.language]] : []));
		return {
			key: row.key,
			name: row.short,
			shares: [adopted?.ofFirst ?? null, done?.ofFirst ?? null],
			labels: [
				begun?.value == null ? m.state_missing() : bare(begun.value, first, scope.language),
				formatShare(adopted?.ofFirst),
				formatShare(done?.ofFirst)
			],
			selected: row.key === selected,
			provisional: row.provisional,
			notes: [
				...(done?.ofPrevious == null ? [] : [m.innovation_of_adopted({ share: formatShare(done.ofPrevious) })]),
				...new Set(remarks)
			]
		};
	});
}

/** The heads above the picture's columns. */
export function funnelHeads(): string[] {
	return [m.innovation_head_suggestions(), m.innovation_head_adopted(), m.innovation_head_implemented()];
}

/** The table view: every amount and every rate, with what does not follow. */
export function funnelColumns(noun: string, steps: readonly Indicator[], scope: Scope): Column<MemberFunnel>[] {
	const { language } = scope;
	const step = (row: MemberFunnel, index: number) => ({
		question: rowQuestion(scope, row, steps[index]),
		value: row.steps[index]?.value ?? null
	});
	const rate = (key: FunnelOrder, title: string, part: number, whole: number): Column<MemberFunnel> => ({
		key,
		title,
		kind: 'number',
		value: (row) => funnelValue(row, key),
		text: (row) => formatShare(funnelValue(row, key)),
		explain: (row) => shareQuestion(step(row, part), step(row, whole), scope, 'step')
	});
	return [
		{ key: 'name', title: noun, kind: 'pinyin', value: (row) => row.name },
		...steps.map((indicator, index): Column<MemberFunnel> => ({
			key: indicator.id,
			title: indicator.short[language],
			kind: 'number',
			value: (row) => row.steps[index]?.value ?? null,
			text: (row) => {
				const value = row.steps[index]?.value ?? null;
				return value === null && row.expected ? m.state_missing() : formatExact(value);
			},
			explain: (row) => rowQuestion(scope, row, indicator)
		})),
		rate('adoption', m.innovation_order_adoption(), 1, 0),
		rate('implementation', m.innovation_order_implementation(), 2, 1),
		rate('through', m.innovation_order_through(), 2, 0),
		{
			key: 'remark',
			title: m.column_state(),
			kind: 'text',
			value: (row) =>
				row.steps.find(({ remark }) => remark)?.remark?.[language] ?? (row.provisional ? m.state_provisional() : null),
			priority: 3
		}
	];
}

/** Who brings most of what was proposed to use, and who least: 江苏每百条建议实施 62.1 条，西藏 31.0 条. */
export function funnelFinding(rows: readonly MemberFunnel[]): string {
	const known = orderFunnels(rows, 'through').filter((row) => funnelValue(row, 'through') !== null);
	const [best, worst] = [known[0], known.at(-1)];
	if (!best || !worst) return m.innovation_funnel_none();
	const [count = '', least = ''] = hundreds([best, worst].map((row) => funnelValue(row, 'through')));
	if (best.key === worst.key) return m.innovation_members_one({ name: best.short, count });
	return m.innovation_members_title({ best: best.short, count, worst: worst.short, least });
}

/** Shares as so many of a hundred, all with as many digits: 62.1 and 31.0, 40 and 20. */
export function hundreds(shares: readonly (number | null)[]): string[] {
	const rounded = shares.map((share) => (share === null ? null : Number((share * 100).toFixed(1))));
	return rounded.map(alignedText(rounded));
}
