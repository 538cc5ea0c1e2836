import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Language } from '#lib/format/language.ts';
import { datasets } from '#lib/datasets/index.ts';
import type { DatasetName } from '#lib/datasets/dataset.ts';
import { parsePeriod } from '#lib/dimensions/period.ts';
import type { Receipt } from '#lib/import/batch.ts';
import { encodings } from '#lib/import/decode/encoding.ts';
import { importFile, readTable } from '#lib/import/index.ts';
import { IssueLog } from '#lib/import/issue-log.ts';
import { maxFileBytes } from '#lib/import/limits.ts';
import { csvLine } from '#lib/import/receipt/csv-output.ts';
import { receiptOf } from '#lib/import/receipt/receipt.ts';
import { loadProfile } from '../load-profile.ts';
import { remarkedPath, writeRemarked } from '../write-remarked.ts';
import { receiptLines } from './check-report.ts';

export const name = 'check';

export const help = `gongbang check FILE… [--json] [--table OUT] [--remarks OUT] [--profile P] [--dataset D] [--period P] [--encoding E] [--lang zh|en]

Reads CSV and XLSX files and prints the receipt of each: encoding, dialect, position of the table, mapping, findings.

  --json         one JSON document per file, one per line
  --table OUT    write what was read as clean CSV: a file for one input, a folder for several
  --remarks OUT  write the file itself with a column of remarks, to be sent back: a file, or a folder for several
  --profile P    regions and indicators to check against (default: national)
  --dataset D    ${Object.keys(datasets).join(' | ')} (default: found from the headers; may be repeated, once per file)
  --period P     period of files that state none
  --encoding E   utf-8 | gb18030 | utf-16le | utf-16be (default: found)
  --lang L       zh (default) or en

Exit code: 0 everything can be published, 1 something blocks, 2 wrong usage.`;

/** Checks every file; the exit code says whether something would block. */
export async function run(args: string[]): Promise<number> {
	const parsed = readArguments(args);
	if (typeof parsed === 'string') {
		process.stderr.write(`gongbang check: ${parsed}\n`);
		return 2;
	}
	if (parsed.help) {
		process.stdout.write(`${help}\n`);
		return 0;
	}
	let blocked = false;
	const taken = new Set<string>();
	const remarked = new Set<string>();
	const profile = await loadProfile(parsed.profile);
	if (parsed.table && parsed.files.length > 1) await mkdir(parsed.table, { recursive: true });
	if (parsed.remarks && parsed.files.length > 1) await mkdir(parsed.remarks, { recursive: true });
	for (const [index, path] of parsed.files.entries()) {
		const given = await readGiven(path);
		const dataset = parsed.datasets[index] ?? parsed.datasets.at(-1);
		const options = {
			fileName: basename(path),
			profile,
			...(given.size === undefined ? {} : { size: given.size }),
			...(dataset ? { dataset } : {}),
			...(parsed.period ? { defaultPeriod: parsed.period } : {}),
			...(parsed.encoding ? { encoding: parsed.encoding } : {}),
			now: new Date().toISOString(),
			user: 'gongbang check'
		};
		const result = given.failure
			? { receipt: unopened(path, given.failure), remarks: [] }
			: await importFile(given.bytes, options);
		const { receipt } = result;
		blocked ||= receipt.issues.some((issue) => issue.severity === 'F' || issue.severity === 'E');
		if (given.failure) process.stderr.write(`gongbang check: ${path} 无法打开 / cannot be opened (${given.failure})\n`);
		if (parsed.json || !given.failure) print(receipt, parsed.json, parsed.language);
		if (parsed.table && !given.failure)
			await writeTable(given.bytes, options, tablePath(parsed.table, path, parsed.files.length > 1, taken));
		if (parsed.remarks && !given.failure) {
			const out = remarkedPath(parsed.remarks, path, parsed.files.length > 1, remarked);
			if (out === null) {
				process.stderr.write(`gongbang check: 不会覆盖原文件 ${path} / ${path} itself is not written over\n`);
				return 2;
			}
			await writeRemarked(given.bytes, result, out, parsed.language);
		}
	}
	return blocked ? 1 : 0;
}

interface Given {
	readonly bytes: Uint8Array;
	/** Only where the file is too large to be read. */
	readonly size?: number;
	/** Why the file cannot be opened. */
	readonly failure?: string;
}

async function readGiven(path: string): Promise<Given> {
	try {
		const { size } = await stat(path);
		return size > maxFileBytes ? { bytes: new Uint8Array(), size } : { bytes: await readFile(path) };
	} catch (error) {
		const { code, message } = error as NodeJS.ErrnoException;
		return { bytes: new Uint8Array(), failure: code ?? message };
	}
}

/** The document of a file that is not there: `--json` gives one for each file, whatever becomes of it. */
function unopened(path: string, failure: string): Receipt {
	const log = new IssueLog(basename(path));
	log.add('FILE_NOT_TABLE', {
		details: { found_zh: `无法打开，${failure}`, found_en: `cannot be opened, ${failure}` }
	});
	const nothing = { source: null, table: null, dataset: null, mapping: [], sink: null };
	return receiptOf({
		file: basename(path),
		sha256: '',
		bytes: 0,
		log,
		...nothing,
		certainty: { header: 0, dataset: 0 }
	});
}

function print(receipt: Receipt, json: boolean, language: Language): void {
	process.stdout.write(json ? `${JSON.stringify(receipt)}\n` : `${receiptLines(receipt, language).join('\n')}\n\n`);
}

async function writeTable(
	bytes: Uint8Array,
	options: { fileName: string; encoding?: string; size?: number },
	path: string
): Promise<void> {
	const { rows } = await readTable(bytes, options);
	await writeFile(path, rows.map(csvLine).join(''));
}

/** A name of its own for every input, also when two of them differ in folder or extension only. */
function tablePath(out: string, file: string, several: boolean, taken: Set<string>): string {
	if (!several) return out;
	const stem = basename(file).replace(/\.(?:csv|xlsx|txt|tsv)$/i, '');
	let name = stem;
	for (let count = 2; taken.has(name.toLowerCase()); count++) name = `${stem}-${count}`;
	taken.add(name.toLowerCase());
	return join(out, `${name}.csv`);
}

interface Arguments {
	files: string[];
	json: boolean;
	table: string | undefined;
	remarks: string | undefined;
	profile: string;
	datasets: DatasetName[];
	period: string | undefined;
	encoding: string | undefined;
	language: Language;
	help: boolean;
}

function readArguments(args: string[]): Arguments | string {
	try {
		const { values, positionals } = parseArgs({
			args,
			allowPositionals: true,
			options: {
				json: { type: 'boolean' },
				table: { type: 'string' },
				remarks: { type: 'string' },
				profile: { type: 'string' },
				dataset: { type: 'string', multiple: true },
				period: { type: 'string' },
				encoding: { type: 'string' },
				lang: { type: 'string' },
				help: { type: 'boolean', short: 'h' }
			}
		});
		const help = values.help === true;
		if (positionals.length === 0 && !help) return '请给出要检查的文件 / name the files to check; see --help';
		const unknown = values.dataset?.find((name) => !Object.hasOwn(datasets, name));
		if (unknown !== undefined) return `没有名为 ${unknown} 的数据集 / there is no dataset ${unknown}`;
		const language = values.lang ?? 'zh';
		if (language !== 'zh' && language !== 'en') return '--lang 只能是 zh 或 en / --lang is zh or en';
		if (values.encoding && !encodings.some((name) => name === values.encoding?.toLowerCase()))
			return `没有编码 ${values.encoding} / --encoding is one of ${encodings.join(', ')}`;
		if (values.period && !parsePeriod(values.period))
			return `不是统计时期：${values.period} / ${values.period} is no period; write 2024, 2024H1, 2024Q3 or 2024-05`;
		return {
			files: positionals,
			json: values.json === true,
			table: values.table,
			remarks: values.remarks,
			profile: values.profile ?? 'national',
			datasets: (values.dataset ?? []) as DatasetName[],
			period: values.period,
			encoding: values.encoding,
			language,
			help
		};
	} catch (error) {
		return error instanceof Error ? error.message : String(error);
	}
}
