import { isDayTime } from './day-time.ts';
import type { JsonFields } from './json-fields.ts';
import type { Schedule } from './playlist.ts';

const mostDates = 100;

/** The schedule of a playlist or a scene; undefined where there is none, or one that cannot be used, which is told. */
export function readSchedule(fields: JsonFields): Schedule | undefined {
	const schedule = fields.object('schedule');
	if (!schedule) return undefined;
	const days = readDays(schedule);
	const from = readTime(schedule, 'from');
	const to = readTime(schedule, 'to');
	const dates = readDates(schedule);
	if (from !== undefined && from === to)
		schedule.wrong('to', '与“from”相同，请改一个', 'is the same as "from"; change one of them');
	schedule.close();
	if (!schedule.sound) return undefined;
	return {
		...(days && { days }),
		...(from !== undefined && { from }),
		...(to !== undefined && { to }),
		...(dates && { dates })
	};
}

function readDays(schedule: JsonFields): readonly number[] | undefined {
	const value = schedule.peek('days');
	if (value === undefined) return undefined;
	const sound =
		Array.isArray(value) && value.length > 0 && value.every((day) => Number.isInteger(day) && day >= 1 && day <= 7);
	if (!sound)
		return schedule.wrong('days', '须是一列 1（周一）到 7（周日）', 'must be a list of 1 (Monday) to 7 (Sunday)');
	return [...new Set(value as number[])].sort((a, b) => a - b);
}

function readTime(schedule: JsonFields, name: 'from' | 'to'): string | undefined {
	const value = schedule.peek(name);
	if (value === undefined) return undefined;
	if (typeof value === 'string' && (isDayTime(value) || (name === 'to' && value === '24:00'))) return value;
	return schedule.wrong(name, '须写作 HH:MM，如 08:30', 'must be HH:MM, as 08:30');
}

function readDates(schedule: JsonFields): readonly string[] | undefined {
	const dates = schedule.texts('dates', mostDates);
	if (!dates || dates.every(isDates)) return dates;
	return schedule.wrong(
		'dates',
		'须是日期或起止日期，如 "2026-05-01"、"2026-05-01/2026-05-07"',
		'must be dates or ranges, as "2026-05-01", "2026-05-01/2026-05-07"'
	);
}

function isDates(text: string): boolean {
	const [from = '', to = from, ...more] = text.split('/');
	return more.length === 0 && isDate(from) && isDate(to) && from <= to;
}

function isDate(text: string): boolean {
	if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
	const time = Date.parse(`${text}T00:00:00Z`);
	return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
