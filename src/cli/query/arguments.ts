import { parseArgs } from 'node:util';
import type { Language } from '#lib/format/language.ts';
import type { By } from '#lib/indicators/selection.ts';
import { dimensionNames, type Question } from '#lib/release/question/question.ts';
import { UsageError } from '#lib/release/question/usage-error.ts';

/** What was asked on the command line, still in the words of the person. */
export interface QueryArguments extends Question {
	readonly release: string;
	readonly indicator: string;
	readonly format: 'csv' | 'json';
}

/** The language that messages are in, also when nothing else can be read. */
export function languageOf(args: readonly string[]): Language {
	const at = args.indexOf('--lang');
	return (args[at + 1] === 'en' && at >= 0) || args.includes('--lang=en') ? 'en' : 'zh';
}

/** Reads the arguments; null asks for help. Throws a UsageError. */
export function readArguments(args: readonly string[]): QueryArguments | null {
	const { values, positionals } = parsed(args);
	if (values.help) return null;
	const [release, indicator, ...more] = positionals;
	if (release === undefined || indicator === undefined || more.length > 0) {
		throw new UsageError(
			'请给出一个发布文件夹和一个指标；用法见 gongbang query --help。',
			'Name one release folder and one indicator; see gongbang query --help.'
		);
	}
	const where = Object.fromEntries((values.where ?? []).map(readWhere));
	if (values.period !== undefined) where.period = values.period;
	return {
		release,
		indicator,
		by: (values.by ?? []).flatMap((list) => list.split(',')).map((name) => dimension(name, '--by')),
		where,
		format: oneOf('--format', values.format ?? 'csv', ['csv', 'json']),
		language: oneOf('--lang', values.lang ?? 'zh', ['zh', 'en'])
	};
}

function parsed(args: readonly string[]) {
	try {
		return parseArgs({
			args: [...args],
			allowPositionals: true,
			options: {
				by: { type: 'string', multiple: true },
				where: { type: 'string', multiple: true },
				period: { type: 'string' },
				format: { type: 'string' },
				lang: { type: 'string' },
				help: { type: 'boolean', short: 'h' }
			}
		});
	} catch (error) {
		const message = error instanceof Error ? error.message.split('. ')[0] : String(error);
		throw new UsageError(`无法识别的参数（${message}）。`, `${message}.`);
	}
}

function readWhere(text: string): [By, string] {
	const [name = '', ...rest] = text.split('=');
	const value = rest.join('=').trim();
	if (value === '') {
		throw new UsageError(
			`--where 的写法是 维度=值，例如 region=500000；“${text}”不是。`,
			`--where is written DIMENSION=VALUE, as in region=500000; “${text}” is not.`
		);
	}
	return [dimension(name, '--where'), value];
}

function dimension(name: string, option: string): By {
	const found = dimensionNames.find((each) => each === name.trim().replaceAll('-', '_'));
	if (found) return found;
	const list = dimensionNames.join(', ');
	throw new UsageError(
		`${option} 没有“${name}”这一维度，可用：${list}。`,
		`${option} has no dimension “${name}”; there are ${list}.`
	);
}

function oneOf<T extends string>(option: string, value: string, allowed: readonly T[]): T {
	const found = allowed.find((each) => each === value);
	if (found) return found;
	const list = allowed.join(', ');
	throw new UsageError(`${option} 只能是 ${list}。`, `${option} is one of ${list}.`);
}
