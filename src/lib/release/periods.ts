import {
	isPeriod,
	periodBounds,
	periodKind,
	periodParent,
	periodParts,
	type YearStart
} from '#lib/dimensions/period.ts';
import { Sql } from '#lib/sql/sql.ts';
import { sorted } from './dimension-tables.ts';
import { ancestors, type Member } from './hierarchy.ts';
import type { Build } from './input.ts';
import { insertRows, texts } from './staging.ts';
import { summaryTable } from './summary-tables.ts';
import { at } from './tables.ts';

/** Writes `period` and `period_ancestor`: every period that anything is known of, and those above it. */
export async function buildPeriods(build: Build): Promise<Member[]> {
	const { connector, summary, profile } = build;
	const codes = await texts(
		connector,
		new Sql(`SELECT DISTINCT period FROM (SELECT period FROM ${at(summary, 'fact').text}
			UNION ALL SELECT period FROM ${at(summary, 'register_fact').text}) WHERE period IS NOT NULL ORDER BY period`)
	);
	const members = withAncestors(codes.filter(isPeriod), profile.yearStart);
	const byCode = new Map(members.map((member) => [member.code, member]));
	const rows = members.map(({ code, parent }) => {
		const { start, end } = periodBounds(code, profile.yearStart);
		return [code, periodKind(code), parent, start, end];
	});
	rows.sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
	await insertRows(connector, summary, summaryTable('period'), rows);
	const pairs = members.flatMap((member) => ancestors(member, byCode).map((ancestor) => [member.code, ancestor]));
	await insertRows(connector, summary, summaryTable('period_ancestor'), sorted(pairs));
	return members;
}

function rank([code, , , start, end]: (string | null)[]): string {
	return `${start} ${end} ${code}`;
}

/** Periods with their parents added, each with its place among the parts of its parent. */
export function withAncestors(codes: readonly string[], yearStart: YearStart): Member[] {
	const members = new Map<string, Member>();
	for (const first of codes) {
		for (let code: string | null = first; code !== null && !members.has(code);) {
			const parent: string | null = periodParent(code, yearStart);
			const parts = parent === null ? [] : periodParts(parent, yearStart);
			members.set(code, { code, parent, ordinal: parts.indexOf(code) + 1, siblings: parts.length });
			code = parent;
		}
	}
	return [...members.values()];
}
