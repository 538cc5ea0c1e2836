import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { DatasetName } from '#lib/datasets/dataset.ts';
import { datasets } from '#lib/datasets/index.ts';
import { parsePeriod } from '#lib/dimensions/period.ts';
import type { Language } from '#lib/format/language.ts';
import { encodings } from '#lib/import/decode/encoding.ts';
import { decisionsOf, type Decisions, type StructureDecisions } from '#lib/import/decisions.ts';

/** What `gongbang check` was told. */
export interface CheckArguments {
	readonly files: readonly string[];
	readonly json: boolean;
	readonly table: string | undefined;
	readonly remarks: string | undefined;
	/** Folder of a release that the files are held against. */
	readonly release: string | undefined;
	/** Undefined: that of the release, else the country's. */
	readonly profile: string | undefined;
	/** One for each file; the last one counts for those that are left. */
	readonly datasets: readonly DatasetName[];
	readonly decisions: Decisions;
	readonly language: Language;
	readonly help: boolean;
}

const options = {
	json: { type: 'boolean' },
	table: { type: 'string' },
	remarks: { type: 'string' },
	release: { type: 'string' },
	mode: { type: 'string' },
	profile: { type: 'string' },
	dataset: { type: 'string', multiple: true },
	period: { type: 'string' },
	encoding: { type: 'string' },
	delimiter: { type: 'string' },
	quote: { type: 'string' },
	sheet: { type: 'string' },
	'header-row': { type: 'string' },
	'header-rows': { type: 'string' },
	'last-row': { type: 'string' },
	mapping: { type: 'string' },
	decisions: { type: 'string' },
	lang: { type: 'string' },
	help: { type: 'boolean', short: 'h' }
} as const;

const modes = ['append', 'replace', 'upsert'] as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true }>>['values'];

/** Reads the command line, or says in one sentence what is wrong with it. */
export function readArguments(args: string[]): CheckArguments | string {
	try {
		const { values, positionals } = parseArgs({ args, allowPositionals: true, options });
		const help = values.help === true;
		if (positionals.length === 0 && !help) return '请给出要检查的文件 / name the files to check; see --help';
		const unknown = values.dataset?.find((name) => !Object.hasOwn(datasets, name));
		if (unknown !== undefined) return `没有名为 ${unknown} 的数据集 / there is no dataset ${unknown}`;
		const language = values.lang ?? 'zh';
		if (language !== 'zh' && language !== 'en') return '--lang 只能是 zh 或 en / --lang is zh or en';
		if (values.period && !parsePeriod(values.period))
			return `不是统计时期：${values.period} / ${values.period} is no period; write 2024, 2024H1, 2024Q3 or 2024-05`;
		const mode = modes.find((name) => name === values.mode);
		if (values.mode !== undefined && mode === undefined)
			return `--mode 只能是 ${modes.join('、')} / --mode is one of ${modes.join(', ')}`;
		const period = values.period ? { defaultPeriod: values.period } : {};
		const files = [values.mapping, values.decisions].map((path) => (path === undefined ? {} : decisionsIn(path)));
		return {
			files: positionals,
			json: values.json === true,
			table: values.table,
			remarks: values.remarks,
			release: values.release,
			profile: values.profile,
			datasets: (values.dataset ?? []) as DatasetName[],
			decisions: { ...files[0], ...files[1], ...structureOf(values), ...period, ...(mode ? { mode } : {}) },
			language,
			help
		};
	} catch (error) {
		return (error instanceof Error ? error.message : String(error)).replace(/\s*\n\s*/g, ' ');
	}
}

/** The flags of structure. Throws an Error whose message is the sentence to print. */
function structureOf(values: Values): StructureDecisions {
	const { sheet } = values;
	const encoding = values.encoding?.toLowerCase();
	if (encoding !== undefined && !encodings.some((name) => name === encoding))
		throw new Error(`没有编码 ${values.encoding} / --encoding is one of ${encodings.join(', ')}`);
	const delimiter = /^(?:tab|\\t)$/i.test(values.delimiter ?? '') ? '\t' : values.delimiter;
	if (delimiter !== undefined && (delimiter.length !== 1 || /[\r\n"\ufeff]/.test(delimiter)))
		throw new Error(`--delimiter 是一个字符或 tab / --delimiter is one character or tab, not “${delimiter}”`);
	const quote = /^none$/i.test(values.quote ?? '') ? '' : values.quote;
	if (quote !== undefined && (quote.length > 1 || /[\r\n]/.test(quote) || (quote !== '' && quote === delimiter)))
		throw new Error(`--quote 是一个字符或 none / --quote is one character or none, not “${quote}”`);
	const headerRow = lineOf(values, 'header-row', 0);
	const headerRows = lineOf(values, 'header-rows', 1);
	const lastRow = lineOf(values, 'last-row', 1);
	return decisionsOf({ encoding, delimiter, quote, sheet, headerRow, headerRows, lastRow } as Decisions);
}

function lineOf(values: Values, flag: 'header-row' | 'header-rows' | 'last-row', least: number): number | undefined {
	const text = values[flag];
	if (text === undefined) return undefined;
	if (/^\d{1,9}$/.test(text) && Number(text) >= least) return Number(text);
	throw new Error(`--${flag} 是不小于 ${least} 的整数 / --${flag} is a whole number from ${least} on, not “${text}”`);
}

/** The decisions in a file: all of them, or a mapping alone. Throws an Error whose message is the sentence to print. */
function decisionsIn(path: string): Decisions {
	let text;
	try {
		text = readFileSync(path, 'utf8');
	} catch (error) {
		const { code, message } = error as NodeJS.ErrnoException;
		throw new Error(`${path} 无法打开 / cannot be opened (${code ?? message})`, { cause: error });
	}
	let document: unknown;
	try {
		document = JSON.parse(text.replace(/^\ufeff/, ''));
	} catch (cause) {
		throw new Error(`${path} 不是 JSON / is no JSON`, { cause });
	}
	const decisions = typeof document === 'object' && document !== null ? decisionsOf(document as Decisions) : {};
	for (const [name, value] of Object.entries(decisions))
		if (!isOfKind(name, value)) throw new Error(`${path} 中的 ${name} 不合要求 / ${name} in it is not as it should be`);
	if (Object.keys(decisions).length === 0) throw new Error(`${path} 中没有决定 / holds no decisions`);
	return decisions;
}

const lists = new Set(['codes', 'cells', 'skip', 'accepted', 'totals']);
const records = new Set(['mapping', 'units']);
const numbers = new Set(['headerRow', 'headerRows', 'lastRow']);

function isOfKind(name: string, value: unknown): boolean {
	if (lists.has(name)) return Array.isArray(value);
	if (numbers.has(name)) return Number.isInteger(value) && (value as number) >= 0;
	if (!records.has(name)) return typeof value === 'string';
	const entries = typeof value === 'object' && value !== null ? Object.values(value) : [1];
	return entries.every((entry) => typeof entry === 'string');
}
