import { m } from '#lib/messages/generated/messages.js';
import { getLocale } from '#lib/messages/generated/runtime.js';
import type { PackedRelease } from '#lib/state/packed-releases.ts';

/** What a pack holds, for a sentence: its title and when its release was built. */
export function packedTitle({ title, createdAt }: Pick<PackedRelease, 'title' | 'createdAt'>): {
	readonly title: string;
	readonly made: string;
} {
	const chinese = getLocale() === 'zh-CN';
	const time = new Date(createdAt);
	const made = Number.isNaN(time.getTime())
		? createdAt
		: new Intl.DateTimeFormat(getLocale(), { dateStyle: 'long', timeStyle: 'short', timeZone: 'Asia/Shanghai' }).format(
				time
			);
	return { title: chinese ? title.zh : title.en, made };
}

/** Where the data on the screen comes from, and whether it will be there the next time. */
export function packedSentence(release: PackedRelease): string {
	const space = getLocale() === 'zh-CN' ? '' : ' ';
	return m.pack_from_pack(packedTitle(release)) + space + (release.lasting ? m.pack_kept() : m.pack_passing());
}
