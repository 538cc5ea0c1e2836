import { createHash } from 'node:crypto';
import { UsageError } from '#lib/release/question/usage-error.ts';
import { encodeText } from '#lib/import/encode/encode-text.ts';
import { NoSuchRelease, OtherFormat } from '../open-releases.ts';
import { ApiError } from './api-error.ts';
import type { Operation } from './operations.ts';
import { readParameters, Values } from './parameters.ts';
import { Turns } from './turns.ts';

/** What is asked of an address, checked. */
export interface ApiRequest {
	readonly url: URL;
	readonly values: Values;
	/** The varying parts of the path, checked. */
	readonly path: Values;
}

/** What an address answers. */
export interface ApiAnswer {
	/** What the answer depends on beside the request, e.g. the release and its bytes; null: it changes only with the program. */
	readonly of: string | null;
	/** Whether the request itself names what never changes. */
	readonly fixed?: boolean;
	/** The content; made only where the caller does not have it already. */
	readonly make: () => Promise<ApiContent>;
}

/** The content of an answer: JSON, or a table as CSV. */
export type ApiContent = { readonly json: unknown; readonly next?: string | null } | ApiCsv;

interface ApiCsv {
	readonly csv: string;
	readonly encoding: 'utf-8' | 'gb18030';
	/** Without extension. */
	readonly name: string;
	readonly next?: string | null;
}

/** The part of SvelteKit's event that is needed. */
export interface ApiEvent {
	readonly request: Request;
	readonly url: URL;
	readonly params: Readonly<Partial<Record<string, string>>>;
}

type Handler = (event: ApiEvent) => Promise<Response>;

/** Those of this process; each may hold a whole answer in memory. */
const turns = new Turns(4, 60);
/** Answers are text of this program: another version may say the same in other words. */
const program = process.env.npm_package_version ?? '1';
const methods = 'GET, HEAD, OPTIONS';

/** The handlers of an address: parameters checked by its declaration, ETag, origins, errors as JSON. */
export function served(
	operation: Operation,
	answer: (request: ApiRequest) => Promise<ApiAnswer>
): { GET: Handler; HEAD: Handler; OPTIONS: Handler; fallback: Handler } {
	const GET: Handler = async ({ request, url, params }) => {
		const shared = sharedHeaders(request);
		try {
			const values = readParameters(operation.parameters, url.searchParams);
			const inPath = Object.entries(params).filter((entry): entry is [string, string] => entry[1] !== undefined);
			const path = readParameters(operation.inPath, new URLSearchParams(inPath));
			return await turns.take(async () => found(request, url, await answer({ url, values, path }), shared));
		} catch (cause) {
			return refused(cause, request, shared);
		}
	};
	return {
		GET,
		HEAD: GET,
		OPTIONS: async ({ request }) => preflight(request),
		fallback: async ({ request }) => refused(notThatMethod(request.method), request, sharedHeaders(request))
	};
}

/** The answer to an address below `/api` that there is none of. */
export function noSuchAddress(event: ApiEvent): Response {
	const error = new ApiError(
		'no_such_address',
		`没有这个地址：${event.url.pathname}；目录见 /api/v1。`,
		`There is no such address: ${event.url.pathname}; see /api/v1 for what there is.`
	);
	return refused(error, event.request, sharedHeaders(event.request));
}

async function found(request: Request, url: URL, answer: ApiAnswer, headers: Headers): Promise<Response> {
	const key = JSON.stringify([program, answer.of, url.pathname, [...url.searchParams].sort()]);
	const etag = `"${createHash('sha256').update(key).digest('hex').slice(0, 32)}"`;
	headers.set('etag', etag);
	headers.set('cache-control', answer.fixed ? 'public, max-age=3600' : 'no-cache');
	const known = request.headers.get('if-none-match')?.split(',') ?? [];
	if (known.some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag))
		return new Response(null, { status: 304, headers });
	const content = await answer.make();
	if (content.next) headers.set('link', `<${content.next}>; rel="next"`);
	if ('csv' in content) {
		headers.set('content-type', `text/csv; charset=${content.encoding}; header=present`);
		headers.set('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(content.name)}.csv`);
		const mark = content.encoding === 'utf-8' ? '\ufeff' : '';
		return sent(request, encodeText(mark + content.csv, content.encoding), 200, headers);
	}
	return json(request, content.json, 200, headers);
}

function json(request: Request, value: unknown, status: number, headers: Headers): Response {
	headers.set('content-type', 'application/json; charset=utf-8');
	return sent(request, new TextEncoder().encode(`${JSON.stringify(value, null, '\t')}\n`), status, headers);
}

function sent(request: Request, bytes: Uint8Array, status: number, headers: Headers): Response {
	headers.set('content-length', String(bytes.length));
	return new Response(request.method === 'HEAD' ? null : (bytes as Uint8Array<ArrayBuffer>), { status, headers });
}

function refused(cause: unknown, request: Request, headers: Headers): Response {
	const error = told(cause);
	headers.delete('etag');
	headers.set('cache-control', 'no-store');
	if (error.code === 'busy') headers.set('retry-after', '5');
	if (error.code === 'method_not_allowed') headers.set('allow', methods);
	return json(request, error.body, error.status, headers);
}

/** What went wrong, without anything of the statement or of this machine. */
function told(cause: unknown): ApiError {
	if (cause instanceof ApiError) return cause;
	if (cause instanceof UsageError) return new ApiError('cannot_answer', cause.text.zh, cause.text.en, cause.about);
	if (cause instanceof NoSuchRelease) return noRelease(cause.release);
	if (cause instanceof OtherFormat)
		return new ApiError(
			'other_format',
			`发布 ${cause.release} 的格式与本程序不同，请重新生成。`,
			`Release ${cause.release} is of another format than this program reads; build it anew.`,
			'release'
		);
	console.error(cause);
	return new ApiError(
		'failed',
		'服务器没能算出来，已记入日志。',
		'The server failed to work it out; it is in its log.'
	);
}

/** A release that this server does not have. */
export function noRelease(release: string): ApiError {
	return new ApiError(
		'no_release',
		`没有发布“${release}”；有哪些见 /api/v1/releases。`,
		`There is no release “${release}”; see /api/v1/releases for those there are.`,
		'release'
	);
}

function notThatMethod(method: string): ApiError {
	return new ApiError('method_not_allowed', `这里只读，不能 ${method}。`, `This is read-only: no ${method}.`);
}

/** Pages of these origins may read the answers: `API_ORIGINS`, with commas; `*` for all. None by default. */
function allowedOrigin(request: Request): string | null {
	const origin = request.headers.get('origin');
	const allowed = (process.env.API_ORIGINS ?? '').split(',').map((each) => each.trim());
	if (allowed.includes('*')) return '*';
	return origin !== null && allowed.includes(origin) ? origin : null;
}

function sharedHeaders(request: Request): Headers {
	const headers = new Headers({ vary: 'origin', 'x-content-type-options': 'nosniff' });
	const origin = allowedOrigin(request);
	if (origin === null) return headers;
	headers.set('access-control-allow-origin', origin);
	headers.set('access-control-expose-headers', 'etag, link');
	return headers;
}

function preflight(request: Request): Response {
	const headers = sharedHeaders(request);
	headers.set('allow', methods);
	if (headers.has('access-control-allow-origin')) {
		headers.set('access-control-allow-methods', methods);
		headers.set('access-control-allow-headers', 'if-none-match');
		headers.set('access-control-max-age', '86400');
	}
	return new Response(null, { status: 204, headers });
}
