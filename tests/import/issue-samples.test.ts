import { expect, test } from 'vitest';
import { importFile } from '#lib/import/index.ts';
import { issueCodes } from '#lib/import/issue-codes.ts';
import type { IssueCode } from '#lib/import/issue.ts';
import { raisedElsewhere } from '../../src/cli/issue-samples/elsewhere.ts';
import { issueSamples } from '../../src/cli/issue-samples/index.ts';
import { loadProfile } from '../../src/cli/load-profile.ts';

const profile = await loadProfile('national');

test('every code is raised by a sample or comes about otherwise, never both', () => {
	const sampled = issueSamples.map(({ code }) => code);
	expect(new Set(sampled).size).toBe(sampled.length);
	const elsewhere = Object.keys(raisedElsewhere) as IssueCode[];
	expect([...sampled, ...elsewhere].sort()).toEqual(Object.keys(issueCodes).sort());
});

test.for(issueSamples.map((sample) => [sample.code, sample] as const))(
	'%s is raised by its sample, where it is, and nothing else is',
	async ([code, sample]) => {
		const { receipt, batch } = await importFile(sample.bytes, {
			...{ fileName: sample.name, profile, now: '2024-07-01T00:00:00Z', user: 'test' },
			...sample.options
		});
		expect(receipt.issues.map((issue) => issue.code).sort()).toEqual([code, ...sample.also].sort());
		const found = receipt.issues.find((issue) => issue.code === code)!;
		expect(found.line).toBe(sample.line);
		expect(found.file).toBe(sample.name);
		// What is refused loads nothing, what is an error sets rows aside or says which assumption is to be checked.
		if (receipt.issues.some(({ severity }) => severity === 'F')) expect(batch).toBeNull();
		else expect(batch).not.toBeNull();
		expect(receipt.rowsRead).toBe(receipt.rowsLoaded + receipt.rowsSetAside);
	}
);
