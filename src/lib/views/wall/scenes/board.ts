import type { SceneKind } from '../scene.ts';
import { askWallBoard, needsDetail, type WallBoard } from './board-answer.ts';
import { boardRoom } from './board-room.ts';
import BoardScene from './BoardScene.svelte';

/** A leaderboard, page by page. */
export const board: SceneKind<WallBoard> = {
	ask: askWallBoard,
	detail: needsDetail,
	shows: ({ groups }) => groups.length > 0,
	headline: ({ about, lead, state }) => ({ title: lead, about, note: state }),
	steps: (data, screen) => boardRoom(data, screen).pages.length,
	path: ({ id }) => `/leaderboards/${encodeURIComponent(id)}`,
	component: BoardScene
};
