import { readBoardArguments } from '../board/arguments.ts';
import { boardOf } from '../board/board-of.ts';
import { boardCsv, boardJson } from '#lib/server/answers/board-text.ts';
import { boardSentence } from '#lib/server/answers/board-words.ts';
import { languageOf } from '../query/arguments.ts';
import { UsageError } from '#lib/release/question/usage-error.ts';

export const name = 'board';

export const help = `gongbang board FILE|RELEASE --rules RULES.json [--format csv|json] [--lang zh|en]

Ranks a results table (CSV or XLSX, any encoding) or a release folder (an indicator, its medals, its studios, a competition's results)
by declared rules: competition ranking (1, 2, 2, 4) on exact values, tie-break chains, medals, points, teams, indices,
award tiers. Every rule with its reason and an example: docs/ranking.md.

  --format F     csv (default) or json, which has exact fractions and everything that explains a row
  --lang L       zh (default) or en
  --encoding E, --sheet NAME
                 of a table, as for gongbang check
  --period P, --where D=V
                 of a release, as for gongbang query; teams and people: --where competition=ID

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
  minimumDenominator, tiers: [{ "id", "count" or "percent", "margin", "cut": "all-up" | "all-down" | "by-hand" }],
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
		const { board, source, remarks, display } = await boardOf(asked);
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
