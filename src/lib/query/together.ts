import type { Query } from './query.ts';

/** Several questions whose answers belong on the screen at the same moment. */
export interface Together<T> {
	readonly all: readonly (Query<unknown> | null)[];
	readonly combine: (answers: readonly unknown[]) => T;
}

type Answers<Q extends Readonly<Record<string, Query<unknown> | null>>> = {
	readonly [Name in keyof Q]: Q[Name] extends Query<infer T> | null ? (null extends Q[Name] ? T | null : T) : never;
};

/**
 * Questions by name that are asked for one context, e.g. the filters: the answer holds both, so that a picture is never
 * drawn from the filters of one moment and the rows of another. A null question has a null answer.
 */
export function together<C extends object, Q extends Readonly<Record<string, Query<unknown> | null>>>(
	context: C,
	questions: Q
): Together<C & Answers<Q>> {
	const names = Object.keys(questions);
	return {
		all: names.map((name) => questions[name] ?? null),
		combine: (answers) =>
			({ ...context, ...Object.fromEntries(names.map((name, index) => [name, answers[index]])) }) as C & Answers<Q>
	};
}
