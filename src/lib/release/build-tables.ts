import type { Connector } from '#lib/engine/connector.ts';
import { identifier, Sql } from '#lib/sql/sql.ts';
import { createBrought } from './batch-parts.ts';
import { buildBatches } from './batch-table.ts';
import { carriesRegisters, carryFindings, createSummary, stageTouched } from './carry-over.ts';
import { reportMissingRegions, reportTotals, reportUnknownCodes, sortFindings } from './control-totals.ts';
import { buildDimensions } from './dimension-tables.ts';
import { stageFacts } from './facts.ts';
import type { Build, BuildInput, BuildProgress } from './input.ts';
import { buildLikeForLike } from './like-for-like.ts';
import { buildPeriods } from './periods.ts';
import { buildPrinted } from './printed.ts';
import { buildRegisterFacts } from './register-facts.ts';
import { totalRegisters } from './register-totals.ts';
import { buildRegisters } from './registers.ts';
import { buildRollup } from './rollup.ts';
import { reportSetAside, stageSetAside } from './set-aside-totals.ts';
import { settleFacts } from './settle-facts.ts';
import { reportSourceDifferences } from './source-differences.ts';
import { stageHierarchies } from './stage-hierarchies.ts';
import { stageMeasures } from './stage-measures.ts';
import { staging } from './staging.ts';
import { buildUnreported } from './unreported.ts';
import { sumOverflow } from './sum-overflow.ts';
import { buildTargets } from './targets.ts';
import { reportUnknownTargets } from './unknown-targets.ts';

/** Where a release is built: attached databases, or schemas, named `summary` and `detail`. */
export const releasePlaces = { summary: identifier('summary'), detail: identifier('detail') };

/**
 * Builds all tables of a release in `summary` and `detail`, which must be attached (or be schemas) and empty. The same
 * input gives the same tables on every engine.
 */
export async function buildTables(
	connector: Connector,
	input: BuildInput,
	progress: BuildProgress = () => {}
): Promise<void> {
	await runBuild({ ...input, ...releasePlaces, connector, base: null, progress });
}

/**
 * Runs a build, over a base release if it has one, in the places that it names. Without `sums` it ends with the settled
 * figures: no roll-up, and no findings that need one.
 */
export async function runBuild(input: Omit<Build, 'brought'>, { sums = true } = {}): Promise<void> {
	const build: Build = { ...input, brought: new Map() };
	const { connector, summary, progress, batches } = build;
	let read = 0;
	const onBatch = () => progress('batches', ++read, batches.length);
	await connector.run(new Sql(`DROP SCHEMA IF EXISTS ${staging.text} CASCADE; CREATE SCHEMA ${staging.text}`));
	await connector.run(createBrought);
	try {
		await createSummary(build);
		progress('dimensions', 0, 1);
		if (!build.base) await buildDimensions(build);
		progress('batches', 0, batches.length);
		await stageTouched(build);
		await stageFacts(build, onBatch);
		await buildRegisters(build, onBatch);
		await buildTargets(build, onBatch);
		progress('facts', 0, 1);
		await stageMeasures(build);
		await stageSetAside(build);
		await settleFacts(build);
		await buildBatches(build);
		await buildPrinted(build);
		progress('registers', 0, 1);
		if (!carriesRegisters(build)) await buildRegisterFacts(build);
		const periods = await buildPeriods(build);
		if (!sums) return;
		progress('rollup', 0, 1);
		await stageHierarchies(build, periods);
		if (!carriesRegisters(build)) await totalRegisters(connector, summary);
		await buildRollup(build);
		await buildLikeForLike(build, periods);
		await buildUnreported(build);
		progress('findings', 0, 1);
		await carryFindings(build);
		await reportTotals(build);
		await reportSetAside(build);
		await reportMissingRegions(build);
		await reportUnknownCodes(build);
		await reportUnknownTargets(build);
		await reportSourceDifferences(build);
		await sortFindings(build);
	} catch (cause) {
		throw (await sumOverflow(build, cause)) ?? cause;
	} finally {
		await connector.run(new Sql(`DROP SCHEMA IF EXISTS ${staging.text} CASCADE`));
	}
}
