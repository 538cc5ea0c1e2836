import { m } from '#lib/messages/generated/messages.js';
import type { LastGood } from './release-store.ts';

/** Something the page has to tell beside its figures. */
export type Notice =
	| { readonly kind: 'crash' }
	| { readonly kind: 'kept'; readonly reason: 'damaged' | 'unreachable'; readonly lastGood: LastGood }
	| { readonly kind: 'offline'; readonly lastGood: LastGood | null }
	| { readonly kind: 'unknown-profile'; readonly profile: string; readonly shown: string }
	| { readonly kind: 'drafts-failed'; readonly reason: string }
	| { readonly kind: 'figures-only'; readonly reason: string }
	| { readonly kind: 'damaged-link' };

/** A notice as a sentence, in the page's language. */
export function noticeText(notice: Notice, now: Date, locale: string): string {
	switch (notice.kind) {
		case 'crash':
			return m.notice_crash();
		case 'kept': {
			const age = formatAge(notice.lastGood.openedAt, now, locale);
			return notice.reason === 'damaged' ? m.notice_kept_damaged({ age }) : m.notice_kept_unreachable({ age });
		}
		case 'offline':
			return notice.lastGood
				? m.notice_offline_since({ age: formatAge(notice.lastGood.openedAt, now, locale) })
				: m.notice_offline();
		case 'unknown-profile':
			return m.notice_unknown_profile({ profile: notice.profile, shown: notice.shown });
		case 'drafts-failed':
			return m.notice_drafts_failed({ reason: notice.reason });
		case 'figures-only':
			return m.notice_figures_only({ reason: notice.reason });
		case 'damaged-link':
			return m.notice_link_damaged();
	}
}

/** How long ago, in words: 3小时前, 2 days ago. Less than a minute counts as one. */
export function formatAge(iso: string, now: Date, locale: string): string {
	const minutes = Math.max(1, Math.round((now.getTime() - Date.parse(iso)) / 60_000));
	const format = new Intl.RelativeTimeFormat(locale);
	if (minutes < 60) return format.format(-minutes, 'minute');
	if (minutes < 48 * 60) return format.format(-Math.round(minutes / 60), 'hour');
	return format.format(-Math.round(minutes / 1440), 'day');
}
