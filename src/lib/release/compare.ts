import type { Connector } from '#lib/engine/connector.ts';
import type { Profile } from '#lib/dimensions/profile.ts';
import type { Batch } from '#lib/import/batch.ts';
import type { Issue } from '#lib/import/issue.ts';
import { Sql } from '#lib/sql/sql.ts';
import { runBuild } from './build-tables.ts';
import { compareFigures, compareTargets } from './compare-figures.ts';
import { compareRegister } from './compare-register.ts';
import { outlierIssues } from './compare-outliers.ts';
import { repeatedIssues, totalIssues } from './compare-issues.ts';
import type { BuildProgress } from './input.ts';
import { isRegister } from './register-measures.ts';
import { at } from './tables.ts';
import { present, previewPlace, seenPlace } from './views.ts';

/** How many cells (of registers and targets: rows) would be what. */
export interface ChangeCounts {
	readonly new: number;
	readonly changed: number;
	readonly unchanged: number;
	/** There now, gone afterwards. */
	readonly removed: number;
}

/** One cell or row that would be another. */
export interface Difference {
	readonly kind: 'new' | 'changed' | 'removed';
	/** Figures: the measure. Registers: the field that differs, or the register's name for a whole row. */
	readonly measure: string;
	readonly region: string | null;
	readonly industry: string | null;
	readonly ownership: string | null;
	readonly period: string | null;
	/** Registers: the id of the entry. */
	readonly entry: string | null;
	/** As text, figures exact; null where there is none. */
	readonly before: string | null;
	readonly after: string | null;
	/** The line of the file that says so; null for what is removed. */
	readonly line: number | null;
}

/** What a batch would do to the release as it is seen now, drafts included. */
export interface Changes {
	/** What is counted: cells of reports and tables of figures, rows of registers and targets. */
	readonly of: 'cells' | 'rows';
	readonly counts: ChangeCounts;
	/** By region code, the most affected first; null for rows without a region. */
	readonly regions: readonly (ChangeCounts & { readonly region: string | null })[];
	/** By measure; of registers how many rows differ in which field. */
	readonly measures: readonly (ChangeCounts & { readonly measure: string })[];
	/** The largest first: what changes or goes, by its share of its measure, then what is new. */
	readonly differences: readonly Difference[];
}

/** A batch held against the opened release. */
export interface BatchComparison {
	readonly changes: Changes;
	/** What only the history can tell: PERIOD_REPEATED, KEY_DUPLICATE, UNIT_SUSPECT, TOTAL_MISMATCH. */
	readonly issues: readonly Issue[];
}

/** How a comparison is made. */
export interface CompareOptions {
	/** At most so many differences are listed. Default 200. */
	readonly most?: number;
	readonly progress?: BuildProgress;
	/** Ends the comparison between two of its steps; it then throws the signal's reason. */
	readonly signal?: AbortSignal | undefined;
}

/** Above so many figures sums are left out of the preview: a second roll-up would not fit beside the first. */
const figuresWithTotals = 500_000;

/**
 * What laying a batch over the opened release would change: the batch is built over it by the code that builds releases,
 * and the two are held side by side. Takes a register's row-level tables for granted where the batch is of one. Leaves
 * the engine as it was. Throws what a build throws.
 */
export async function compareBatch(
	connector: Connector,
	profile: Profile,
	batch: Batch,
	{ most = 200, progress = () => {}, signal }: CompareOptions = {}
): Promise<BatchComparison> {
	signal?.throwIfAborted();
	const there = await present(connector);
	if (!there.summary) throw new Error('No release is open.');
	await connector.run(
		new Sql(`DROP SCHEMA IF EXISTS ${previewPlace.text} CASCADE; CREATE SCHEMA ${previewPlace.text}`)
	);
	try {
		const totals = (await figuresTogether(connector, batch)) <= figuresWithTotals;
		await runBuild(
			{
				profile,
				batches: [batch],
				connector,
				summary: previewPlace,
				detail: previewPlace,
				base: { summary: seenPlace, detail: there.detail || there.draft ? seenPlace : null },
				progress: (step, done, total) => {
					signal?.throwIfAborted();
					progress(step, done, total);
				}
			},
			{ sums: totals && !isRegister(batch.dataset) }
		);
		const changes = await changesOf(connector, batch, most);
		const issues = await Promise.all([
			repeatedIssues(connector, batch),
			outlierIssues(connector, profile, batch),
			totalIssues(connector, profile, batch)
		]);
		return { changes, issues: issues.flat() };
	} finally {
		await connector.run(new Sql(`DROP SCHEMA IF EXISTS ${previewPlace.text} CASCADE`));
	}
}

function changesOf(connector: Connector, batch: Batch, most: number): Promise<Changes> {
	if (isRegister(batch.dataset)) return compareRegister(connector, batch, batch.dataset, most);
	if (batch.dataset === 'targets') return compareTargets(connector, batch, most);
	return compareFigures(connector, batch, most);
}

async function figuresTogether(connector: Connector, batch: Batch): Promise<number> {
	const [row] = await connector.query(new Sql(`SELECT count(*) AS facts FROM ${at(seenPlace, 'fact').text}`));
	const columns = batch.dataset === 'summary' ? Math.max(1, batch.receipt.mapping.length - 2) : 1;
	return Number(row?.facts) + batch.receipt.rowsLoaded * columns;
}
