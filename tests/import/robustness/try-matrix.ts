import { runMatrix, wholeExtent } from './matrix.ts';

// node tests/import/robustness/try-matrix.ts [quick]: the whole matrix, failures only.
const extent =
	process.argv[2] === 'quick'
		? {
				...wholeExtent,
				sizes: [
					[8, 1],
					[40, 1]
				] as const
			}
		: wholeExtent;
const { matrix, failures } = await runMatrix(extent, 2);
const seen = new Map<string, number>();
for (const { kind, file, verdict } of failures) {
	const count = (seen.get(`${kind} ${verdict.outcome}`) ?? 0) + 1;
	seen.set(`${kind} ${verdict.outcome}`, count);
	if (count <= 2) console.log(`${verdict.outcome} [${kind}] ${file}: ${verdict.why.slice(0, 400)}`);
}
for (const [name, count] of seen) console.log(`${count} × ${name}`);
const cells = Object.values(matrix).flatMap((row) => Object.values(row));
const sum = (name: 'same' | 'flagged' | 'wrong' | 'silent') => cells.reduce((total, cell) => total + cell[name], 0);
console.log({ same: sum('same'), flagged: sum('flagged'), wrong: sum('wrong'), silent: sum('silent') });
