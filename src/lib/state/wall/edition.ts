import type { Profile } from '#lib/dimensions/profile.ts';
import { ownTask } from '#lib/engine/own-task.ts';
import type { Query } from '#lib/query/query.ts';
import type { Together } from '#lib/query/together.ts';
import type { ReleaseHead } from '#lib/release/manifest.ts';
import type { ReleaseLists } from '../release-lists.ts';
import type { CatalogueEntry } from '../release-store.ts';

/** A release as a wall knows it: enough to lay out every scene. `basis`: what was asked before any scene. */
export interface WallRelease<B> {
	readonly entry: CatalogueEntry;
	readonly manifest: ReleaseHead;
	readonly profile: Profile;
	readonly lists: ReleaseLists;
	readonly basis: B;
}

/** What a wall shows of one release: everything that its scenes need, worked out. It needs no engine and no network. */
export interface Edition<F, B> {
	readonly release: WallRelease<B>;
	/** By place in the playlist; null where this release has nothing to show, or could not be asked. */
	readonly frames: readonly (F | null)[];
}

/** The question of a scene. `detail`: it needs the rows of registers, which are attached first. */
export interface FrameQuestion<F> {
	readonly ask: Together<F>;
	readonly detail?: boolean;
}

/** Makes the question of a scene; null where there is nothing to ask. */
export type FrameAsker<F> = () => FrameQuestion<F> | null;

/** What a wall asks of a release. */
export interface WallQuestions<F, B> {
	/** What has to be known before it is clear what scenes ask. */
	readonly basis: Together<B>;
	/** By place in the playlist. */
	readonly frames: (release: WallRelease<B>) => readonly FrameAsker<F>[];
}

/** Who answers questions. */
export interface Answerer {
	ask<T>(query: Query<T>): Promise<T>;
	needDetail(): Promise<void>;
}

/**
 * Asks all questions of an edition, one scene after the other: a wall has time, and its engine should rest in between.
 * Each step is a task of its own, as something moves on the screen meanwhile. A scene that fails is left out and told;
 * the others do not depend on it. `onfailure` throws to end it all.
 */
export async function framesFrom<F>(
	askers: readonly FrameAsker<F>[],
	by: Answerer,
	onfailure: (scene: number, error: unknown) => void
): Promise<(F | null)[]> {
	const frames: (F | null)[] = [];
	for (const [scene, asker] of askers.entries()) {
		await ownTask();
		frames.push(
			await answered(asker, by).catch((error: unknown) => {
				onfailure(scene, error);
				return null;
			})
		);
	}
	return frames;
}

async function answered<F>(asker: FrameAsker<F>, by: Answerer): Promise<F | null> {
	const question = asker();
	if (!question) return null;
	if (question.detail) await by.needDetail();
	return answerFrom(question.ask, by);
}

/** The answer to several questions. */
export async function answerFrom<T>({ all, combine }: Together<T>, by: Pick<Answerer, 'ask'>): Promise<T> {
	const answers = await Promise.all(all.map((query) => query && by.ask(query)));
	await ownTask();
	return combine(answers);
}

/** The same from answers that are at hand, all looked for; null where one of them is not. */
export function answerAtHand<T>(
	{ all, combine }: Together<T>,
	served: <A>(query: Query<A>) => { readonly answer: A } | undefined
): { readonly answer: T } | null {
	const found = all.map((query) => (query ? served(query) : { answer: null }));
	return found.every((one) => one !== undefined) ? { answer: combine(found.map(({ answer }) => answer)) } : null;
}

/** The same from answers that are at hand. Every question is looked for, so that a page being drawn learns them all. */
export function framesAtHand<F>(
	askers: readonly FrameAsker<F>[],
	served: <T>(query: Query<T>) => { readonly answer: T } | undefined
): { readonly frames: readonly (F | null)[]; readonly complete: boolean } {
	let complete = true;
	const frames = askers.map((asker) => {
		const question = asker();
		if (!question) return null;
		const found = answerAtHand(question.ask, served);
		complete &&= found !== null;
		return found?.answer ?? null;
	});
	return { frames, complete };
}
