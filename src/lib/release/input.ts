import type { Connector } from '#lib/engine/connector.ts';
import type { DrawnMap } from '#lib/dimensions/drawn-map.ts';
import type { Profile } from '#lib/dimensions/profile.ts';
import type { Batch } from '#lib/import/batch.ts';
import type { Sql } from '#lib/sql/sql.ts';

/** What a release is built from. The order of the batches counts: of two values for one cell the later stays. */
export interface BuildInput {
	readonly profile: Profile;
	readonly batches: readonly Batch[];
	/** The profile's own map, where it has one. */
	readonly map?: DrawnMap;
}

/** Told before each step and, while batches are read, after each of them. */
export type BuildProgress = (step: BuildStep, done: number, total: number) => void;

/** The steps of a build, in order. */
export type BuildStep = 'dimensions' | 'batches' | 'facts' | 'rollup' | 'registers' | 'findings' | 'files';

/** A build under way: where its tables go. Places are attached databases or schemas. */
export interface Build extends BuildInput {
	readonly connector: Connector;
	readonly summary: Sql;
	readonly detail: Sql;
	/** Where an earlier release is that the batches are laid over; null when there is none. */
	readonly base: { readonly summary: Sql; readonly detail: Sql | null } | null;
	/** How many cells (of registers and targets: rows) each batch brought; noted as they are read. */
	readonly brought: Map<Batch, number>;
	readonly progress: BuildProgress;
}
