import { datasets } from '#lib/datasets/index.ts';
import type { DatasetName } from '#lib/datasets/dataset.ts';
import type { Language } from '#lib/format/language.ts';
import type { Batch } from '#lib/import/batch.ts';
import type { Severity } from '#lib/import/issue.ts';
import type { ReleaseHead } from '#lib/release/manifest.ts';
import type { Draft } from '#lib/state/draft-store.ts';
import type { BatchItem } from '#lib/state/release-lists.ts';

/** How many issues of each severity. */
export type IssueCounts = Readonly<Record<Severity, number>>;

/** One file of the release or of this browser. */
export interface LedgerRow {
	readonly id: string;
	/** 1-based place in the order in which files count; of what is taken out the place it would have. */
	readonly order: number;
	readonly state: 'published' | 'draft' | 'out';
	readonly file: string;
	readonly sha256: string;
	readonly dataset: DatasetName;
	readonly mode: Batch['mode'];
	/** ISO time. */
	readonly createdAt: string;
	/** Empty: this browser, nobody signed in. */
	readonly createdBy: string;
	readonly encoding: string | null;
	readonly rowsRead: number;
	readonly rowsLoaded: number;
	readonly rowsSetAside: number;
	readonly issues: IssueCounts;
	/** Cells or rows that it brought; null while that is not known, as of what is taken out. */
	readonly brought: number | null;
	readonly inUse: number;
	/** The draft itself; null for published files. */
	readonly batch: Batch | null;
}

/** The ledger of an open release with this browser's drafts over it, in the order in which files count. */
export function ledgerRows(
	manifest: ReleaseHead | null,
	items: readonly BatchItem[],
	drafts: readonly Draft[]
): LedgerRow[] {
	const published = (manifest?.batches ?? []).map((digest, index): LedgerRow => {
		const item = items.find((one) => one.id === digest.id && one.position === index);
		return {
			...digest,
			order: index + 1,
			state: 'published',
			dataset: digest.dataset as DatasetName,
			mode: digest.mode as Batch['mode'],
			brought: item?.brought ?? null,
			inUse: item?.inUse ?? 0,
			batch: null
		};
	});
	const own = drafts.map(({ batch, out }, index): LedgerRow => {
		const { receipt, id, dataset, mode, createdAt, createdBy } = batch;
		const item = out ? undefined : items.findLast((one) => one.id === id && one.position >= published.length);
		return {
			id,
			order: published.length + index + 1,
			state: out ? 'out' : 'draft',
			file: receipt.file,
			sha256: receipt.sha256,
			dataset,
			mode,
			createdAt,
			createdBy,
			encoding: receipt.encoding,
			rowsRead: receipt.rowsRead,
			rowsLoaded: receipt.rowsLoaded,
			rowsSetAside: receipt.rowsSetAside,
			issues: countIssues(batch),
			brought: item?.brought ?? null,
			inUse: item?.inUse ?? 0,
			batch
		};
	});
	return [...published, ...own];
}

function countIssues({ receipt }: Batch): IssueCounts {
	const counts = { F: 0, E: 0, W: 0, I: 0 };
	for (const issue of receipt.issues) counts[issue.severity] += issue.count;
	return counts;
}

/** The identity of a row: one file may be published and a draft as well. */
export function rowKey({ state, id }: LedgerRow): string {
	return state === 'published' ? id : `draft-${id}`;
}

/** Rows whose file, dataset, person or hash contains what is looked for. */
export function searchLedger(rows: readonly LedgerRow[], search: string, language: Language): readonly LedgerRow[] {
	const wanted = search.trim().toLowerCase();
	if (wanted === '') return rows;
	return rows.filter(({ file, dataset, createdBy, sha256 }) =>
		[file, dataset, datasetTitle(dataset, language), createdBy, sha256].some((text) =>
			text.toLowerCase().includes(wanted)
		)
	);
}

/** What a dataset is called; its name where the program does not know it. */
export function datasetTitle(name: string, language: Language): string {
	return Object.hasOwn(datasets, name) ? datasets[name as DatasetName].title[language] : name;
}

/** The state, for sums over the ledger. */
export function ledgerTotals(rows: readonly LedgerRow[]) {
	const of = (state: LedgerRow['state']) => rows.filter((row) => row.state === state).length;
	const counted = rows.filter(({ state }) => state !== 'out');
	return {
		files: rows.length,
		published: of('published'),
		drafts: of('draft') + of('out'),
		out: of('out'),
		loaded: counted.reduce((sum, row) => sum + row.rowsLoaded, 0),
		aside: counted.reduce((sum, row) => sum + row.rowsSetAside, 0)
	};
}
