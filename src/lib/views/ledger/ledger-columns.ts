import type { Column } from '#lib/components/table.ts';
import { formatExact } from '#lib/format/number.ts';
import type { Language } from '#lib/format/language.ts';
import { m } from '#lib/messages/generated/messages.js';
import { datasetTitle, type LedgerRow } from './ledger.ts';
import { issuesShort, modeTitle, stateTitle, timeText } from './ledger-words.ts';
import type { Contribution } from './queries.ts';

/** The columns of the ledger. */
export function ledgerColumns(language: Language, locale: string): Column<LedgerRow>[] {
	const number = (
		key: string,
		title: string,
		value: (row: LedgerRow) => number | null,
		priority: 1 | 2 | 3
	): Column<LedgerRow> => ({ key, title, kind: 'number', value, text: (row) => formatExact(value(row)), priority });
	return [
		{ key: 'file', title: m.ledger_file(), kind: 'pinyin', value: (row) => row.file },
		{ key: 'state', title: m.ledger_state(), kind: 'text', value: (row) => stateTitle(row.state) },
		{
			key: 'dataset',
			title: m.ledger_dataset(),
			kind: 'pinyin',
			value: (row) => datasetTitle(row.dataset, language),
			priority: 2
		},
		{ key: 'mode', title: m.ledger_mode(), kind: 'text', value: (row) => modeTitle(row.mode), priority: 3 },
		number('loaded', m.ledger_loaded(), (row) => row.rowsLoaded, 2),
		number('aside', m.ledger_aside(), (row) => row.rowsSetAside, 3),
		{
			key: 'issues',
			title: m.ledger_issues(),
			kind: 'number',
			value: ({ issues }) => issues.F * 1e9 + issues.E * 1e6 + issues.W,
			text: (row) => issuesShort(row.issues),
			priority: 2
		},
		{
			key: 'use',
			title: m.ledger_in_use(),
			kind: 'number',
			value: (row) => row.inUse,
			text: (row) =>
				row.brought === null
					? '—'
					: m.ledger_in_use_of({ used: formatExact(row.inUse), brought: formatExact(row.brought) }),
			priority: 2
		},
		{
			key: 'when',
			title: m.ledger_when(),
			kind: 'text',
			value: (row) => row.createdAt,
			text: (row) => timeText(row.createdAt, locale),
			priority: 3
		},
		{
			key: 'who',
			title: m.ledger_who(),
			kind: 'pinyin',
			value: (row) => row.createdBy || m.ledger_this_browser(),
			priority: 3
		},
		number('order', m.ledger_order(), (row) => row.order, 3)
	];
}

/** The columns of what a file contributed, by whatever `title` says. */
export function contributionColumns(title: string, name: (code: string) => string): Column<Contribution>[] {
	const number = (key: string, heading: string, value: (row: Contribution) => number): Column<Contribution> => ({
		key,
		title: heading,
		kind: 'number',
		value,
		text: (row) => formatExact(value(row))
	});
	return [
		{ key: 'name', title, kind: 'pinyin', value: (row) => name(row.code) },
		number('used', m.ledger_in_use(), (row) => row.inUse),
		number('brought', m.ledger_brought(), (row) => row.brought)
	];
}
