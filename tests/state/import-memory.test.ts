import { expect, test } from 'vitest';
import { mappingFile, mappingPart, parseMappingFile, recall, remember } from '#lib/state/import-memory.ts';

/** As much of a Storage as is used; `full` refuses to keep anything. */
function storage(full = false): Storage {
	const entries = new Map<string, string>();
	return {
		getItem: (key: string) => entries.get(key) ?? null,
		setItem: (key: string, value: string) => {
			if (full) throw new DOMException('full', 'QuotaExceededError');
			entries.set(key, value);
		}
	} as unknown as Storage;
}

test('what was decided for a header is there for the next file with it, and only for that', () => {
	const store = storage();
	const memory = mappingPart({
		dataset: 'summary',
		mapping: { 数: 'participants' },
		encoding: 'gb18030',
		cells: [{ line: 1, column: 1, text: 'x' }]
	});
	expect(memory).toEqual({ dataset: 'summary', mapping: { 数: 'participants' } });
	remember(store, '地区|数', memory);
	expect(recall(store, '地区|数')).toEqual(memory);
	expect(recall(store, '地区|额')).toBeNull();
	remember(store, '地区|数', {});
	expect(recall(store, '地区|数')).toBeNull();
});

test('a header of dangerous names is a key like any other', () => {
	const store = storage();
	remember(store, '__proto__', { mapping: { __proto__x: 'region' } });
	expect(recall(store, '__proto__')).toEqual({ mapping: { __proto__x: 'region' } });
	expect(recall(store, 'constructor')).toBeNull();
});

test('only the last 200 headers are kept', () => {
	const store = storage();
	for (let at = 0; at < 210; at++) remember(store, `h${at}`, { dataset: 'summary' });
	expect(recall(store, 'h9')).toBeNull();
	expect(recall(store, 'h10')).toEqual({ dataset: 'summary' });
});

test('a full, closed or spoilt storage is no error', () => {
	expect(() => remember(storage(true), 'a', { dataset: 'summary' })).not.toThrow();
	expect(() => remember(undefined, 'a', { dataset: 'summary' })).not.toThrow();
	const spoilt = { getItem: () => '{"not": "a list"' } as unknown as Storage;
	expect(recall(spoilt, 'a')).toBeNull();
	const strange = { getItem: () => '[["a",{"dataset":"nonsense","mapping":{"x":3}}],5]' } as unknown as Storage;
	expect(recall(strange, 'a')).toBeNull();
});

test('a mapping file gives back what it was made of; any other file is none', () => {
	const memory = {
		dataset: 'metrics',
		mapping: { 就业人数: '=就业人数', '#4': '' },
		units: { 就业人数: '万人' }
	} as const;
	const text = mappingFile(memory, ['地区', '就业人数']);
	expect(JSON.parse(text)).toMatchObject({ kind: 'gongbang-mapping', version: 1, headers: ['地区', '就业人数'] });
	expect(parseMappingFile(text)).toEqual(memory);
	expect(parseMappingFile('{"dataset":"metrics"}')).toBeNull();
	expect(parseMappingFile('地区,人数')).toBeNull();
	expect(parseMappingFile('[]')).toBeNull();
});
