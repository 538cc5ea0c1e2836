import { planReveal } from '#lib/leaderboard/reveal.ts';
import { entriesBefore } from '#lib/leaderboard/freeze.ts';
import type { Entry } from '#lib/leaderboard/entry.ts';
import { m } from '#lib/messages/generated/messages.js';
import type { SceneEntry } from '#lib/wall/playlist.ts';
import { withShownNames, type BoardAnswer } from '../../leaderboards/board-source.ts';
import type { SceneContext, SceneKind } from '../scene.ts';
import { askBoardOf, needsDetail, releaseOf, wallBoard, type WallBoard, type WallRow } from './board-answer.ts';
import { revealSteps } from './reveal-steps.ts';
import RevealScene from './RevealScene.svelte';

/** A board with its reveal: group after group, from the last row to the first. */
export interface WallReveal extends WallBoard {
	readonly stages: readonly RevealStage[];
}

/** What a step shows. */
export interface RevealStage {
	/** Key of the group that is revealed. */
	readonly group: string;
	/** Keys of the rows that are out. */
	readonly out: ReadonlySet<string>;
	/** The row, or rows of equal rank, that this step brought; none at the start. */
	readonly news: readonly WallRow[];
}

/** Ranks that are revealed one by one, where nobody says how many. */
const mostPlaces = 60;

/** A board revealed row by row from the last to the first; the last step is the board as it stands. */
export const reveal: SceneKind<WallReveal> = {
	ask(entry: SceneEntry, context: SceneContext) {
		const asked = askBoardOf(entry, context);
		if (!asked) return null;
		const release = releaseOf(context);
		const most = entry.rows ?? mostPlaces;
		return { ...asked, combine: (answers) => wallReveal(withShownNames(asked.combine(answers)), release, most) };
	},
	detail: needsDetail,
	shows: ({ groups }) => groups.length > 0,
	headline({ about, state, lead, stages }, _context, step) {
		const stage = stages[Math.min(step, stages.length - 1)];
		const last = step >= stages.length - 1 || stages[step + 1]?.group !== stage?.group;
		return { title: last && stages.length > 1 && isSingle(stages) ? lead : newsOf(stage), about, note: state };
	},
	steps: ({ stages }) => stages.length,
	path: ({ id }) => `/leaderboards/${encodeURIComponent(id)}`,
	component: RevealScene
};

const isSingle = (stages: readonly RevealStage[]) => stages.every(({ group }) => group === stages[0]?.group);

/** The reveal of what the public sees of a board. */
export function wallReveal(answer: BoardAnswer, release: string, most: number): WallReveal {
	const board = wallBoard(answer, release, most);
	const { rules, context } = answer;
	const stages = board.groups.flatMap(({ key, rows }) => {
		const plan = planReveal(rules, { before: [], after: publicEntries(answer), group: key, context, order: 'final' });
		const steps = revealSteps(plan, most);
		return steps.map((out, index) => ({
			group: key,
			out,
			news: index === 0 ? [] : rows.filter((row) => out.has(row.key) && !steps[index - 1]?.has(row.key))
		}));
	});
	return { ...board, stages };
}

/** Of a frozen board nothing is revealed that came at the freeze or later: that is for the ceremony. */
function publicEntries({ rules: { freeze }, entries }: BoardAnswer): readonly Entry[] {
	return freeze?.at === undefined ? entries : entriesBefore(entries, freeze.at);
}

function newsOf(stage: RevealStage | undefined): string {
	const [first] = stage?.news ?? [];
	if (!stage || !first) return m.wall_reveal_begins();
	const names = stage.news.map(({ name }) => name);
	const told = { rank: first.rank ?? 0, value: first.value };
	return names.length > 1
		? m.wall_reveal_tied({ ...told, count: names.length, names: names.slice(0, 3).join(m.name_joint()) })
		: m.wall_reveal_row({ ...told, name: first.name });
}
