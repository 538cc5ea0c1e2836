import { getLocale } from '#lib/messages/generated/runtime.js';

/** A time as people here read it, with the day's time: 2026年11月21日 20:15. */
export function timeText(iso: string): string {
	return new Intl.DateTimeFormat(getLocale(), {
		dateStyle: 'long',
		timeStyle: 'short',
		timeZone: 'Asia/Shanghai'
	}).format(new Date(iso));
}

/** A day as people here read it. */
export function dayText(iso: string): string {
	return new Intl.DateTimeFormat(getLocale(), { dateStyle: 'long', timeZone: 'Asia/Shanghai' }).format(new Date(iso));
}
