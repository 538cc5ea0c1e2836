import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openApiDocument } from '#lib/server/api/openapi.ts';
import { operations, type Operation } from '#lib/server/api/operations.ts';
import { apiErrors } from '#lib/server/api/api-error.ts';
import { readParameters } from '#lib/server/api/parameters.ts';
import { apiPage } from '../../../src/cli/api-page.ts';

interface Described {
	readonly openapi: string;
	readonly info: Record<string, unknown>;
	readonly paths: Record<string, Record<string, OperationObject>>;
	readonly components: { readonly schemas: Record<string, unknown> };
}
interface OperationObject {
	readonly operationId: string;
	readonly parameters: readonly { name: string; in: string; required: boolean; schema: { default?: unknown } }[];
	readonly responses: Record<string, { description: string }>;
}

const document = openApiDocument() as unknown as Described;

test('the document has the structure of OpenAPI 3.1', () => {
	expect(document.openapi).toMatch(/^3\.1\.\d$/);
	expect(document.info).toMatchObject({ title: expect.any(String), version: expect.stringMatching(/^\d+\.\d+\.\d+$/) });
	const ids = new Set<string>();
	for (const [path, methods] of Object.entries(document.paths)) {
		expect(path).toMatch(/^\/api\/v1(\/|$)/);
		expect(Object.keys(methods)).toEqual(['get']);
		const { operationId, parameters, responses } = methods.get as OperationObject;
		expect(ids.has(operationId)).toBe(false);
		ids.add(operationId);
		const varying = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
		const inPath = parameters.filter((parameter) => parameter.in === 'path');
		expect(inPath.map(({ name }) => name)).toEqual(varying);
		expect(inPath.every(({ required }) => required)).toBe(true);
		expect(new Set(parameters.map(({ name }) => name)).size).toBe(parameters.length);
		for (const [status, { description }] of Object.entries(responses)) {
			expect(status).toMatch(/^[2-5]\d\d$/);
			expect(description).not.toBe('');
		}
		for (const status of Object.values(apiErrors)) expect(responses).toHaveProperty(String(status));
	}
	// Every reference leads somewhere.
	for (const [, name] of JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g))
		expect(document.components.schemas).toHaveProperty(name ?? '');
});

test('examples and defaults pass the very check that requests pass', () => {
	for (const operation of Object.values(operations) as Operation[]) {
		const { inPath, parameters, example } = operation;
		const given = [...inPath, ...parameters].flatMap(({ name, example: value, schema }) => {
			const shown = value ?? schema.default;
			return shown === undefined ? [] : [[name, String(shown)]];
		});
		readParameters([...inPath, ...parameters], new URLSearchParams(given));
		const url = new URL(example, 'http://localhost');
		const required = new URLSearchParams(url.searchParams);
		readParameters(parameters, required);
	}
});

test('every declared address has an endpoint, and every endpoint is declared', () => {
	const folder = 'src/routes/api/v1';
	const there = readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('+server.ts') && !name.includes('...'))
		.map((name) => `/api/v1/${name}`.replace(/\/\+server\.ts$/, '').replaceAll(/\[(\w+)\]/g, '{$1}'))
		.sort();
	expect(there).toEqual(
		Object.values(operations)
			.map(({ path }) => path)
			.sort()
	);
});

test('docs/api.md is what the declarations say', () => {
	expect(readFileSync('docs/api.md', 'utf8')).toBe(apiPage());
});
