import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ReadOptions } from '#lib/import/options.ts';
import { makeBoard } from '#lib/leaderboard/board.ts';
import { freezeBoards } from '#lib/leaderboard/freeze.ts';
import type { BoardRules } from '#lib/leaderboard/rules.ts';
import { readBoardArguments, type BoardArguments } from '../board/arguments.ts';
import { boardCsv, boardJson } from '../board/output.ts';
import { boardOfRelease, type BoardAnswer } from '../board/release-board.ts';
import { readRulesFile } from '../board/rules-file.ts';
import { entriesOfTable } from '../board/table-entries.ts';
import { boardSentence } from '../board/words.ts';
import { languageOf } from '../query/arguments.ts';
import { UsageError } from '../query/usage-error.ts';
import { readGiven } from '../read-given.ts';

export const name = 'board';

export const help = `gongbang board FILE|RELEASE --rules RULES.json [--format csv|json] [--lang zh|en]

Ranks a results table (CSV or XLSX, any encoding) or an indicator of a release folder by declared rules: competition
ranking (1, 2, 2, 4) on exact values, tie-break chains, medals, points, teams, indices, award tiers.

  --format F     csv (default) or json, which has exact fractions and everything that explains a row
  --lang L       zh (default) or en
  --encoding E, --sheet NAME
                 of a table, as for gongbang check
  --period P, --where D=V
                 of a release, as for gongbang query

RULES.json, the least that it takes:
  { "id": "welding", "title": "焊工决赛", "kind": "results", "entity": "person",
    "chain": [{ "field": "总成绩" }, { "field": "用时", "direction": "ascending" }] }

  kind           measure | rate | medals | points | results | combined | progress
  entity         region | group | industry | system | organisation | studio | team | person
  chain          what decides, in order: field, direction (descending, or ascending where less is better)
  columns        where things stand: key, name, group, event, team, award, publishedRank, denominator, at, and
                 values: { field: "column" } or { field: { "numerator": …, "denominator": … } }; a field that is
                 not named is the column of its name, and the key is the first column
  groupBy        a column; each of its values is ranked apart (several: columns: { "group": ["竞赛编号", "赛项"] })
  eligibility    { "column": "状态", "values": { "打星": "guest", "缺考": "absent", "取消": "cancelled" } }
  points         { "金": 5, "银": 3, "铜": 2, "优胜": 1 }; medals: ["金", "银", "铜", "优胜"]; awards: other words for them
  team           { "best": 3, "field": "总成绩", "with": "sum", "places": 2 }
  combined       { "parts": [{ "field", "weight", "standardise": "share-of-best" | "min-max" | "z", "direction" }] }
  progress       { "field", "base", "minimumBase", "as": "relative" | "difference" }
  minimumDenominator, tiers: [{ "id", "count" or "percent", "cut": "all-up" | "all-down" | "by-hand" }],
  measure (an indicator of a release), movement: { "against": "period", "which": "2023" }, freeze: { "at": time },
  names: shown | masked | code

A frozen board gives what viewers see. Exit code: 0 ranked, 1 failed, 2 wrong usage, rules or columns.`;

/** Runs the command and gives its exit code. */
export async function run(args: string[]): Promise<number> {
	try {
		const asked = readBoardArguments(args);
		if (asked === null) {
			process.stdout.write(`${help}\n`);
			return 0;
		}
		const rules = await readRulesFile(asked.rules);
		const { board, source, remarks, display } = await boardOf(rules, asked);
		for (const remark of [...remarks, ...board.problems.map(boardSentence)])
			process.stderr.write(`gongbang board: ${remark[asked.language]}\n`);
		process.stdout.write(
			asked.format === 'json' ? boardJson(board, source, asked.language) : boardCsv(board, asked.language, display)
		);
		return 0;
	} catch (error) {
		const usage = error instanceof UsageError;
		const text = usage ? error.text[languageOf(args)] : error instanceof Error ? error.message : String(error);
		process.stderr.write(`gongbang board: ${text}\n`);
		return usage ? 2 : 1;
	}
}

async function boardOf(rules: BoardRules, asked: BoardArguments): Promise<BoardAnswer> {
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
