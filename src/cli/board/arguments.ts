import { parseArgs } from 'node:util';
import type { Language } from '#lib/format/language.ts';
import { UsageError } from '#lib/release/question/usage-error.ts';

/** What was asked of `gongbang board`. */
export interface BoardArguments {
	/** A table, or the folder of a release. */
	readonly source: string;
	readonly rules: string;
	readonly format: 'csv' | 'json';
	readonly language: Language;
	readonly period?: string;
	/** `dimension=value`, as `gongbang query` takes it. */
	readonly where: readonly string[];
	readonly encoding?: string;
	readonly sheet?: string;
}

/** Reads the arguments; null asks for help. Throws a UsageError. */
export function readBoardArguments(args: readonly string[]): BoardArguments | null {
	const { values, positionals } = parsed(args);
	if (values.help) return null;
	const [source, ...more] = positionals;
	if (source === undefined || more.length > 0) {
		throw new UsageError(
			'请给出一个成绩文件或一个发布文件夹；用法见 gongbang board --help。',
			'Name one results file or one release folder; see gongbang board --help.'
		);
	}
	if (values.rules === undefined) {
		throw new UsageError(
			'请用 --rules 给出榜单规则文件（JSON）；写法见 gongbang board --help。',
			'Name the rules file (JSON) with --rules; see gongbang board --help for how it is written.'
		);
	}
	return {
		source,
		rules: values.rules,
		format: oneOf('--format', values.format ?? 'csv', ['csv', 'json']),
		language: oneOf('--lang', values.lang ?? 'zh', ['zh', 'en']),
		where: values.where ?? [],
		...(values.period === undefined ? {} : { period: values.period }),
		...(values.encoding === undefined ? {} : { encoding: values.encoding }),
		...(values.sheet === undefined ? {} : { sheet: values.sheet })
	};
}

function parsed(args: readonly string[]) {
	try {
		return parseArgs({
			args: [...args],
			allowPositionals: true,
			options: {
				rules: { type: 'string' },
				format: { type: 'string' },
				lang: { type: 'string' },
				period: { type: 'string' },
				where: { type: 'string', multiple: true },
				encoding: { type: 'string' },
				sheet: { type: 'string' },
				help: { type: 'boolean', short: 'h' }
			}
		});
	} catch (error) {
		const message = error instanceof Error ? error.message.split('. ')[0] : String(error);
		throw new UsageError(`无法识别的参数（${message}）。`, `${message}.`);
	}
}

function oneOf<T extends string>(option: string, value: string, allowed: readonly T[]): T {
	const found = allowed.find((each) => each === value);
	if (found) return found;
	const list = allowed.join(', ');
	throw new UsageError(`${option} 只能是 ${list}。`, `${option} is one of ${list}.`);
}
