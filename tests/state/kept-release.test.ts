import { expect, test } from 'vitest';
import { fateOf } from '#lib/state/kept-release.ts';

const answer =
	(body: unknown, status = 200) =>
	async () =>
		new Response(JSON.stringify(body), { status });
const kept = {
	...{ profile: 'chongqing', title: { zh: '重庆', en: 'Chongqing' }, createdAt: '2026-01-01T00:00:00Z' },
	...{ release: '01', path: '/releases/01' }
};

test('a release that a link names is there, gone, or nobody can be asked; only the latter is asked again', async () => {
	let asked = 0;
	const once = async () => {
		asked++;
		return answer(kept)();
	};
	expect(await fateOf('01', once)).toEqual({ is: 'kept', release: kept });
	expect(await fateOf('01', once)).toEqual({ is: 'kept', release: kept });
	expect(asked).toBe(1);
	expect(await fateOf('02', answer(null))).toEqual({ is: 'gone' });
	expect(await fateOf('03', answer(null, 500))).toEqual({ is: 'unreachable' });
	expect(await fateOf('03', () => Promise.reject(new Error('offline')))).toEqual({ is: 'unreachable' });
	expect(await fateOf('03', async () => new Response('<html>'))).toEqual({ is: 'unreachable' });
	expect(await fateOf('03', answer(null))).toEqual({ is: 'gone' });
});
