import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { fuzzInThreads } from './fuzzing.ts';
import { mutatedFile } from './mutate.ts';

// node tests/import/robustness/fuzz.ts --count 100000 --minutes 3 [--threads 2] [--write 123 (that file to standard output)]
const { values } = parseArgs({
	options: {
		count: { type: 'string', default: '100000' },
		minutes: { type: 'string', default: '3' },
		threads: { type: 'string', default: '2' },
		write: { type: 'string' }
	}
});
if (values.write !== undefined) {
	writeFileSync(1, mutatedFile(Number(values.write)));
} else {
	const begun = performance.now();
	const report = await fuzzInThreads(Number(values.count), Number(values.minutes) * 60_000, Number(values.threads));
	for (const { file, what } of report.failures.slice(0, 20)) console.error(`file ${file}: ${what}`);
	const { files, loaded, refused, failures, slowest, slowestFile } = report;
	const seconds = Math.round((performance.now() - begun) / 1000);
	console.log(
		`${files} files in ${seconds} s: ${loaded} gave a batch, ${refused} were refused, ${failures.length} failed; the slowest took ${Math.round(slowest)} ms (file ${slowestFile})`
	);
	process.exitCode = failures.length > 0 ? 1 : 0;
}
