import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { makeBoard, type BoardContext } from '#lib/leaderboard/board.ts';
import type { Entry } from '#lib/leaderboard/entry.ts';
import {
	competitionName,
	organisationEntries,
	resultEntries,
	resultFields
} from '#lib/leaderboard/register-entries.ts';
import type { BoardRules } from '#lib/leaderboard/rules.ts';
import { runQuery } from '#lib/query/query.ts';
import { attachDetail, releaseFiles } from '#lib/release/open-release.ts';
import { sql } from '#lib/sql/sql.ts';
import { askedSelection } from '#lib/release/question/answer.ts';
import { findIndicator, indicatorsOf } from '#lib/release/question/find-indicator.ts';
import type { AskedRelease } from '#lib/release/question/asked-release.ts';
import { UsageError } from '#lib/release/question/usage-error.ts';
import type { BoardArguments } from './arguments.ts';
import type { BoardAnswer } from './release-board.ts';
import { questionContext, questionOf } from './release-question.ts';
import { boardOfStudios } from './studio-board.ts';
import { fieldsOf } from './table-columns.ts';

/** Organisations are not cut off: the statement takes a whole number of 32 bits. */
const everybody = 2 ** 31 - 1;
const counts = ['gold', 'silver', 'bronze', 'merit', 'entries'];
const competitionFilter = 'competition=';

/** A board out of the registers: studios, medals and points of organisations, or one competition's people and teams. */
export async function boardOfRegister(
	rules: BoardRules,
	asked: BoardArguments,
	release: AskedRelease,
	id: string
): Promise<BoardAnswer> {
	await access(join(asked.source, releaseFiles.detail)).catch(() => {
		throw new UsageError(
			`${asked.source} 没有 ${releaseFiles.detail}：这一发布不含明细，不能按单位、团体、个人或工作室排名。`,
			`${asked.source} has no ${releaseFiles.detail}: this release holds no registers to rank organisations, teams, people or studios by.`
		);
	});
	await attachDetail(release.connector);
	if (rules.entity === 'studio') return boardOfStudios(rules, asked, release, id);
	return rules.entity === 'organisation'
		? boardOfOrganisations(rules, asked, release, id)
		: boardOfCompetition(rules, asked, release, id);
}

async function boardOfOrganisations(
	rules: BoardRules,
	asked: BoardArguments,
	release: AskedRelease,
	id: string
): Promise<BoardAnswer> {
	if (rules.kind !== 'medals' && rules.kind !== 'points') {
		throw new UsageError(
			'发布数据的单位榜是 medals 或 points；其他榜单请用成绩文件。',
			'A board of organisations over a release is of medals or points; rank a results file for others.'
		);
	}
	refuseFields([...rules.chain.map(({ field }) => field), ...(rules.medals ?? [])], [...counts, 'points']);
	refuseFields(Object.keys(rules.points ?? {}), counts);
	const entriesAt = async (period: string | undefined) => {
		const question = questionOf(period === undefined ? asked : { ...asked, period }, []);
		const all = await indicatorsOf(release.connector);
		const { selection } = await askedSelection(release, findIndicator(all, 'medals_gold'), question);
		const { entries } = await runQuery(release.connector, organisationEntries(selection, everybody));
		const name = selection.period.join(' ');
		return { entries, name, context: questionContext(id, question, name) };
	};
	const { entries, name, context } = await entriesAt(undefined);
	const before = rules.movement?.against === 'period' ? await entriesAt(rules.movement.which) : null;
	const baseline: Pick<BoardContext, 'baseline'> = before
		? { baseline: { name: before.name, board: makeBoard(rules, before.entries, before.context) } }
		: {};
	const board = makeBoard(rules, entries, { ...context, ...baseline });
	return { board, source: { release: id, period: name }, remarks: [] };
}

async function boardOfCompetition(
	rules: BoardRules,
	asked: BoardArguments,
	release: AskedRelease,
	id: string
): Promise<BoardAnswer> {
	const competition = await competitionOf(asked, release);
	if (rules.groupBy !== undefined && rules.groupBy !== 'event') {
		throw new UsageError(
			`竞赛成绩只能按赛项分组：groupBy 应为 event，不是 ${rules.groupBy}。`,
			`The results of a competition are grouped by event: “groupBy” is event, not ${rules.groupBy}.`
		);
	}
	// Awards are always counted here: the register holds them entrant by entrant.
	refuseFields(fieldsOf({ ...rules, columns: { values: {}, award: 'award' } }), resultFields);
	const { entries } = await runQuery(release.connector, resultEntries(competition, rules.groupBy === 'event'));
	if (entries.length === 0) throw await unknownCompetition(competition, release);
	const name = await runQuery(release.connector, competitionName(competition));
	const filters = { competition };
	const context = { release: id, filters, eligibleSet: JSON.stringify(filters) };
	return {
		board: makeBoard(rules, awardsOf(rules, entries), context),
		source: { release: id, competition, ...(name === null ? {} : { name }) },
		remarks: []
	};
}

/** Awards only count where the rules count them. */
function awardsOf({ medals, points }: BoardRules, entries: readonly Entry[]): readonly Entry[] {
	return medals || points ? entries : entries.map(({ award: _award, ...entry }) => entry);
}

/** The competition that was asked for; a competition's results know no other filter and no period. */
async function competitionOf(asked: BoardArguments, release: AskedRelease): Promise<string> {
	const named = asked.where.filter((each) => each.startsWith(competitionFilter));
	const [competition = ''] = named.map((each) => each.slice(competitionFilter.length).trim());
	const others = [...asked.where.filter((each) => !named.includes(each)), ...(asked.period ? ['--period'] : [])];
	if (others.length > 0 || named.length > 1) {
		throw new UsageError(
			`团体、个人榜是一场竞赛的成绩，只用一个 --where competition=编号，没有其他条件（${others.join('、') || named.join('、')}）。`,
			`A board of teams or people is one competition’s results: one --where competition=ID and no other filter (${others.join(', ') || named.join(', ')}).`
		);
	}
	if (competition === '') {
		const some = (await someCompetitions(release)).join('、');
		throw new UsageError(
			`请用 --where competition=编号 指定竞赛；成绩最多的有：${some}。`,
			`Name the competition with --where competition=ID; those with the most results are ${some}.`
		);
	}
	return competition;
}

async function unknownCompetition(competition: string, release: AskedRelease): Promise<UsageError> {
	const some = (await someCompetitions(release)).join('、');
	return new UsageError(
		`该发布中没有竞赛“${competition}”的成绩；成绩最多的有：${some}。`,
		`This release holds no results of the competition “${competition}”; those with the most are ${some}.`
	);
}

async function someCompetitions({ connector }: AskedRelease): Promise<string[]> {
	const rows = await connector.query(
		sql`SELECT competition_id AS id FROM results GROUP BY id ORDER BY count(*) DESC, id LIMIT 5`
	);
	return rows.map(({ id }) => String(id));
}

function refuseFields(asked: readonly string[], there: readonly string[]): void {
	const unknown = asked.filter((field) => !there.includes(field));
	if (unknown.length === 0) return;
	throw new UsageError(
		`发布数据的成绩没有 ${unknown.join('、')}，有：${there.join('、')}；请改规则。`,
		`The results of a release have no ${unknown.join(', ')}; they have ${there.join(', ')}. Change the rules.`
	);
}
