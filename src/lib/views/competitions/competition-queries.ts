import type { Query } from '#lib/query/query.ts';
import { sql } from '#lib/sql/sql.ts';
import { number, text } from '../figure.ts';

/** Everything the register knows of one competition. */
export interface Competition {
	readonly id: string;
	readonly name: string;
	readonly kind: string | null;
	readonly level: string | null;
	readonly occupation: string | null;
	readonly start: string | null;
	readonly end: string | null;
	readonly host: string | null;
	readonly region: string | null;
	readonly industry: string | null;
	readonly unionSystem: string | null;
	readonly campaign: string | null;
	readonly units: number | null;
	readonly participants: number | null;
	readonly participations: number | null;
	readonly promoted: number | null;
	readonly budget: number | null;
	/** Which file and line it comes from. */
	readonly batch: string | null;
	readonly line: number | null;
}

/** One entry of a result list. Scores as numbers for showing, as decimal text for comparing. */
export interface ResultRow {
	readonly event: string;
	readonly entrantId: string;
	readonly entrant: string | null;
	readonly team: string | null;
	readonly region: string | null;
	readonly theory: number | null;
	readonly practical: number | null;
	readonly total: number | null;
	readonly time: number | null;
	readonly rankPublished: number | null;
	readonly award: string | null;
	readonly levelPromoted: string | null;
	/** official, guest, absent, cancelled; null counts as official. */
	readonly status: string | null;
}

/** One competition by its id; null when the release has none. */
export function competitionQuery(id: string): Query<Competition | null> {
	return {
		sql: sql`SELECT competition_id, name, kind, level, occupation, CAST(start_date AS VARCHAR) AS start_date,
				CAST(end_date AS VARCHAR) AS end_date, host, region, industry, union_system, campaign,
				CAST(units AS DOUBLE) AS units, CAST(participants AS DOUBLE) AS participants,
				CAST(participations AS DOUBLE) AS participations, CAST(promoted AS DOUBLE) AS promoted,
				CAST(budget AS DOUBLE) AS budget, batch, line
			FROM competitions WHERE competition_id = ${id} LIMIT 1`,
		parse: ([row]) =>
			row
				? {
						id: text(row.competition_id) ?? '',
						name: text(row.name) ?? '',
						kind: text(row.kind),
						level: text(row.level),
						occupation: text(row.occupation),
						start: text(row.start_date),
						end: text(row.end_date),
						host: text(row.host),
						region: text(row.region),
						industry: text(row.industry),
						unionSystem: text(row.union_system),
						campaign: text(row.campaign),
						units: number(row.units),
						participants: number(row.participants),
						participations: number(row.participations),
						promoted: number(row.promoted),
						budget: number(row.budget),
						batch: text(row.batch),
						line: number(row.line)
					}
				: null
	};
}

/** The whole result list of one competition. The table is sorted by it, so only its part of the file is read. */
export function resultsQuery(id: string): Query<readonly ResultRow[]> {
	return {
		sql: sql`SELECT event, entrant_id, entrant, team, region, CAST(theory AS DOUBLE) AS theory,
				CAST(practical AS DOUBLE) AS practical, CAST(total AS DOUBLE) AS total, CAST(time AS DOUBLE) AS time,
				CAST(rank_published AS DOUBLE) AS rank_published, award, level_promoted, status
			FROM results WHERE competition_id = ${id} ORDER BY event, entrant_id`,
		parse: (rows) =>
			rows.map((row) => ({
				event: text(row.event) ?? '',
				entrantId: text(row.entrant_id) ?? '',
				entrant: text(row.entrant),
				team: text(row.team),
				region: text(row.region),
				theory: number(row.theory),
				practical: number(row.practical),
				total: number(row.total),
				time: number(row.time),
				rankPublished: number(row.rank_published),
				award: text(row.award),
				levelPromoted: text(row.level_promoted),
				status: text(row.status)
			}))
	};
}
