import type { BatchDigest, Manifest } from './manifest.ts';

/** What is looked at to compare two releases. */
export type ComparedRelease = Pick<Manifest, 'batches' | 'rules'>;

/** A file that both releases have, with other content or read otherwise. */
export interface ReplacedBatch {
	readonly before: BatchDigest;
	readonly after: BatchDigest;
}

/** What became of a release's files and rules. */
export interface ReleaseChanges {
	readonly added: readonly BatchDigest[];
	readonly removed: readonly BatchDigest[];
	readonly replaced: readonly ReplacedBatch[];
	/** Rules by which batches become tables, with their versions; 0 where there was none. */
	readonly rules: readonly { readonly name: string; readonly before: number; readonly after: number }[];
}

/** The difference of two releases by their manifests: files by name and dataset, in the order of the later release. */
export function releaseChanges(then: ComparedRelease, now: ComparedRelease): ReleaseChanges {
	const keptIds = new Set(
		then.batches.map(({ id }) => id).filter((id) => now.batches.some((batch) => batch.id === id))
	);
	const others = then.batches.filter(({ id }) => !keptIds.has(id));
	const added: BatchDigest[] = [];
	const replaced: ReplacedBatch[] = [];
	for (const batch of now.batches) {
		if (keptIds.has(batch.id)) continue;
		const same = others.findIndex(({ file, dataset }) => file === batch.file && dataset === batch.dataset);
		const [other] = same < 0 ? [] : others.splice(same, 1);
		if (other) replaced.push({ before: other, after: batch });
		else added.push(batch);
	}
	const names = [...new Set([...Object.keys(then.rules), ...Object.keys(now.rules)])];
	const rules = names
		.map((name) => ({ name, before: then.rules[name] ?? 0, after: now.rules[name] ?? 0 }))
		.filter((rule) => rule.before !== rule.after);
	return { added, removed: others, replaced, rules };
}
