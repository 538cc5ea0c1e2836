import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	encodeLink,
	isNote,
	linkOf,
	linkParameters,
	noLink,
	noteCount,
	noteKey,
	noteLength,
	noteText,
	unusablePageParameters,
	type LinkState
} from '#lib/filters/link.ts';

const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const id = fc.stringMatching(/^[0-9a-f]{16}$/);
const panel = fc.constantFrom('map', 'trend', 'industries', 'movers', 'key-figures', 'a1');
const text = fc
	.oneof(
		fc.constantFrom(
			'停产检修',
			'口径调整，见通知',
			'<img src=x onerror=alert(1)>',
			'"; DROP TABLE facts; --',
			'100% +&=#'
		),
		fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
	)
	.map((typed) => [...noteText(typed)].slice(0, noteLength).join('').trim())
	.filter((typed) => typed !== '');
const sort = fc.record({
	key: fc.constantFrom('value', 'change', '2024Q3', 'metric:法人单位数@年均', 'name'),
	direction: fc.constantFrom('ascending' as const, 'descending' as const)
});

const state: fc.Arbitrary<LinkState> = fc
	.record({
		release: optional(id),
		rules: optional(id),
		pinned: fc.boolean(),
		notes: fc.uniqueArray(
			fc.record({ panel, period: fc.constantFrom('2024', '2024Q3', '2024-05', '2018/2023', '2024H1'), text }),
			{ maxLength: noteCount, selector: noteKey }
		),
		theme: optional(fc.constantFrom('light' as const, 'dark' as const)),
		tables: fc.uniqueArray(fc.record({ panel, sort: optional(sort) }), { selector: (table) => table.panel })
	})
	.map((found) => ({ ...found, pinned: found.pinned && found.release !== null }));

test('a link says again what it was made from', () => {
	fc.assert(
		fc.property(state, (value) => {
			const query = encodeLink(value).toString();
			expect(linkOf(new URLSearchParams(query))).toEqual({ ...value, unusable: [] });
		}),
		{ numRuns: 500 }
	);
});

test('what is as always leaves no parameter', () => {
	expect(encodeLink(noLink).toString()).toBe('');
	expect(linkOf(new URLSearchParams('period=2024&q=<b>'))).toEqual({ ...noLink, unusable: [] });
});

const anything = fc.string({
	unit: fc.oneof(fc.constantFrom(...'@:,-_.\0\n\u202E<>"\'%'), fc.string({ unit: 'binary' }))
});

test('any query is read without an error; what is used is sound, and everything else is named', () => {
	fc.assert(
		fc.property(fc.array(fc.tuple(fc.constantFrom(...linkParameters, 'x'), anything)), (pairs) => {
			const params = new URLSearchParams(pairs);
			const { unusable, ...found } = linkOf(params);
			expect(linkOf(encodeLink(found))).toEqual({ ...found, unusable: [] });
			expect(found.notes.every(isNote)).toBe(true);
			const used = [...encodeLink(found).keys()];
			for (const [name] of params)
				if (name !== 'x') expect([...used, ...unusable.map((item) => item.name)]).toContain(name);
		}),
		{ numRuns: 1000 }
	);
});

test.each([
	['release=5AD24C26AF0EF14A', 'release'],
	['release=5ad24c26af0ef14', 'release'],
	['release=../../etc/passwd', 'release'],
	['rules=__proto__', 'rules'],
	['pin=1', 'pin'],
	['pin=yes', 'pin'],
	['theme=neon', 'theme'],
	['note=trend@2024Q5:a', 'note'],
	['note=trend@2024Q3:', 'note'],
	['note=Trend@2024Q3:a', 'note'],
	['note=trend', 'note'],
	[`note=trend@2024:${'长'.repeat(noteLength + 1)}`, 'note'],
	['table=', 'table'],
	['table=<b>', 'table'],
	['table=map:', 'table'],
	['table=map:--value', 'table']
])('%s is not used and named', (query, name) => {
	const params = new URLSearchParams(query);
	expect(linkOf(params)).toEqual({ ...noLink, unusable: [{ name, value: params.get(name) }] });
});

test.each([
	['against=__proto__', ['against=__proto__']],
	['against=2026Q1', []],
	['against=release:5ad24c26af0ef14a+abc', []],
	['lang=en&lang=zh', ['lang=zh']],
	['lang=<b>&batch=../x&by=<b>&view=all&sort=through', ['lang=<b>', 'batch=../x', 'by=<b>']],
	['by=metric:法人单位数@年均&q=<b>&row=1%00&event=焊工', ['row=1\0']],
	[`q=${'长'.repeat(401)}`, [`q=${'长'.repeat(401)}`]]
])('of the parameters of pages in %s, these are named: %j', (query, named) => {
	const unusable = unusablePageParameters(new URLSearchParams(query));
	expect(unusable.map(({ name, value }) => `${name}=${value}`).sort()).toEqual([...named].sort());
});

test('of what is there twice the first counts; of too many notes the first ones do', () => {
	expect(linkOf(new URLSearchParams('theme=dark&theme=light'))).toMatchObject({
		theme: 'dark',
		unusable: [{ name: 'theme', value: 'light' }]
	});
	const many = new URLSearchParams();
	for (let index = 0; index <= noteCount; index++) many.append('note', `map@2024:${index}`);
	many.append('note', 'map@2024:0');
	const { notes, unusable } = linkOf(many);
	expect(notes.map((note) => note.text)).toEqual(['0', '1', '2', '3', '4', '5', '6', '7']);
	expect(unusable.map(({ value }) => value)).toEqual(['map@2024:8', 'map@2024:0']);
	expect(linkOf(new URLSearchParams('table=map,trend:-value,map'))).toMatchObject({
		tables: [
			{ panel: 'map', sort: null },
			{ panel: 'trend', sort: { key: 'value', direction: 'descending' } }
		],
		unusable: [{ name: 'table', value: 'map' }]
	});
});

test('a note is one line of what prints; markup in it stays text', () => {
	expect(noteText('  a\r\n\tb\u0000c\u202Ed  ')).toBe('a b c d');
	expect(noteText('\uD800x')).toBe('\uFFFDx');
	const { notes } = linkOf(new URLSearchParams({ note: 'trend@2024Q3:<b>粗</b>: a@b' }));
	expect(notes).toEqual([{ panel: 'trend', period: '2024Q3', text: '<b>粗</b>: a@b' }]);
});
