import { m } from '#lib/messages/generated/messages.js';

const minuteMs = 60_000;

/** A length of time in its two largest units: 12 天 3 小时. */
export function spanWords(ms: number): string {
	const minutes = Math.max(0, Math.floor(ms / minuteMs));
	const [days, hours] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24];
	if (days > 0) return hours > 0 ? m.wall_span_days_hours({ days, hours }) : m.wall_span_days({ days });
	if (hours > 0)
		return minutes % 60 > 0
			? m.wall_span_hours_minutes({ hours, minutes: minutes % 60 })
			: m.wall_span_hours({ hours });
	return m.wall_span_minutes({ minutes });
}
