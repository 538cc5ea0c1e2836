import { formatBytes } from '#lib/format/bytes.ts';
import { missing } from '#lib/format/number.ts';
import { m } from '#lib/messages/generated/messages.js';
import type { WallReport } from '#lib/wall/report.ts';
import { spanWords } from './span-words.ts';

/** A line of what is told of a wall. */
export interface Fact {
	readonly name: string;
	readonly value: string;
}

/** How a wall has done since its page was opened. By its own clock throughout, which may be wrong. */
export function wallFacts(report: WallReport, locale: string): readonly Fact[] {
	const { counts, screen } = report;
	const count = (value: number) => value.toLocaleString('en-US');
	const time = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
	const when = (at: string | null) => (at === null ? missing : time.format(new Date(at)));
	const yes = (value: boolean) => (value ? m.wall_status_yes() : m.wall_status_no());
	return [
		{ name: m.wall_status_up(), value: spanWords(Date.parse(report.at) - Date.parse(report.started)) },
		{ name: m.wall_status_release(), value: [report.profile, report.release.slice(0, 8)].filter(Boolean).join(' · ') },
		{ name: m.wall_status_data(), value: when(report.releasedAt) },
		{ name: m.wall_status_heard(), value: when(report.heardAt) },
		{ name: m.wall_status_changes(), value: count(counts.changes) },
		{ name: m.wall_status_swaps(), value: count(counts.swaps) },
		{ name: m.wall_status_recoveries(), value: count(counts.recoveries) },
		{
			name: m.wall_status_tasks(),
			value:
				counts.longTasks === 0
					? '0'
					: m.wall_status_tasks_longest({ count: count(counts.longTasks), ms: count(report.longestTask) })
		},
		{ name: m.wall_status_memory(), value: report.memory === null ? missing : formatBytes(report.memory) },
		{ name: m.wall_status_nodes(), value: count(report.nodes) },
		{
			name: m.wall_status_screen(),
			value: `${screen.width} × ${screen.height}${screen.ratio === 1 ? '' : ` @${screen.ratio}`}`
		},
		{ name: m.wall_status_awake(), value: yes(report.awake) },
		{ name: m.wall_status_kept(), value: yes(report.kept) },
		// Programs are called by when they were built.
		{
			name: m.wall_status_program(),
			value: /^\d{13}$/.test(report.program) ? time.format(Number(report.program)) : report.program
		}
	];
}
