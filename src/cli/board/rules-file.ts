import { readFile } from 'node:fs/promises';
import type { Bilingual } from '#lib/format/language.ts';
import { readRules } from '#lib/leaderboard/read-rules.ts';
import type { BoardRules } from '#lib/leaderboard/rules.ts';
import { UsageError } from '#lib/release/question/usage-error.ts';
import { ruleSentence } from '#lib/server/answers/board-words.ts';

/** Reads a rules file. Throws a UsageError that names every problem, with where it is and what to do. */
export async function readRulesFile(path: string): Promise<BoardRules> {
	const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
		const why = error.code ?? error.message;
		throw new UsageError(`规则文件 ${path} 无法打开（${why}）。`, `The rules file ${path} cannot be opened (${why}).`);
	});
	const { rules, problems } = readRules(parse(path, text));
	if (rules) return rules;
	const list = (language: keyof Bilingual) => problems.map((problem) => ruleSentence(problem)[language]);
	throw new UsageError(`规则文件 ${path}：${list('zh').join(' ')}`, `The rules file ${path}: ${list('en').join(' ')}`);
}

function parse(path: string, text: string): unknown {
	try {
		return JSON.parse(text.replace(/^\ufeff/, ''));
	} catch (error) {
		const why = error instanceof Error ? error.message : String(error);
		throw new UsageError(`规则文件 ${path} 不是 JSON：${why}。`, `The rules file ${path} is no JSON: ${why}.`);
	}
}
