import { spawnSync } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importFile, readTable } from '#lib/import/index.ts';
import { optionsFor } from './profile.ts';
import { bytesOf } from './samples.ts';
import { workbookParts, zip, type ZipPart } from './zip-sample.ts';

const limitMilliseconds = 5000;
const limitKilobytes = 512 * 1024;
let folder = '';

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'bombs-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** `gongbang check` in a process of its own: what it says, how long it took and how much memory it had at most. */
function check(file: string) {
	// The highest memory since the process began, not that of the one it was forked from.
	const script = `
		import { readFileSync } from 'node:fs';
		const { run } = await import(${JSON.stringify(join(process.cwd(), 'src/cli/commands/check.ts'))});
		const start = performance.now();
		process.exitCode = await run([${JSON.stringify(file)}, '--json']);
		const status = readFileSync('/proc/self/status', 'utf8');
		process.stderr.write('took ' + Math.round(performance.now() - start) + ' peak ' + /VmHWM:\\s+(\\d+)/.exec(status)[1]);
	`;
	const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
	const receipt = JSON.parse(stdout) as { issues: { code: string; severity: string; line: number | null }[] };
	const [, milliseconds, kilobytes] = /took (\d+) peak (\d+)/.exec(stderr) ?? [];
	return { receipt, milliseconds: Number(milliseconds), kilobytes: Number(kilobytes) };
}

function expectRefused(file: string, code: string) {
	const { receipt, milliseconds, kilobytes } = check(file);
	expect(receipt.issues.filter(({ severity }) => severity === 'F').map((issue) => issue.code)).toContain(code);
	expect(milliseconds).toBeLessThan(limitMilliseconds);
	expect(kilobytes).toBeLessThan(limitKilobytes);
	return receipt;
}

/** A file of many times the same piece. */
async function written(name: string, start: string, piece: string, count: number, end = ''): Promise<string> {
	const path = join(folder, name);
	const stream = createWriteStream(path);
	stream.write(start);
	for (let written = 0; written < count; written++) if (!stream.write(piece)) await once(stream, 'drain');
	stream.end(end);
	await once(stream, 'close');
	return path;
}

async function archive(name: string, parts: readonly ZipPart[]): Promise<string> {
	const path = join(folder, name);
	await writeFile(path, zip(parts));
	return path;
}

const megabyte = 1024 * 1024;
const sheetOf = (xml: string) => workbookParts({ sheets: [{ name: '表', xml }] });

test('a cell without an end, and a quote without an end, are refused without being read', async () => {
	const endless = await written('cell.csv', '统计时期,地区,职工人数\n2024,江苏,', '9'.repeat(megabyte), 200);
	expect(expectRefused(endless, 'FILE_TOO_LARGE').issues.find(({ code }) => code === 'FILE_TOO_LARGE')?.line).toBe(2);
	await rm(endless);
	const quote = await written('quote.csv', '统计时期,地区,职工人数\n2024,江苏,"', 'a,b'.repeat(megabyte / 3), 200);
	expectRefused(quote, 'FILE_TOO_LARGE');
	await rm(quote);
	const huge = await written('huge.csv', 'a,b\n1,', '9'.repeat(megabyte), 520);
	expectRefused(huge, 'FILE_TOO_LARGE');
	await rm(huge);
}, 120_000);

test('a quote that is never closed costs its row, not the file, however long that is', async () => {
	const rows = Array.from({ length: 40_000 }, (_, at) => `2024,江苏,${at}\n`).join('');
	const start = performance.now();
	const { receipt } = await importFile(bytesOf(`统计时期,地区,职工人数\n2023,"江苏,1\n${rows}`), optionsFor('a.csv'));
	expect(performance.now() - start).toBeLessThan(limitMilliseconds);
	expect(receipt.issues.find(({ code }) => code === 'QUOTE_UNCLOSED')).toMatchObject({ line: 2, count: 1 });
	expect(receipt.rowsRead).toBe(40_001);
}, 60_000);

test('100,000 columns are refused', async () => {
	const header = Array.from({ length: 100_000 }, (_, at) => `列${at}`).join(',');
	const path = join(folder, 'wide.csv');
	await writeFile(path, `${header}\n${'1,'.repeat(99_999)}1\n`.repeat(20));
	expectRefused(path, 'FILE_TOO_LARGE');
});

test('workbooks that unpack out of proportion are refused, whatever they say of themselves', async () => {
	const zeros = new Uint8Array(300 * megabyte).fill(32);
	const [types, book, ...others] = sheetOf('<sheetData/>');
	const parts = [types, book, ...others] as ZipPart[];
	const withSheet = (content: string | Uint8Array, claims?: number) =>
		parts.map((part) =>
			part.name.endsWith('sheet1.xml')
				? { name: part.name, content, ...(claims === undefined ? {} : { claims }) }
				: part
		);
	expectRefused(await archive('ratio.xlsx', withSheet(zeros)), 'FILE_TOO_LARGE');
	expectRefused(await archive('liar.xlsx', withSheet(zeros, 5000)), 'FILE_NOT_TABLE');
	const inner = zip(withSheet(zeros));
	expectRefused(await archive('nested.zip', [{ name: 'a.xlsx', content: inner }]), 'FILE_NOT_TABLE');
	const strings = {
		name: 'xl/sharedStrings.xml',
		content: `<sst>${`<si><t>${'工'.repeat(1000)}</t></si>`.repeat(100_000)}</sst>`
	};
	expectRefused(await archive('strings.xlsx', [...parts, strings]), 'FILE_TOO_LARGE');
	const text = { name: 'xl/sharedStrings.xml', content: `<sst><si><t>${'a'.repeat(60 * megabyte)}</t></si></sst>` };
	expectRefused(await archive('text.xlsx', [...parts, text]), 'FILE_TOO_LARGE');
	const entities = '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>';
	const laughs = `${entities}<worksheet><sheetData><row><c t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>`;
	const { rows } = await readTable(zip(withSheet(laughs)), { fileName: 'a.xlsx' });
	expect(rows.flat().join('').length).toBeLessThan(20);
}, 120_000);

test('a sheet that says it is all of Excel is read for what is in it; one cell in its last corner is refused', async () => {
	const header = ['统计时期', '地区', '职工人数']
		.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`)
		.join('');
	const data = '<row><c><v>2024</v></c><c t="inlineStr"><is><t>江苏省</t></is></c><c><v>5</v></c></row>';
	const whole = `<dimension ref="A1:XFD1048576"/><cols><col min="1" max="16384" hidden="0"/></cols><sheetData><row>${header}</row>${data}</sheetData>`;
	const result = await importFile(zip(sheetOf(whole)), optionsFor('a.xlsx'));
	expect(result.receipt).toMatchObject({ rowsLoaded: 1 });
	const corner = `<sheetData><row r="1">${header}</row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>`;
	expectRefused(await archive('corner.xlsx', sheetOf(corner)), 'FILE_TOO_LARGE');
	const far = `<sheetData><row r="1">${header}</row>${data.replace('<row>', '<row r="1048576">')}</sheetData>`;
	const { receipt, milliseconds } = check(await archive('far.xlsx', sheetOf(far)));
	expect(receipt.issues.map(({ code }) => code)).toEqual(['ROW_BLANK']);
	expect(milliseconds).toBeLessThan(limitMilliseconds);
}, 60_000);

test('an import stops when it is told to, in the middle of a long line as well', async () => {
	for (const text of [
		`统计时期,地区,职工人数\n${'2024,江苏,5\n'.repeat(300_000)}`,
		`a,b\n${'x'.repeat(6 * megabyte)},1\n`
	]) {
		const stop = new AbortController();
		let longest = 0;
		let last = performance.now();
		const beat = setInterval(() => {
			longest = Math.max(longest, performance.now() - last);
			last = performance.now();
		}, 5);
		const reading = importFile(bytesOf(text), optionsFor('a.csv', { signal: stop.signal }));
		setTimeout(() => stop.abort(new Error('enough')), 20);
		const outcome = await reading.then(
			() => 'done',
			(error: Error) => error.message
		);
		clearInterval(beat);
		expect(longest).toBeLessThan(1000);
		expect(['enough', 'done']).toContain(outcome);
		if (text.startsWith('统计')) expect(outcome).toBe('enough');
	}
});
