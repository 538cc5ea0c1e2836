import type { CellValue } from '#lib/engine/connector.ts';
import { medalsByOrganisation } from '#lib/indicators/medal-table.ts';
import type { Selection } from '#lib/indicators/selection.ts';
import type { Query } from '#lib/query/query.ts';
import { identifier, join, sql } from '#lib/sql/sql.ts';
import type { Entry, Standing } from './entry.ts';

/** Entries out of a register, and how many there are in all where only the first are read. */
export interface RegisterEntries {
	readonly entries: readonly Entry[];
	readonly whole: number;
}

/** What a results register says of an entrant, by the name of the field. */
export const resultFields = ['theory', 'practical', 'total', 'time'] as const;

/** Medals by organisation, at most so many. Entries that state no organisation are left out. `detail` must be attached. */
export function organisationEntries(selection: Selection, most: number): Query<RegisterEntries> {
	return {
		sql: medalsByOrganisation(selection, most),
		parse: (rows) => {
			const entries = rows.flatMap((row): Entry[] => {
				const name = text(row.organisation);
				if (name === null) return [];
				const { gold, silver, bronze, merit } = row;
				return [
					{
						key: name,
						name,
						standing: 'eligible',
						values: {
							...{ gold: number(gold), silver: number(silver), bronze: number(bronze), merit: number(merit) },
							entries: number(row.entries)
						}
					}
				];
			});
			return { entries, whole: entries.length };
		}
	};
}

const standings: Readonly<Record<string, Standing>> = { guest: 'guest', absent: 'absent', cancelled: 'cancelled' };

/**
 * The results of one competition: each entrant in its event, which is a group (`grouped`) or part of the key. Published
 * ranks are those of events. `detail` must be attached.
 */
export function resultEntries(competition: string, grouped: boolean): Query<RegisterEntries> {
	const texts = join(resultFields.map((name) => sql`CAST(${identifier(name)} AS VARCHAR) AS ${identifier(name)}`));
	return {
		sql: sql`SELECT event, entrant_id, entrant, team, ${texts}, CAST(rank_published AS DOUBLE) AS rank_published, award, status
			FROM results WHERE competition_id = ${competition} ORDER BY event, entrant_id`,
		parse: (rows) => {
			const entries = rows.map((row): Entry => {
				const [event, id] = [text(row.event) ?? '', text(row.entrant_id) ?? ''];
				return {
					key: grouped ? id : `${event}/${id}`,
					name: text(row.entrant) ?? id,
					...(grouped ? { group: event } : {}),
					event,
					team: text(row.team),
					values: Object.fromEntries(resultFields.map((name) => [name, text(row[name])])),
					award: text(row.award),
					standing: standings[text(row.status) ?? ''] ?? 'eligible',
					...(grouped ? { publishedRank: number(row.rank_published) } : {})
				};
			});
			return { entries, whole: entries.length };
		}
	};
}

/** The name of a competition; null where the register does not say it. */
export function competitionName(competition: string): Query<string | null> {
	return {
		sql: sql`SELECT name FROM competitions WHERE competition_id = ${competition} LIMIT 1`,
		parse: ([row]) => text(row?.name)
	};
}

function text(cell: CellValue | undefined): string | null {
	return cell === null || cell === undefined || cell === '' ? null : String(cell);
}

/** Counts may arrive as decimal text; what is not known is no 0. */
function number(cell: CellValue | undefined): number | null {
	if (cell === null || cell === undefined || cell === '' || typeof cell === 'boolean') return null;
	const value = Number(cell);
	return Number.isFinite(value) ? value : null;
}
