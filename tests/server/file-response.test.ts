import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fileResponse, type ImmutableFile } from '#lib/server/file-response.ts';

let folder = '';
let file: ImmutableFile;
const content = Uint8Array.from({ length: 1000 }, (_, index) => index % 251);

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'gongbang-'));
	await writeFile(join(folder, 'detail.duckdb'), content);
	file = { path: join(folder, 'detail.duckdb'), contentType: 'application/octet-stream', etag: '"abc"' };
});
afterAll(() => rm(folder, { recursive: true }));

const ask = (method: string, headers: Record<string, string> = {}) =>
	fileResponse(new Request('http://localhost/file', { method, headers }), file);
const bytesOf = async (response: Response) => new Uint8Array(await response.arrayBuffer());

test('the whole file, kept for ever', async () => {
	const response = await ask('GET');
	expect(response.status).toBe(200);
	expect(response.headers.get('accept-ranges')).toBe('bytes');
	expect(response.headers.get('content-length')).toBe('1000');
	expect(response.headers.get('cache-control')).toContain('immutable');
	expect(await bytesOf(response)).toEqual(content);
});

test('a part of it', async () => {
	const response = await ask('GET', { range: 'bytes=10-19' });
	expect(response.status).toBe(206);
	expect(response.headers.get('content-range')).toBe('bytes 10-19/1000');
	expect(response.headers.get('content-length')).toBe('10');
	expect(await bytesOf(response)).toEqual(content.slice(10, 20));
});

test('HEAD tells about the part without sending it', async () => {
	const response = await ask('HEAD', { range: 'bytes=0-0' });
	expect(response.status).toBe(206);
	expect(response.headers.get('content-range')).toBe('bytes 0-0/1000');
	expect(response.headers.get('content-length')).toBe('1');
	expect(await bytesOf(response)).toHaveLength(0);
});

test('several parts at once are answered with the whole', async () => {
	const response = await ask('GET', { range: 'bytes=0-1,5-6' });
	expect(response.status).toBe(200);
	expect(await bytesOf(response)).toHaveLength(1000);
});

test('beyond the end there is nothing', async () => {
	const response = await ask('GET', { range: 'bytes=1000-' });
	expect(response.status).toBe(416);
	expect(response.headers.get('content-range')).toBe('bytes */1000');
});

test('what the browser has is not sent again', async () => {
	expect((await ask('GET', { 'if-none-match': 'W/"abc"' })).status).toBe(304);
	expect((await ask('GET', { 'if-none-match': '"other"' })).status).toBe(200);
});

test('a part of another version is not mixed in', async () => {
	expect((await ask('GET', { range: 'bytes=0-1', 'if-range': '"other"' })).status).toBe(200);
	expect((await ask('GET', { range: 'bytes=0-1', 'if-range': '"abc"' })).status).toBe(206);
});

test('who understands brotli gets the whole file compressed, and parts as they are', async () => {
	const packed = brotliCompressSync(content);
	await writeFile(`${file.path}.br`, packed);
	const both = { ...file, compressed: `${file.path}.br` };
	const request = (headers: Record<string, string>) => new Request('http://localhost/file', { headers });
	const whole = await fileResponse(request({ 'accept-encoding': 'gzip, deflate, br, zstd' }), both);
	expect(whole.headers.get('content-encoding')).toBe('br');
	expect(whole.headers.get('content-length')).toBe(String(packed.length));
	expect(whole.headers.get('etag')).toBe('"abc-br"');
	expect(whole.headers.get('vary')).toBe('accept-encoding');
	expect(await bytesOf(whole)).toEqual(new Uint8Array(packed));
	const part = await fileResponse(request({ 'accept-encoding': 'br', range: 'bytes=0-9' }), both);
	expect(part.headers.get('content-encoding')).toBeNull();
	expect(await bytesOf(part)).toEqual(content.slice(0, 10));
	expect((await fileResponse(request({ 'accept-encoding': 'gzip' }), both)).headers.get('content-encoding')).toBeNull();
});
