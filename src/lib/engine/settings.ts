import type { Connector } from './connector.ts';

/**
 * The first statements of every connection. Extensions would be fetched from the network, and a failed fetch wrecks a
 * wasm instance, so they are off before anything else is asked.
 */
export function openingSettings(options: { memoryLimit?: string | undefined } = {}): string {
	const settings = ['SET autoload_known_extensions = false', 'SET autoinstall_known_extensions = false'];
	if (options.memoryLimit !== undefined) settings.push(`SET memory_limit = ${quoted(options.memoryLimit)}`);
	return settings.join('; ');
}

/** The logical files that a locked engine may still read. They can be registered anew at any time. */
export const lockedDownFiles = ['summary.duckdb', 'detail.duckdb', 'detail.duckdb.wal', 'staging.csv'] as const;

/**
 * Shuts an engine in: from here on it reads only `lockedDownFiles`, and no setting can be changed back. For wasm, whose
 * logical names are fixed; call it before anything from outside is queried. A memory limit can be given up to then.
 */
export async function lockDown(connector: Connector, options: { memoryLimit: string }): Promise<void> {
	const paths = lockedDownFiles.map((name) => quoted(connector.fileName(name)));
	const statements = [
		`SET memory_limit = ${quoted(options.memoryLimit)}`,
		`SET allowed_paths = [${paths.join(', ')}]`,
		'SET enable_external_access = false',
		'SET lock_configuration = true'
	];
	for (const text of statements) await connector.run({ text, values: [] });
}

/** Settings take no parameters; this row cannot import the sql tag of its own row. */
function quoted(text: string): string {
	return `'${text.replaceAll("'", "''")}'`;
}
