import type { Profile } from '#lib/dimensions/profile.ts';
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

/** What a wall asks of a release. */
export interface WallQuestions<F, B> {
	/** What has to be known before it is clear what scenes ask. */
	readonly basis: Together<B>;
	/** By place in the playlist; null where there is nothing to ask. */
	readonly frames: (release: WallRelease<B>) => readonly (FrameQuestion<F> | null)[];
}

/** Who answers questions. */
export interface Answerer {
	ask<T>(query: Query<T>): Promise<T>;
	needDetail(): Promise<void>;
}

/**
 * Asks all questions of an edition, one scene after the other: a wall has time, and its engine should rest in between.
 * A scene that fails is left out and told; the others do not depend on it.
 */
export async function framesFrom<F>(
	questions: readonly (FrameQuestion<F> | null)[],
	by: Answerer,
	onfailure: (scene: number, error: unknown) => void
): Promise<(F | null)[]> {
	const frames: (F | null)[] = [];
	for (const [scene, question] of questions.entries()) {
		frames.push(
			await answered(question, by).catch((error: unknown) => {
				onfailure(scene, error);
				return null;
			})
		);
	}
	return frames;
}

async function answered<F>(question: FrameQuestion<F> | null, by: Answerer): Promise<F | null> {
	if (!question) return null;
	if (question.detail) await by.needDetail();
	return answerFrom(question.ask, by);
}

/** The answer to several questions. */
export async function answerFrom<T>({ all, combine }: Together<T>, by: Pick<Answerer, 'ask'>): Promise<T> {
	return combine(await Promise.all(all.map((query) => query && by.ask(query))));
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
	questions: readonly (FrameQuestion<F> | null)[],
	served: <T>(query: Query<T>) => { readonly answer: T } | undefined
): { readonly frames: readonly (F | null)[]; readonly complete: boolean } {
	let complete = true;
	const frames = questions.map((question) => {
		if (!question) return null;
		const found = answerAtHand(question.ask, served);
		complete &&= found !== null;
		return found?.answer ?? null;
	});
	return { frames, complete };
}
