import { getLocale } from '#lib/messages/generated/runtime.js';

/** When a release was made, as one says it: 2026年11月21日 15:34. What is no time stays as it is. */
export function releaseTime(iso: string): string {
	const time = new Date(iso);
	if (Number.isNaN(time.getTime())) return iso;
	return new Intl.DateTimeFormat(getLocale(), {
		dateStyle: 'long',
		timeStyle: 'short',
		timeZone: 'Asia/Shanghai'
	}).format(time);
}
