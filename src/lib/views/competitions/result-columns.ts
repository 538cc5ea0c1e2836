import type { Column } from '#lib/components/table.ts';
import { awards, resultStatuses } from '#lib/datasets/code-lists.ts';
import { skillLevels } from '#lib/dimensions/skill-level.ts';
import { m } from '#lib/messages/generated/messages.js';
import { maskName } from '../masking.ts';
import type { PlaceNames } from '../register-names.ts';
import type { RankedEvent, RankedResult } from './ranking.ts';
import { resultQuestion, resultRankQuestion, type ResultsOf, type StatedResult } from './result-questions.ts';
import { alignedText } from '../words.ts';
import { timeText } from './scores.ts';

const toHundredths = (value: number | null) => value && Number(value.toFixed(2));

/** How a column of scores prints them: to two digits at most, all with as many. */
function scoreText(scores: readonly (number | null)[]): (score: number | null) => string {
	const text = alignedText(scores.map(toHundredths));
	return (score) => text(toHundredths(score));
}

/** A rank as it is printed: 3, 3（并列）, — for those who are not ranked. */
export function rankText(row: Pick<RankedResult, 'rank' | 'tied'>): string {
	if (row.rank === null) return '—';
	return row.tied ? m.rank_tied({ rank: row.rank }) : String(row.rank);
}

/** The columns of a result list; columns that nobody filled are left out. */
export function resultColumns(event: RankedEvent, names: PlaceNames, of: ResultsOf): Column<RankedResult>[] {
	const { rows } = event;
	/** How a number that the file states came about. */
	const stated = (column: StatedResult, title: string, text: (row: RankedResult) => string) => ({
		text,
		explain: (row: RankedResult) => resultQuestion(of, row, column, { title, value: text(row) })
	});
	const score = (key: 'total' | 'practical' | 'theory') => {
		const text = scoreText(rows.map((row) => row[key]));
		return (row: RankedResult) => text(row[key]);
	};
	const filled = (key: keyof RankedResult) => rows.some((row) => row[key] !== null);
	const columns: (Column<RankedResult> | false)[] = [
		{
			key: 'rank',
			title: m.results_rank(),
			kind: 'number',
			value: (row) => row.rank,
			text: rankText,
			explain: (row) => resultRankQuestion(of, row, event, rankText(row))
		},
		{
			key: 'entrant',
			title: m.results_entrant(),
			kind: 'pinyin',
			value: (row) => maskName(row.entrant) ?? row.entrantId
		},
		filled('team') && { key: 'team', title: m.results_team(), kind: 'pinyin', value: (row) => row.team, priority: 2 },
		{
			key: 'total',
			title: m.results_total(),
			kind: 'number',
			value: (row) => row.total,
			...stated('total', m.results_total(), score('total'))
		},
		filled('time') && {
			key: 'time',
			title: m.results_time(),
			kind: 'number',
			value: (row) => row.time,
			...stated('time', m.results_time(), (row) => timeText(row.time)),
			priority: 2
		},
		filled('practical') && {
			key: 'practical',
			title: m.results_practical(),
			kind: 'number',
			value: (row) => row.practical,
			...stated('practical', m.results_practical(), score('practical')),
			priority: 3
		},
		filled('theory') && {
			key: 'theory',
			title: m.results_theory(),
			kind: 'number',
			value: (row) => row.theory,
			...stated('theory', m.results_theory(), score('theory')),
			priority: 3
		},
		filled('award') && {
			key: 'award',
			title: m.results_award(),
			kind: 'pinyin',
			value: (row) => (row.award === null ? null : names.of(row.award, awards))
		},
		filled('levelPromoted') && {
			key: 'levelPromoted',
			title: m.results_level_promoted(),
			kind: 'pinyin',
			value: (row) => (row.levelPromoted === null ? null : names.of(row.levelPromoted, skillLevels)),
			priority: 3
		},
		filled('rankPublished') && {
			key: 'rankPublished',
			title: m.results_rank_published(),
			kind: 'number',
			value: (row) => row.rankPublished,
			...stated('rankPublished', m.results_rank_published(), (row) =>
				row.rankPublished === null
					? '—'
					: row.differs
						? m.results_rank_differs({ rank: row.rankPublished })
						: String(row.rankPublished)
			),
			priority: 2
		},
		rows.some((row) => row.status !== null && row.status !== 'official') && {
			key: 'status',
			title: m.results_status(),
			kind: 'pinyin',
			value: (row) => names.of(row.status ?? 'official', resultStatuses),
			priority: 2
		}
	];
	return columns.filter((column): column is Column<RankedResult> => column !== false);
}
