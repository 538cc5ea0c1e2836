import type { Bilingual } from '#lib/format/language.ts';
import { apiErrors } from './api-error.ts';
import { operations, type Operation } from './operations.ts';
import type { Parameter } from './parameters.ts';
import { problem, type Schema } from './schemas.ts';

/** The version of the interface: what it answers under `/api/v1` does not change its meaning. */
export const apiVersion = '1.0.0';

/** The interface as an OpenAPI 3.1 document. */
export function openApiDocument(): Schema {
	return {
		openapi: '3.1.0',
		info: {
			title: '工榜 Gongbang',
			version: apiVersion,
			description: both({
				zh: '只读：发布、指标、数值、榜单。写错或不认识的参数会被指出，不会被忽略。',
				en: 'Read-only: releases, indicators, observations, boards. A parameter that is wrong or unknown is named, never ignored.'
			}),
			license: { name: 'MIT', identifier: 'MIT' }
		},
		servers: [{ url: '/' }],
		paths: Object.fromEntries(
			Object.values(operations).map((operation: Operation) => [operation.path, { get: described(operation) }])
		),
		components: { schemas: { Problem: problem } }
	};
}

function described(operation: Operation): Schema {
	return {
		operationId: operation.id,
		summary: both(operation.title),
		description: both(operation.about),
		parameters: [
			...operation.inPath.map((parameter) => parameterObject(parameter, 'path')),
			...operation.parameters.map((parameter) => parameterObject(parameter, 'query'))
		],
		responses: {
			'200': {
				description: both(operation.title),
				headers: { ETag: { schema: { type: 'string' } } },
				content: {
					'application/json': { schema: operation.body },
					...(operation.csv ? { 'text/csv': { schema: { type: 'string' } } } : {})
				}
			},
			'304': { description: 'If-None-Match' },
			...Object.fromEntries([...new Set(Object.values(apiErrors))].map((status) => [String(status), refusal(status)]))
		}
	};
}

function refusal(status: number): Schema {
	const codes = Object.entries(apiErrors).flatMap(([code, own]) => (own === status ? [code] : []));
	return {
		description: codes.join(', '),
		content: { 'application/json': { schema: { $ref: '#/components/schemas/Problem' } } }
	};
}

function parameterObject({ name, about, schema, required, list, example }: Parameter, where: 'path' | 'query'): Schema {
	return {
		name,
		in: where,
		description: both(about),
		required: where === 'path' || required === true,
		...(list
			? { style: 'form', explode: false, schema: { type: 'array', items: schema, uniqueItems: true } }
			: { schema }),
		...(example === undefined ? {} : { example: list ? example.split(',') : example })
	};
}

function both({ zh, en }: Bilingual): string {
	return zh === en ? zh : `${zh} · ${en}`;
}
