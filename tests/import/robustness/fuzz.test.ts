import { expect, test } from 'vitest';
import { fuzz, longest } from './fuzzing.ts';

// The whole run: node tests/import/robustness/fuzz.ts --count 100000 --minutes 3
test('mutated files never throw, never take long, and every row is accounted for', async () => {
	const report = await fuzz(1_000_000, 1, 20_000, 15_000);
	expect(report.failures.slice(0, 3)).toEqual([]);
	expect(report.slowest).toBeLessThan(longest);
	expect(report.files).toBeGreaterThan(100);
}, 60_000);
