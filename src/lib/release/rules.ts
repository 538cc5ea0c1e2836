/** The format of a release: raised when the tables change in a way that a reader must know of. */
export const releaseFormat = 6;

/**
 * Versions of the rules by which batches become tables. Raised when the same batches would give other figures; part of
 * the identity of a release.
 */
export const ruleVersions = { rollup: 1, cumulative: 1, duplicates: 1, registers: 6, findings: 2, modes: 1 } as const;
