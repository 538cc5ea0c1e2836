import { join, literal, Sql } from '#lib/sql/sql.ts';
import type { Connector } from './connector.ts';

/**
 * The first statements of every connection. Extensions would be fetched from the network, and a failed fetch wrecks a
 * wasm instance, so they are off before anything else is asked.
 */
export function openingSettings(options: { memoryLimit?: string | undefined } = {}): Sql {
	const settings = [
		new Sql('SET autoload_known_extensions = false'),
		new Sql('SET autoinstall_known_extensions = false'),
		// Text results and sums must not depend on the order in which threads finish.
		new Sql('SET preserve_insertion_order = true')
	];
	if (options.memoryLimit !== undefined)
		settings.push(new Sql(`SET memory_limit = ${literal(options.memoryLimit).text}`));
	return join(settings, new Sql('; '));
}

/** The logical files that a locked engine may still read. They can be registered anew at any time. */
export const lockedDownFiles = ['summary.duckdb', 'detail.duckdb', 'detail.duckdb.wal', 'staging.csv'] as const;

/**
 * Shuts an engine in: from here on it reads only `lockedDownFiles`, and no setting can be changed back. For wasm, whose
 * logical names are fixed; call it once the memory limit is set and before anything from outside is queried.
 */
export async function lockDown(connector: Connector, options: { memoryLimit: string }): Promise<void> {
	const paths = join(lockedDownFiles.map((name) => literal(connector.fileName(name))));
	const script = [
		new Sql(`SET memory_limit = ${literal(options.memoryLimit).text}`),
		new Sql(`SET allowed_paths = [${paths.text}]`),
		new Sql('SET enable_external_access = false'),
		new Sql('SET lock_configuration = true')
	];
	for (const statement of script) await connector.run(statement);
}
