import { parseArgs } from 'node:util';
import type { Language } from '#lib/format/language.ts';
import { PackProblem } from '#lib/release/pack/pack-problem.ts';
import { UsageError } from '#lib/release/question/usage-error.ts';
import { languageOf } from '../query/arguments.ts';

/** What a command about packs is told. */
export interface PackRequest {
	/** The one file or folder that is named; undefined where there is none, or more than one. */
	readonly named: string | undefined;
	readonly output: string | undefined;
	readonly language: Language;
}

/** Runs a command about packs: `work` gives the line that is printed. Gives the exit code. */
export async function packCommand(
	name: string,
	help: string,
	args: string[],
	work: (request: PackRequest) => Promise<string>
): Promise<number> {
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		options: {
			output: { type: 'string', short: 'o' },
			lang: { type: 'string' },
			help: { type: 'boolean', short: 'h', default: false }
		}
	});
	if (values.help) {
		process.stdout.write(`${help}\n`);
		return 0;
	}
	const language = languageOf(args);
	try {
		const named = positionals.length === 1 ? positionals[0] : undefined;
		process.stdout.write(`${await work({ named, output: values.output, language })}\n`);
		return 0;
	} catch (error) {
		const told = error instanceof UsageError || error instanceof PackProblem;
		const text = told ? error.text[language] : error instanceof Error ? error.message : String(error);
		process.stderr.write(`gongbang ${name}: ${text}\n`);
		return error instanceof UsageError ? 2 : 1;
	}
}
