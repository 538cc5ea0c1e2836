import { expect, test } from 'vitest';
import { readPackNotes } from '#lib/release/pack/pack-notes.ts';

const note = { panel: 'trend', period: '2024', text: '口径调整' };

test('notes of a browser are read; whatever else is there is left out', () => {
	expect(readPackNotes({ pages: [{ path: '/regions', notes: [{ ...note, more: 1 }] }] })).toEqual({
		pages: [{ path: '/regions', notes: [note] }]
	});
	for (const hostile of [
		null,
		7,
		'x',
		{ pages: 'x' },
		{ pages: [null, 1, { path: 5 }] },
		{ pages: [{ path: 'https://example.org/', notes: [note] }] },
		{ pages: [{ path: '/x?<script>', notes: [note] }] },
		{
			pages: [
				{
					path: '/regions',
					notes: [null, { ...note, panel: '<b>' }, { ...note, period: 'now' }, { ...note, text: '' }]
				}
			]
		}
	])
		expect(readPackNotes(hostile)).toEqual({ pages: [] });
});
