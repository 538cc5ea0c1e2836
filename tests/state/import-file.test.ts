import { expect, test } from 'vitest';
import type { ImportResult } from '#lib/import/batch.ts';
import { importFile } from '#lib/import/index.ts';
import { RawRows } from '#lib/import/raw-rows.ts';
import { ReadRows } from '#lib/import/read-rows.ts';
import type { ImportConnection } from '#lib/import/worker-client.ts';
import type { BatchComparison } from '#lib/release/compare.ts';
import { OpenFile } from '#lib/state/import-file.svelte.ts';
import { decide, decideAccepted, decideCell, decideCode, decideColumn, decideSkip } from '#lib/state/import-decide.ts';
import { optionsFor } from '../import/profile.ts';

/** The worker's work in this thread. */
function connect(file: File): ImportConnection & { closed: number; reads: number } {
	let last: ImportResult | null = null;
	const rows = async (structure: object) => RawRows.open(new Uint8Array(await file.arrayBuffer()), structure);
	return {
		closed: 0,
		reads: 0,
		async read(options) {
			this.reads++;
			options.signal?.throwIfAborted();
			last = await importFile(new Uint8Array(await file.arrayBuffer()), { fileName: file.name, ...options });
			return last;
		},
		async rows(structure, from, count) {
			const read = last && (await ReadRows.open(last));
			const found = (await (await rows(structure))?.rows(from, count)) ?? [];
			return found.map((row) => ({ ...row, read: read?.at(row.line) ?? null }));
		},
		count: async (structure) => (await rows(structure))?.count() ?? 0,
		find: async (structure, line) => (await rows(structure))?.find(line) ?? 0,
		sheets: async () => [],
		candidates: async () => [],
		remarked: async () => new Blob(),
		close() {
			this.closed++;
		}
	};
}

const noChanges: BatchComparison = {
	changes: {
		of: 'cells',
		counts: { new: 0, changed: 0, unchanged: 0, removed: 0 },
		regions: [],
		measures: [],
		differences: []
	},
	issues: []
};

function memoryStorage(): Storage {
	const entries = new Map<string, string>();
	return {
		getItem: (key: string) => entries.get(key) ?? null,
		setItem: (key: string, value: string) => void entries.set(key, value)
	} as unknown as Storage;
}

function open(text: string, name = '2024年汇总.csv', storage: Storage = memoryStorage(), comparison = noChanges) {
	const { profile, now, user } = optionsFor('');
	return new OpenFile('1', new File([text], name), {
		options: async () => ({ profile, now, user }),
		compare: async () => comparison,
		storage,
		open: connect
	});
}

const clean = '统计时期,地区,职工人数\n2024,江苏省,100\n2024,浙江省,200\n';

test('a clean file needs no step but the receipt, and is done once it is laid', async () => {
	const file = open(clean);
	expect(file.state).toBe('waiting');
	await file.begin();
	expect(file.state).toBe('ready');
	expect(file.steps).toEqual(['receipt']);
	expect(file.step).toBe('receipt');
	expect(file.undecided).toBe(false);
	file.noteLaid();
	expect(file.state).toBe('laid');
	await file.decide(decide({ mode: 'replace' }));
	expect(file.state).toBe('ready');
	expect(file.result?.batch?.mode).toBe('replace');
});

test('an unknown name is one decision for all its rows; the step stays in view, the next leads on', async () => {
	const file = open('统计时期,地区,职工人数\n2024,亚特兰蒂斯省,100\n2024,浙江省,200\n2025,亚特兰蒂斯省,100\n');
	await file.begin();
	expect(file.state).toBe('decide');
	expect(file.step).toBe('names');
	expect(file.undecided).toBe(true);
	expect(file.open[0]).toMatchObject({ code: 'CODE_UNKNOWN', count: 2, sample: '亚特兰蒂斯省' });
	await file.decide(decideCode('region', '亚特兰蒂斯省', '320000'));
	expect(file.state).toBe('ready');
	expect(file.result?.receipt.rowsLoaded).toBe(3);
	expect(file.result?.batch?.decisions).toEqual({
		codes: [{ field: 'region', text: '亚特兰蒂斯省', code: '320000' }]
	});
	expect(file.step).toBe('names');
	expect(file.steps).toEqual(['names', 'receipt']);
	file.goOn();
	expect(file.step).toBe('receipt');
	await file.undo();
	expect(file.state).toBe('decide');
	await file.redo();
	expect(file.state).toBe('ready');
});

test('a cell is corrected, a row skipped, a finding accepted: each settles its place', async () => {
	const file = open('统计时期,地区,职工人数\n2024,江苏省,1O0\n2024,浙江省,200,多\n2024,安徽省,300\n');
	await file.begin();
	expect(file.step).toBe('cells');
	expect(file.open.map(({ code }) => code).sort()).toEqual(['CELL_TYPE', 'ROW_TOO_MANY']);
	await file.decide(decideCell(2, 2, '100'));
	expect(file.result?.receipt.rowsLoaded).toBe(2);
	await file.decide(decideAccepted('ROW_TOO_MANY', true));
	expect(file.state).toBe('ready');
	expect(file.issues.find(({ code }) => code === 'ROW_TOO_MANY')).toMatchObject({ severity: 'W' });
	await file.undo();
	await file.decide(decideSkip([3], true));
	expect(file.state).toBe('ready');
	expect(file.result?.receipt.setAside).toEqual([{ reason: 'SKIPPED', count: 1, firstLine: 3 }]);
});

test('the columns decided for a header are taken over for the next file with it, and can be given up', async () => {
	const storage = memoryStorage();
	const text = (value: number) => `统计时期,地区,甲栏\n2024,江苏省,${value}\n`;
	const first = open(text(100), '一.csv', storage);
	await first.begin();
	await first.decide((before) => decideColumn('甲栏', 'workers_total')({ ...before, dataset: 'summary' }));
	expect(first.state).toBe('ready');
	first.noteLaid();
	const second = open(text(200), '二.csv', storage);
	await second.begin();
	expect(second.recalled).toBe(true);
	expect(second.result?.receipt.mapping[2]).toMatchObject({ field: 'workers_total' });
	await second.forgetRecalled();
	expect(second.recalled).toBe(false);
	expect(second.result?.receipt.mapping[2]?.field).not.toBe('workers_total');
});

test('what only the release can tell waits in the preview until it is accepted', async () => {
	const issue = {
		code: 'KEY_DUPLICATE',
		severity: 'E',
		file: 'x',
		line: 2,
		column: null,
		sample: null,
		count: 3,
		details: {}
	} as const;
	const file = open(clean, 'x.csv', memoryStorage(), { ...noChanges, issues: [issue] });
	await file.begin();
	await expect.poll(() => file.state).toBe('decide');
	expect(file.step).toBe('preview');
	await file.decide(decideAccepted('KEY_DUPLICATE', true));
	await expect.poll(() => file.state).toBe('ready');
});

test('what is no table is refused, with nothing to decide', async () => {
	const file = open('%PDF-1.7', '报告.pdf');
	await file.begin();
	expect(file.state).toBe('refused');
	expect(file.undecided).toBe(false);
});

test('rows are looked at side by side, and are renewed with every decision', async () => {
	const file = open('统计时期,地区,职工人数\n2024,江苏省,1O0\n');
	await file.begin();
	await expect.poll(() => file.rows.at(1)?.line).toBe(2);
	await expect.poll(() => file.rows.count).toBe(2);
	expect(file.rows.at(1)).toMatchObject({ line: 2, cells: ['2024', '江苏省', '1O0'], read: null });
	await file.decide(decideCell(2, 2, '100'));
	await expect.poll(() => file.rows.at(1)?.read).toMatchObject({ region: '320000', workers_total: '100' });
	expect(file.rows.at(1)?.cells[2]).toBe('1O0');
});

test('a file that sleeps is read again when it is looked at', async () => {
	const file = open(clean);
	await file.begin();
	const connection = file.connection as ReturnType<typeof connect>;
	file.sleep();
	expect(connection.closed).toBe(1);
	const before = file.result;
	await file.wake();
	expect(connection.reads).toBe(2);
	expect(file.result).not.toBe(before);
	expect(file.state).toBe('ready');
});
