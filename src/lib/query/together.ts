import { keyOf } from './query.ts';
import type { Query } from './query.ts';

/** Several questions whose answers belong on the screen at the same moment. */
export interface Together<T> {
	/** What they are asked for, e.g. the filters. */
	readonly context: object;
	readonly all: readonly (Query<unknown> | null)[];
	readonly combine: (answers: readonly unknown[]) => T;
}

type Questions = Readonly<Record<string, Query<unknown> | null>>;

type Answers<Q extends Questions> = {
	readonly [Name in keyof Q]: Q[Name] extends Query<infer T> | null ? (null extends Q[Name] ? T | null : T) : never;
};

/**
 * Questions by name that are asked for one context, e.g. the filters: the answer holds both, so that a picture is never
 * drawn from the filters of one moment and the rows of another. A null question has a null answer. `work` makes what is
 * drawn of them, from nothing else: an answer that is there before it is wanted is worked out by then.
 */
export function together<C extends object, Q extends Questions, W extends object = object>(
	context: C,
	questions: Q,
	work?: (answers: C & Answers<Q>) => W
): Together<C & Answers<Q> & W> {
	const names = Object.keys(questions);
	return {
		context,
		all: names.map((name) => questions[name] ?? null),
		combine: (answers) => {
			const known = {
				...context,
				...Object.fromEntries(names.map((name, index) => [name, answers[index]]))
			} as C & Answers<Q>;
			return { ...known, ...work?.(known) } as C & Answers<Q> & W;
		}
	};
}

/** Whether two ask the same for the same: equal statements, and contexts of the very same parts. */
export function sameTogether(left: Together<unknown>, right: Together<unknown>): boolean {
	return (
		left.all.length === right.all.length &&
		left.all.every((query, index) => sameQuery(query, right.all[index] ?? null)) &&
		sameParts(left.context, right.context)
	);
}

function sameQuery(left: Query<unknown> | null, right: Query<unknown> | null): boolean {
	return left && right ? keyOf(left.sql) === keyOf(right.sql) : left === right;
}

function sameParts(left: object, right: object): boolean {
	const parts = new Map(Object.entries(right));
	const own = Object.entries(left);
	return own.length === parts.size && own.every(([name, part]) => samePart(part, parts.get(name)));
}

/** Lists are made anew for every question: their members count. */
function samePart(left: unknown, right: unknown): boolean {
	if (Array.isArray(left) && Array.isArray(right))
		return left.length === right.length && left.every((member, index) => member === right[index]);
	return Object.is(left, right);
}
