import type { RevealState } from '#lib/leaderboard/reveal-state.ts';
import type { Scene } from './ceremony.ts';
import { commands, type Command } from './keys.ts';

/** What the stage tells: what is being revealed, how it stands, that it is still there, that it is gone. */
export type StageMessage =
	| { readonly type: 'scene'; readonly scene: Scene; readonly rehearsal: boolean }
	| { readonly type: 'state'; readonly state: RevealState; readonly startedAt: number }
	| { readonly type: 'alive' | 'gone' };

/** What the presenter's window says: that it is there and wants to know all, or a command. */
export type PresenterMessage = { readonly type: 'hello' } | { readonly type: 'command'; readonly command: Command };

/** Seconds between two signs of life of the stage. */
export const beat = 2;

/** The channel of a board's ceremony: windows of one browser, no network. */
export function channelName(profile: string, board: string): string {
	return `gongbang-reveal:${JSON.stringify([profile, board])}`;
}

/** A message for the stage; null where it is none. */
export function readPresenterMessage(data: unknown): PresenterMessage | null {
	const message = data as Partial<Record<'type' | 'command', unknown>> | null;
	if (message?.type === 'hello') return { type: 'hello' };
	const command = commands.find((each) => each === message?.command);
	return message?.type === 'command' && command ? { type: 'command', command } : null;
}

/** A message for the presenter; null where it is none, such as another presenter's. */
export function readStageMessage(data: unknown): StageMessage | null {
	const message = data as Partial<Record<string, unknown>> | null;
	switch (message?.type) {
		case 'scene':
			return isRecord(message.scene) && isRecord(message.scene.config) && Array.isArray(message.scene.after)
				? (message as unknown as StageMessage)
				: null;
		case 'state':
			return isRecord(message.state) && Array.isArray(message.state.log) && typeof message.startedAt === 'number'
				? (message as unknown as StageMessage)
				: null;
		case 'alive':
		case 'gone':
			return { type: message.type };
		default:
			return null;
	}
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null;
}
