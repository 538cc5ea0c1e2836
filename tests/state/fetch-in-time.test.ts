import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fetchInTime } from '#lib/state/fetch-in-time.ts';

const server = createServer((request, response) => {
	if (request.url === '/silent') return;
	response.writeHead(request.url === '/none' ? 304 : 200, { etag: '"1"' });
	if (request.url === '/none') return response.end();
	response.write('first');
	if (request.url === '/slow') setTimeout(() => response.end(' second'), 150);
	// What stops in the middle never ends.
});
let origin = '';
beforeAll(async () => {
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
	server.closeAllConnections();
	server.close();
});
const patience = { answer: 300, pause: 300 };

test('a server that does not answer, or stops in the middle, is given up', async () => {
	await expect(fetchInTime(`${origin}/silent`, {}, patience)).rejects.toThrow('no answer within 0.3 s');
	const stopped = await fetchInTime(`${origin}/stops`, {}, patience);
	await expect(stopped.text()).rejects.toThrow('no answer within 0.3 s');
});

test('one that is slow but goes on may take its time', async () => {
	const slow = await fetchInTime(`${origin}/slow`, {}, { answer: 300, pause: 290 });
	expect(await slow.text()).toBe('first second');
	expect(slow.headers.get('etag')).toBe('"1"');
	expect((await fetchInTime(`${origin}/none`, {}, patience)).status).toBe(304);
});
