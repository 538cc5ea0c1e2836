import Papa from 'papaparse';
import { expect, test } from 'vitest';
import type { Batch } from '#lib/import/batch.ts';
import { importFile } from '#lib/import/index.ts';
import type { Manifest } from '#lib/release/manifest.ts';
import { ledgerCsv } from '#lib/views/ledger/ledger-csv.ts';
import { ledgerRows, ledgerTotals, rowKey, searchLedger } from '#lib/views/ledger/ledger.ts';
import { optionsFor } from '../../import/profile.ts';

const digest: Manifest['batches'][number] = {
	id: 'aaaaaaaaaaaaaaaa',
	dataset: 'summary',
	mode: 'append',
	file: '=HYPERLINK("http://x","季报"),甲.csv',
	sha256: 'a'.repeat(64),
	createdAt: '2026-01-05T08:00:00.000Z',
	createdBy: '经济部',
	encoding: 'gb18030',
	rowsRead: 10,
	rowsLoaded: 8,
	rowsSetAside: 2,
	issues: { F: 0, E: 1, W: 3, I: 0 }
};
const manifest = { batches: [digest] } as unknown as Manifest;

async function draftOf(name: string, text: string): Promise<Batch> {
	const { batch } = await importFile(new TextEncoder().encode(text), optionsFor(name));
	if (!batch) throw new Error('No batch');
	return batch;
}

async function rowsWith(out: boolean) {
	const batch = await draftOf('乙.csv', '年份,地区,参赛职工\n2031年,江苏省,11111\n2031年,乌有省,3\n');
	const items = [
		{ id: digest.id, position: 0, brought: 40, inUse: 30 },
		{ id: batch.id, position: 1, brought: 1, inUse: 1 }
	];
	return ledgerRows(manifest, items as never, [{ batch, out }]);
}

test('published files come first, drafts after them in their order, with what is in use of each', async () => {
	const [published, draft] = await rowsWith(false);
	expect(published).toMatchObject({ order: 1, state: 'published', brought: 40, inUse: 30, batch: null });
	expect(draft).toMatchObject({
		order: 2,
		state: 'draft',
		file: '乙.csv',
		rowsRead: 2,
		rowsLoaded: 1,
		rowsSetAside: 1
	});
	expect(draft).toMatchObject({ brought: 1, inUse: 1 });
	expect(rowKey(published!)).not.toBe(rowKey(draft!));
	// 8 + 1 rows loaded and 2 + 1 set aside, by hand.
	expect(ledgerTotals([published!, draft!])).toEqual({
		files: 2,
		published: 1,
		drafts: 1,
		out: 0,
		loaded: 9,
		aside: 3
	});
});

test('what is taken out keeps its place and brings nothing', async () => {
	const rows = await rowsWith(true);
	expect(rows[1]).toMatchObject({ order: 2, state: 'out', brought: null, inUse: 0 });
	expect(ledgerTotals(rows)).toEqual({ files: 2, published: 1, drafts: 1, out: 1, loaded: 8, aside: 2 });
	expect(ledgerRows(null, [], [])).toEqual([]);
});

test('files are found by name, kind, person or digest', async () => {
	const rows = await rowsWith(false);
	const found = (search: string) => searchLedger(rows, search, 'zh').map(({ order }) => order);
	expect(found('  乙 ')).toEqual([2]);
	expect(found('经济部')).toEqual([1]);
	expect(found('AAAA')).toEqual([1]);
	expect(found('汇总')).toEqual([1, 2]);
	expect(found('没有')).toEqual([]);
});

test('the ledger as CSV: a mark for Excel, every row as it is, and no name runs as a formula', async () => {
	const bytes = ledgerCsv(await rowsWith(false), 'zh');
	expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
	const [header, published, draft] = Papa.parse<string[]>(new TextDecoder().decode(bytes), {
		skipEmptyLines: true
	}).data;
	expect(header).toHaveLength(18);
	expect(published?.[1]).toBe(`'${digest.file}`);
	expect(published?.slice(5, 14)).toEqual(['10', '8', '2', '0', '1', '3', '0', '40', '30']);
	expect(draft?.[1]).toBe('乙.csv');
	expect(draft?.[17]).toMatch(/^[0-9a-f]{64}$/);
});
