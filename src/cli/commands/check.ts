import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Profile } from '#lib/dimensions/profile.ts';
import { datasets } from '#lib/datasets/index.ts';
import type { Receipt } from '#lib/import/batch.ts';
import { importFile, readTable } from '#lib/import/index.ts';
import { IssueLog } from '#lib/import/issue-log.ts';
import type { ReadOptions } from '#lib/import/options.ts';
import { csvLine } from '#lib/import/receipt/csv-output.ts';
import { receiptOf } from '#lib/import/receipt/receipt.ts';
import { openForComparison, type ComparedRelease } from '../compare-release.ts';
import { loadProfile } from '../load-profile.ts';
import { remarkedPath, writeRemarked } from '../write-remarked.ts';
import { readGiven } from '../read-given.ts';
import { readArguments, type CheckArguments } from './check-arguments.ts';
import { changeLines } from './check-changes.ts';
import { receiptLines } from './check-report.ts';

export const name = 'check';

export const help = `gongbang check FILE… [--json] [--table OUT] [--remarks OUT] [--release DIR] [--profile P] [--dataset D] [--period P] [--lang zh|en] [STRUCTURE]

Reads CSV and XLSX files and prints the receipt of each: encoding, dialect, position of the table, mapping, findings,
and how sure each assumption is.

  --json         one JSON document per file, one per line
  --table OUT    write what was read as clean CSV: a file for one input, a folder for several
  --remarks OUT  write the file itself with a column of remarks, to be sent back: a file, or a folder for several
  --release DIR  hold each file against this release: what it would change, what was reported before, outliers
  --mode M       append | replace | upsert: how the files would join the release (default: append)
  --profile P    regions and indicators to check against (default: that of the release, else national)
  --dataset D    ${Object.keys(datasets).join(' | ')} (default: found from the headers; may be repeated, once per file)
  --period P     period of files that state none
  --lang L       zh (default) or en

Structure, found by evidence unless given:
  --encoding E     utf-8 | gb18030 | utf-16le | utf-16be
  --delimiter C    one character, or tab
  --quote C        " or ' or another character, or none
  --sheet NAME     sheet of a workbook
  --header-row N   line at which the header begins; 0: there is none
  --header-rows N  lines of the header, a line of units included
  --last-row N     line after which nothing is read
  --mapping FILE, --decisions FILE
                   JSON with decisions, as the import page saves them; the flags above go before it

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
	const setting = await settingOf(parsed).catch((error: Error) => error.message);
	if (typeof setting === 'string') {
		process.stderr.write(`gongbang check: ${setting}\n`);
		return 2;
	}
	try {
		return await checkFiles(parsed, setting);
	} finally {
		await setting.release?.close();
	}
}

/** What files are checked against. */
interface Setting {
	readonly profile: Profile;
	readonly release: ComparedRelease | null;
}

async function settingOf({ profile, release: folder }: CheckArguments): Promise<Setting> {
	const release = folder === undefined ? null : await openForComparison(folder);
	try {
		return { profile: await loadProfile(profile ?? release?.profile ?? 'national'), release };
	} catch (error) {
		await release?.close();
		throw error;
	}
}

async function checkFiles(parsed: CheckArguments, { profile, release }: Setting): Promise<number> {
	let blocked = false;
	const taken = new Set<string>();
	const remarked = new Set<string>();
	if (parsed.table && parsed.files.length > 1) await mkdir(parsed.table, { recursive: true });
	if (parsed.remarks && parsed.files.length > 1) await mkdir(parsed.remarks, { recursive: true });
	for (const [index, path] of parsed.files.entries()) {
		const given = await readGiven(path);
		const dataset = parsed.datasets[index] ?? parsed.datasets.at(-1);
		const options = {
			fileName: basename(path),
			profile,
			...(given.size === undefined ? {} : { size: given.size }),
			...parsed.decisions,
			...(dataset ? { dataset } : {}),
			now: new Date().toISOString(),
			user: 'gongbang check'
		};
		const result = given.failure
			? { receipt: unopened(path, given.failure), batch: null, remarks: [] }
			: await importFile(given.bytes, options);
		const compared = release && result.batch ? await release.compare(profile, result.batch) : null;
		const receipt = { ...result.receipt, issues: [...result.receipt.issues, ...(compared?.issues ?? [])] };
		blocked ||= receipt.issues.some((issue) => issue.severity === 'F' || issue.severity === 'E');
		if (given.failure) process.stderr.write(`gongbang check: ${path} 无法打开 / cannot be opened (${given.failure})\n`);
		if (parsed.json)
			process.stdout.write(`${JSON.stringify({ ...receipt, ...(compared ? { changes: compared.changes } : {}) })}\n`);
		else if (!given.failure) {
			const changes =
				compared && receipt.dataset ? changeLines(compared.changes, receipt.dataset, profile, parsed.language) : [];
			process.stdout.write(`${[...receiptLines(receipt, parsed.language), ...changes].join('\n')}\n\n`);
		}
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

const byteOrderMark = '\ufeff';

async function writeTable(bytes: Uint8Array, options: ReadOptions, path: string): Promise<void> {
	const { rows } = await readTable(bytes, options);
	const lines = rows.map(csvLine);
	// A first cell that begins with a byte order mark would lose it to whoever reads the file, were it not quoted.
	if (lines[0]?.startsWith(byteOrderMark)) lines[0] = lines[0].replace(/^[^,\n]*/, '"$&"');
	await writeFile(path, lines.join(''));
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
