import { applicable, type Selection } from '#lib/indicators/index.ts';
import { campaignsQuery } from '#lib/indicators/known-campaigns.ts';
import { registerConditions } from '#lib/indicators/register-conditions.ts';
import { makeBoard } from '#lib/leaderboard/board.ts';
import type { BoardRules } from '#lib/leaderboard/rules.ts';
import { studioEntries, studioFields, studioKinds } from '#lib/leaderboard/studio-entries.ts';
import { runQuery } from '#lib/query/query.ts';
import { askedSelection } from '#lib/release/question/answer.ts';
import type { AskedRelease } from '#lib/release/question/asked-release.ts';
import { findIndicator, indicatorsOf } from '#lib/release/question/find-indicator.ts';
import { UsageError } from '#lib/release/question/usage-error.ts';
import { sql, type Sql } from '#lib/sql/sql.ts';
import type { BoardArguments } from './arguments.ts';
import type { BoardAnswer } from './release-board.ts';
import { questionContext, questionOf } from './release-question.ts';

/** Studios are not cut off here: the statement takes a whole number of 32 bits. */
const everybody = 2 ** 31 - 1;

/**
 * A board of the studios that the register knew by the end of a period, by what it records of them. Without
 * `--where kind=…` they are of the kinds that stand on the page's boards. `detail` must be attached.
 */
export async function boardOfStudios(
	rules: BoardRules,
	asked: BoardArguments,
	release: AskedRelease,
	id: string
): Promise<BoardAnswer> {
	refuse(rules);
	const question = questionOf(asked, []);
	const all = await indicatorsOf(release.connector);
	const { selection } = await askedSelection(release, findIndicator(all, 'studios'), question);
	const campaigns = selection.campaign ? await runQuery(release.connector, campaignsQuery) : undefined;
	// Of all kinds of platform, which the count of studios is not.
	const able = applicable(findIndicator(all, 'studio_members'), selection, [], campaigns);
	if (!able.ok) throw new UsageError(able.reason.zh, able.reason.en);
	const [period = ''] = selection.period;
	const { entries } = await runQuery(
		release.connector,
		studioEntries(
			rules,
			{
				period,
				conditions: conditionsOf(selection, release.home),
				kinds: selection.kind ? [selection.kind] : studioKinds
			},
			everybody
		)
	);
	const remarks = rules.movement
		? [
				{
					zh: '工作室台账每个工作室只有一行现在的数，没有各时期的，不能算升降。',
					en: 'The register states each studio’s figures once, not period by period, so there is no movement.'
				}
			]
		: [];
	const board = makeBoard(rules, entries, questionContext(id, question, period));
	return { board, source: { release: id, period }, remarks };
}

/** A board of studios compares what the register records of each, in one list. */
function refuse(rules: BoardRules): void {
	const { kind, groupBy, team, points, medals } = rules;
	if ((kind !== 'measure' && kind !== 'results') || groupBy !== undefined || team || points || medals) {
		throw new UsageError(
			'发布数据的工作室榜是 measure，不分组，chain 写明比较哪几项；其他榜单请用成绩文件。',
			'A board of studios over a release is a measure in one list whose “chain” names what is compared; rank a results file for others.'
		);
	}
	const unknown = rules.chain.map(({ field }) => field).filter((field) => !studioFields.includes(field));
	if (unknown.length === 0) return;
	throw new UsageError(
		`工作室台账没有 ${unknown.join('、')}，有：${studioFields.join('、')}；请改规则的 chain。`,
		`The register of studios has no ${unknown.join(', ')}; it has ${studioFields.join(', ')}. Change the chain of the rules.`
	);
}

/** The filters as conditions on the register, as a page of the same filters has them. The kinds are asked for apart. */
function conditionsOf(selection: Selection, home: string): Sql[] {
	const { region, industry = [], ownership = [], unionSystem, level, campaign } = selection;
	const codesOf = (selected: readonly { codes: readonly string[] }[]) =>
		selected.flatMap(({ codes }) => codes).filter((code) => code !== 'all');
	return [
		...registerConditions({
			regions: region.filter(({ key }) => key !== home).flatMap(({ codes }) => codes),
			industries: codesOf(industry),
			ownerships: codesOf(ownership),
			unionSystem,
			campaign
		}),
		...(level ? [sql`level = ${level}`] : [])
	];
}
