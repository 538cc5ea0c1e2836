import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ReadOptions } from '#lib/import/options.ts';
import { makeBoard } from '#lib/leaderboard/board.ts';
import { freezeBoards } from '#lib/leaderboard/freeze.ts';
import type { BoardRules } from '#lib/leaderboard/rules.ts';
import { UsageError } from '#lib/release/question/usage-error.ts';
import { readGiven } from '../read-given.ts';
import type { BoardArguments } from './arguments.ts';
import { boardOfRelease, type BoardAnswer } from './release-board.ts';
import { readRulesFile } from './rules-file.ts';
import { entriesOfTable } from './table-entries.ts';

/** The board that was asked for, of a release folder or of a table. Throws a UsageError where there can be none. */
export async function boardOf(asked: BoardArguments): Promise<BoardAnswer> {
	const rules = await readRulesFile(asked.rules);
	const folder = await stat(asked.source).then(
		(found) => found.isDirectory(),
		() => false
	);
	return folder ? boardOfRelease(rules, asked) : boardOfTable(rules, asked);
}

async function boardOfTable(rules: BoardRules, asked: BoardArguments): Promise<BoardAnswer> {
	if (rules.freeze?.release !== undefined) {
		throw new UsageError(
			`榜单在发布 ${rules.freeze.release} 封榜，成绩文件不是发布；请用封榜时的发布文件夹，或以 freeze.at 写明封榜时间。`,
			`The board is frozen at release ${rules.freeze.release}, and a file is none; name that release’s folder, or give the time as freeze.at.`
		);
	}
	const given = await readGiven(asked.source);
	if (given.failure !== undefined) {
		throw new UsageError(
			`${asked.source} 无法打开（${given.failure}）。`,
			`${asked.source} cannot be opened (${given.failure}).`
		);
	}
	const options = {
		fileName: basename(asked.source),
		...(given.size === undefined ? {} : { size: given.size }),
		...(asked.encoding === undefined ? {} : { encoding: asked.encoding }),
		...(asked.sheet === undefined ? {} : { sheet: asked.sheet })
	} as ReadOptions;
	const { entries, remarks, sha256 } = await entriesOfTable(given.bytes, options, rules);
	const context = { release: sha256 };
	const board = rules.freeze?.at
		? freezeBoards(rules, entries, { context }).public
		: makeBoard(rules, entries, context);
	return { board, source: { file: options.fileName, sha256 }, remarks };
}
