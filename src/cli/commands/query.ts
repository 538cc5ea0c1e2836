import { answer, answerColumns } from '#lib/release/question/answer.ts';
import { csvText } from '#lib/server/answers/csv-text.ts';
import { languageOf, readArguments } from '../query/arguments.ts';
import { findIndicator, indicatorsOf } from '#lib/release/question/find-indicator.ts';
import { openReleaseFolder } from '../query/release.ts';
import { UsageError } from '#lib/release/question/usage-error.ts';

export const name = 'query';

export const help = `gongbang query RELEASE INDICATOR [--by D,…] [--where D=V]… [--period P] [--format csv|json] [--lang zh|en]

Answers one indicator from a release folder (summary.duckdb). INDICATOR is an id (coverage), a title (竞赛覆盖率) or the
name of a metric (法人单位数).

  --by D,…      split by region, industry, ownership, union_system, level, kind, campaign, period. By region: the region
                itself, then its direct parts
  --where D=V   only this member, by code or name: region=500000, ownership=state, industry=C
  --period P    2024, 2024H1, 2024Q3, 2024-05 or as written in reports (default: the latest that reports reach)
  --format F    csv (default) or json
  --lang L      zh (default) or en

Columns: value is exact and in the unit given; display is as offices print it; how is reported, summed or register;
parts_reported of parts_expected parts come to parts_sum; difference = parts_sum − value. A missing value is empty.

Exit code: 0 answered, 1 failed, 2 wrong usage or unknown name.`;

/** Runs the command and gives its exit code. */
export async function run(args: string[]): Promise<number> {
	try {
		const asked = readArguments(args);
		if (asked === null) {
			process.stdout.write(`${help}\n`);
			return 0;
		}
		const release = await openReleaseFolder(asked.release);
		try {
			const indicator = findIndicator(await indicatorsOf(release.connector), asked.indicator);
			const rows = await answer(release, indicator, asked);
			process.stdout.write(
				asked.format === 'json' ? `${JSON.stringify(rows, null, '\t')}\n` : csvText(answerColumns(asked), rows)
			);
			return 0;
		} finally {
			await release.connector.close();
		}
	} catch (error) {
		const usage = error instanceof UsageError;
		const text = usage ? error.text[languageOf(args)] : error instanceof Error ? error.message : String(error);
		process.stderr.write(`gongbang query: ${text}\n`);
		return usage ? 2 : 1;
	}
}
