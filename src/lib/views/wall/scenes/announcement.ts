import { m } from '#lib/messages/generated/messages.js';
import { together } from '#lib/query/together.ts';
import type { SceneKind } from '../scene.ts';
import AnnouncementScene from './AnnouncementScene.svelte';

/** What is announced, in the wall's language. */
export interface AnnouncementData {
	readonly text: string;
}

/** A text of the playlist. It asks nothing of the release. */
export const announcement: SceneKind<AnnouncementData> = {
	ask(entry, { language }) {
		const text = (entry.text?.[language] || entry.text?.zh || entry.text?.en || '').trim();
		return text === '' ? null : together({ text }, {});
	},
	shows: ({ text }) => text !== '',
	headline: (_, { profile, language }) => ({ title: m.wall_announcement(), about: profile.title[language] }),
	path: () => '/',
	component: AnnouncementScene
};
