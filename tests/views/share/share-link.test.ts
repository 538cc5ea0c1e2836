import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeFilters } from '#lib/filters/codec.ts';
import { linkOf, linkParameters, noLink } from '#lib/filters/link.ts';
import { unpackLink } from '#lib/filters/packed-link.ts';
import {
	chartLink,
	embedSnippet,
	mostCharacters,
	readableLink,
	shareLink,
	type SharedPage
} from '#lib/views/share/share-link.ts';

const page: SharedPage = {
	url: new URL('http://host.example/regions?period=2024Q3&sort=name&theme=light&release=0000000000000000'),
	profile: 'chongqing',
	language: 'en',
	state: {
		...noLink,
		release: '5ad24c26af0ef14a',
		pinned: true,
		notes: [{ panel: 'map', period: '2024Q3', text: '停产' }]
	},
	panel: 'map'
};

test('a link says what is shown, what it was made from, and where to look, in words that can be read', () => {
	expect(readableLink(page)).toBe(
		'http://host.example/regions?profile=chongqing&period=2024Q3&sort=name&lang=en' +
			'&note=map@2024Q3:%E5%81%9C%E4%BA%A7&release=5ad24c26af0ef14a&pin=1#map'
	);
	expect(
		readableLink({
			...page,
			url: new URL('http://host.example/'),
			profile: null,
			language: null,
			state: noLink,
			panel: null
		})
	).toBe('http://host.example/');
});

test('the one-chart page is named by view and panel', () => {
	const plain = { ...page, language: null, state: noLink, profile: null, panel: 'trend' };
	const at = (path: string) => chartLink({ ...plain, url: new URL(`http://host.example${path}`) });
	expect(at('/')).toBe('http://host.example/chart/overview/trend');
	expect(at('/regions/500000?period=2024')).toBe('http://host.example/chart/regions.500000/trend?period=2024');
	expect(embedSnippet('http://h/?a=1&b="', '"><script>')).toBe(
		'<iframe src="http://h/?a=1&amp;b=&quot;" title="&quot;&gt;&lt;script&gt;" width="100%" height="600" style="border:0" loading="lazy"></iframe>'
	);
});

test('a link too long for a chat is packed, and unpacks to the readable one', async () => {
	expect(await shareLink(page)).toEqual({ href: readableLink(page), packed: false });
	const notes = Array.from({ length: 8 }, (_, at) => ({
		panel: 'map',
		period: '2024',
		text: `${at}${'口径'.repeat(60)}`
	}));
	const long = { ...page, state: { ...page.state, notes } };
	const { href, packed } = await shareLink(long);
	expect(packed).toBe(true);
	expect(href.length).toBeLessThan(mostCharacters);
	expect(`http://host.example/regions${unpackLink(new URL(href).hash)}`).toBe(readableLink(long));
});

/* Every route with the parameters that it knows of its own. */
const views: Readonly<Record<string, readonly string[]>> = {
	'/': [],
	'/regions': [],
	'/regions/500000': [],
	'/industries': [],
	'/balance': ['by'],
	'/competitions': ['q', 'view'],
	'/competitions/C-2024': ['event'],
	'/innovation': ['q', 'view', 'by', 'sort'],
	'/studios': ['q', 'by'],
	'/studios/S-1': [],
	'/training': ['q', 'view'],
	'/honours': ['q', 'view'],
	'/targets': [],
	'/campaigns': [],
	'/metrics': [],
	'/leaderboards': ['q'],
	'/leaderboards/participants': ['view', 'row', 'against', 'event'],
	'/leaderboards/participants/awards': ['view'],
	'/leaderboards/participants/rules': [],
	'/quality': ['by', 'view'],
	'/import': [],
	'/data': ['q', 'batch'],
	'/dictionary': ['q'],
	'/briefing': []
};
const filterPart = fc.record(
	{
		period: fc.constantFrom('2024', '2024Q3', '2018/2023'),
		region: fc.constantFrom('320000', 'group:eastern'),
		compare: fc.constantFrom('previous', 'none'),
		indicator: fc.constantFrom('metric:法人单位数@年均', 'participants'),
		kind: fc.constantFrom('“五小”、安康杯（%）+&=#')
	},
	{ requiredKeys: [] }
);

test.each(Object.entries(views))('a link to %s says again what was shown there', (path, names) => {
	const own = fc.dictionary(fc.constantFrom(...names, 'q'), fc.string({ unit: 'grapheme', minLength: 1 }));
	fc.assert(
		fc.property(filterPart, own, fc.boolean(), (filters, parameters, pinned) => {
			const shown = new URLSearchParams({ ...filters, ...parameters });
			const url = new URL(`http://host.example${path}?${shown}`);
			const state = { ...page.state, pinned };
			const opened = new URL(readableLink({ ...page, url, language: null, state }));
			expect(opened.pathname).toBe(path);
			expect(linkOf(opened.searchParams)).toEqual({ ...state, unusable: [] });
			const known = [...Object.keys(parameters), ...linkParameters];
			expect(decodeFilters(opened.searchParams, known)).toEqual(
				decodeFilters(new URLSearchParams([['profile', 'chongqing'], ...shown]), known)
			);
			for (const [name, value] of Object.entries(parameters)) expect(opened.searchParams.get(name)).toBe(value);
		}),
		{ numRuns: 40 }
	);
});
