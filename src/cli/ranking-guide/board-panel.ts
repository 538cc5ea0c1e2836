import type { Bilingual } from '#lib/format/language.ts';
import type { BoardGroup, BoardRow } from '#lib/leaderboard/board.ts';
import { known, toFraction, type Exact } from '#lib/leaderboard/exact.ts';
import { decimalText } from '#lib/leaderboard/fraction.ts';
import { textOf } from '#lib/leaderboard/group-rows.ts';
import { readRules } from '#lib/leaderboard/read-rules.ts';
import type { BoardRules } from '#lib/leaderboard/rules.ts';
import { sentenceOf } from '#lib/server/answers/board-words.ts';
import type { Cell, Panel, PanelRow } from './picture.ts';

/** A column of a picture: what it is called and what it says of a row. */
export interface PanelColumn {
	readonly title: Bilingual;
	readonly right?: boolean;
	cell(row: BoardRow): Cell;
}

/** Rules as a file would have them. Throws where the reader finds a problem: a picture of wrong rules would teach them. */
export function rulesOf(json: Readonly<Record<string, unknown>>): BoardRules {
	const { rules, problems } = readRules({ id: 'picture', title: '示例', entity: 'team', ...json });
	if (!rules) throw new Error(JSON.stringify(problems));
	return rules;
}

/** A group of a board as a table: rank and name, then the columns asked for. */
export function boardPanel(
	title: Bilingual,
	group: BoardGroup,
	columns: readonly PanelColumn[],
	more: Partial<Pick<Panel, 'badge' | 'remarks'>> & { readonly cutAfter?: number } = {}
): Panel {
	const { cutAfter, ...rest } = more;
	const all = [rankColumn, nameColumn, ...columns];
	let place = 0;
	return {
		title,
		...rest,
		columns: all,
		rows: group.rows.map((row): PanelRow => {
			if (row.rank !== null) place++;
			const cut = row.rank !== null && place === cutAfter;
			return { cells: all.map((column) => column.cell(row)), tied: row.tied, muted: row.rank === null, cut };
		})
	};
}

const rankColumn: PanelColumn = {
	title: { zh: '名次', en: 'Rank' },
	cell: ({ rank, tied }) =>
		rank === null ? { text: '—' } : { text: tied ? `${rank} 并列 =` : String(rank), tone: 'plain' }
};

const nameColumn: PanelColumn = { title: { zh: '名称', en: 'Name' }, cell: ({ entry }) => ({ text: entry.name }) };

/** A value as it is; `digits`: rounded, as boards show it; `marked` where it decided. */
export function valueColumn(
	field: string,
	title: Bilingual,
	{ digits, marked = false }: { readonly digits?: number; readonly marked?: boolean } = {}
): PanelColumn {
	return {
		title,
		right: true,
		cell: ({ entry, decidedBy }) => ({
			text: valueText(entry.values[field], digits),
			tone: marked && decidedBy === field ? 'decides' : 'plain'
		})
	};
}

function valueText(value: Exact | null | undefined, digits: number | undefined): string {
	const exact = known(value);
	if (exact === null) return '';
	return digits === undefined ? textOf(exact) : decimalText(toFraction(exact), digits);
}

/** A rate in per cent, rounded as boards show it. */
export function percentColumn(field: string, title: Bilingual): PanelColumn {
	return {
		title,
		right: true,
		cell: ({ entry }) => {
			const exact = known(entry.values[field]);
			const { top, bottom } = exact === null ? { top: 0n, bottom: 1n } : toFraction(exact);
			return { text: exact === null ? '' : `${decimalText({ top: top * 100n, bottom }, 1)}%` };
		}
	};
}

/** Why a row has no rank, in the words of the product. */
export const reasonColumn: PanelColumn = {
	title: { zh: '说明', en: 'Remark' },
	cell: ({ reason }) => ({ text: reason ? sentenceOf(reason) : '' })
};

/** ▲2, ▼1, 新. */
export const movementColumn: PanelColumn = {
	title: { zh: '升降', en: 'Movement' },
	cell: ({ movement }) => {
		if (movement === 'new') return { text: { zh: '新', en: 'new' }, tone: 'good' };
		if (movement === null || movement === 0) return { text: '' };
		return movement > 0 ? { text: `▲ ${movement}`, tone: 'up' } : { text: `▼ ${-movement}`, tone: 'down' };
	}
};

/** The award tier, or that a person has to decide. */
export function tierColumn({ tiers }: BoardRules): PanelColumn {
	return {
		title: { zh: '奖项', en: 'Award' },
		cell: ({ tier, tierPending }) => {
			if (tierPending !== null) return { text: { zh: '待定', en: 'open' }, tone: 'warn' };
			const held = tiers.find(({ id }) => id === tier);
			return held ? { text: held.label, tone: 'good' } : { text: '' };
		}
	};
}

/** The file's own rank, and the rule that makes it another one. */
export const publishedColumns: readonly PanelColumn[] = [
	{
		title: { zh: '公布名次', en: 'Published' },
		right: true,
		cell: ({ published }) =>
			published ? { text: String(published.rank), tone: published.differs ? 'warn' : 'plain' } : { text: '' }
	},
	{
		title: { zh: '差异的由来', en: 'Why it differs' },
		cell: ({ published }) => ({ text: published?.because ? sentenceOf(published.because) : '' })
	}
];
