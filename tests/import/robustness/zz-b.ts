import { mkdirSync, writeFileSync } from 'node:fs';
import type { DatasetName } from '#lib/datasets/dataset.ts';
import { datasets } from '#lib/datasets/index.ts';
import { runCase, type Verdict } from './judge.ts';
import { kinds } from './kinds.ts';

// node tests/import/robustness/try-kinds.ts [PART OF AN ID | all] [SEEDS] [FOLDER FOR THE FILES THAT FAIL]
const [filter = 'all', seeds = '1', folder] = process.argv.slice(2);
const total: Record<string, number> = {};
for (const kind of kinds) { if (kind.group === 'structure') continue;
	if (filter !== 'all' && !kind.id.includes(filter)) continue;
	const counts: Record<string, number> = { same: 0, flagged: 0, wrong: 0, silent: 0, 'n/a': 0 };
	const examples: string[] = [];
	for (const dataset of Object.keys(datasets) as DatasetName[])
		for (const variant of ['names'] as const)
			for (const size of [40])
				for (let seed = 1; seed <= Number(seeds); seed++) {
					const found = await runCase({ kind, dataset, variant, size, seed }).catch((error: Error) => ({
						verdict: {
							outcome: 'silent',
							code: null,
							why: `thrown: ${error.stack?.split('\n').slice(0, 3).join(' ')}`
						} as Verdict,
						polluted: null
					}));
					const outcome = found?.verdict.outcome ?? 'n/a';
					counts[outcome] = (counts[outcome] ?? 0) + 1;
					if (!found || (outcome !== 'wrong' && outcome !== 'silent')) continue;
					const name = `${dataset}-${variant}-${size}-${seed}`;
					if (examples.filter((text) => text.startsWith(outcome)).length < 2)
						examples.push(`${outcome} ${name}: ${found.verdict.why.slice(0, 400)}`);
					if (!folder || !found.polluted) continue;
					mkdirSync(folder, { recursive: true });
					writeFileSync(`${folder}/${kind.id.replace(/\W+/g, '-')}-${name}`, found.polluted.bytes);
				}
	for (const [outcome, count] of Object.entries(counts)) total[outcome] = (total[outcome] ?? 0) + count;
	const never = counts.same === 0 && counts.flagged === 0;
	if (!counts.wrong && !counts.silent && !never) continue;
	console.log(
		`\n[${kind.group}] ${kind.id}: ${Object.entries(counts)
			.map((entry) => entry.join(' '))
			.join(', ')}`
	);
	for (const example of examples) console.log(`   ${example}`);
}
console.log(`\n${kinds.length} kinds:`, total);
