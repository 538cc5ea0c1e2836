import { untrack } from 'svelte';
import type { Query } from '#lib/query/query.ts';
import { sameTogether, type Together } from '#lib/query/together.ts';
import { Latest } from './latest.ts';
import { onScreen } from './on-screen.ts';
import { getSession, type Session } from './session.svelte.ts';

/** An answer that comes sooner needs no word that it is awaited: saying so would cost a picture of its own. */
const noticeable = 100;

/** idle: nothing is asked; loading: the first answer is awaited; refreshing: the old one stays meanwhile, and it takes a while. */
export type LiveStatus = 'idle' | 'loading' | 'ready' | 'refreshing' | 'failed';

export interface LiveQueryOptions {
	/** Whether the row-level tables are needed; they are attached first. */
	readonly detail?: boolean;
	/** Whether the answer stands below the pictures of a page: a new one waits until those are on the screen. */
	readonly below?: boolean;
	/** The session to ask; the page's unless given. */
	readonly session?: Session;
}

/**
 * The answer to a question that changes with what the question reads: filters, the release, drafts. The latest
 * question wins, and an old answer stays until the new one is there. Made during component initialisation.
 */
export class LiveQuery<T> {
	readonly #session: Session;
	readonly #options: LiveQueryOptions;
	readonly #ask: () => Query<T> | Together<T> | null;
	/** What came with the page, until it has asked for itself; undefined before it was looked for. */
	#served: { readonly answer: T } | null | undefined;
	#status = $state<LiveStatus>('idle');
	#value = $state.raw<T | null>(null);
	#error = $state.raw<Error | null>(null);
	#attempt = $state(0);
	readonly #latest = new Latest();
	/** What was asked ahead, of which state of the data, and its answer. */
	#foreseen: { readonly query: Together<T>; readonly version: number; readonly answer: Promise<T> } | null = null;
	#waiting: ReturnType<typeof setTimeout> | undefined;

	constructor(ask: () => Query<T> | Together<T> | null, options: LiveQueryOptions = {}) {
		this.#session = options.session ?? getSession();
		this.#options = options;
		this.#ask = ask;
		$effect(() => {
			const ready = this.#session.status === 'ready';
			void this.#session.version;
			void this.#attempt;
			const query = ready ? ask() : null;
			untrack(() => this.#run(query, ready));
		});
		$effect(() => () => this.#cancel());
	}

	get status() {
		return this.#status === 'idle' && this.#first() ? 'ready' : this.#status;
	}
	/** The last answer, or null before the first and after a failure without one. */
	get value() {
		return this.#value ?? this.#first()?.answer ?? null;
	}
	get error() {
		return this.#error;
	}
	/** Whether a first answer is still to come. */
	get pending() {
		return this.value === null && (this.status === 'idle' || this.status === 'loading');
	}
	/** Whether the value shown is that of an earlier question. */
	get stale() {
		return this.#status === 'refreshing';
	}

	/** Asks what may be asked next, so that its answer is there by then, worked out. */
	foresee(query: Together<T>): void {
		if (this.#session.status !== 'ready') return;
		const answer = this.#answer(query);
		this.#foreseen = { query, version: this.#session.version, answer };
		answer.catch(() => {
			// A failure is not kept: who really asks tries again.
			if (this.#foreseen?.answer === answer) this.#foreseen = null;
		});
	}

	/** Asks again after a failure. */
	retry(): void {
		this.#attempt++;
	}

	/** The answer that came with the page: it is there while the page is drawn, before anything can be asked. */
	#first(): { readonly answer: T } | null {
		if (this.#served !== undefined) return this.#served;
		if (this.#session.status !== 'ready') return null;
		const query = untrack(this.#ask);
		const found = query && this.#answered(query);
		// On the server a page is drawn from the top: what it lacks now it has the next time.
		return (this.#served = found ?? null);
	}

	#answered(query: Query<T> | Together<T>): { readonly answer: T } | undefined {
		if ('sql' in query) return this.#session.served(query);
		const found = query.all.map((one) => (one ? this.#session.served(one) : { answer: null }));
		return found.every((one) => one !== undefined)
			? { answer: query.combine(found.map(({ answer }) => answer)) }
			: undefined;
	}

	#run(query: Query<T> | Together<T> | null, ready: boolean): void {
		const first = ready && query ? this.#first() : null;
		this.#served = null;
		if (first) {
			this.#value = first.answer;
			this.#status = 'ready';
			return;
		}
		if (!query) {
			this.#cancel();
			// With a release open, no question means no answer; while one is being opened the old picture stays.
			if (ready) this.#value = null;
			this.#status = this.#value === null ? 'idle' : 'refreshing';
			return;
		}
		if (this.#value === null) this.#status = 'loading';
		else this.#waiting ??= setTimeout(() => (this.#status = 'refreshing'), noticeable);
		const waits = this.#options.below === true && this.#value !== null;
		this.#latest.ask(() => (waits ? onceOnScreen(this.#answer(query)) : this.#answer(query)), {
			value: (value) => {
				this.#arrived();
				this.#value = value;
				this.#error = null;
				this.#status = 'ready';
			},
			error: (error) => {
				this.#arrived();
				this.#value = null;
				this.#error = error;
				this.#status = 'failed';
			}
		});
	}

	#arrived(): void {
		clearTimeout(this.#waiting);
		this.#waiting = undefined;
	}

	#cancel(): void {
		this.#arrived();
		this.#latest.cancel();
	}

	async #answer(query: Query<T> | Together<T>): Promise<T> {
		const foreseen = this.#foreseen;
		if ('all' in query && foreseen?.version === this.#session.version && sameTogether(foreseen.query, query))
			return foreseen.answer;
		if (this.#options.detail) await this.#session.needDetail();
		if ('sql' in query) return this.#session.ask(query);
		return query.combine(await Promise.all(query.all.map((one) => one && this.#session.ask(one))));
	}
}

async function onceOnScreen<T>(answer: Promise<T>): Promise<T> {
	const [value] = await Promise.all([answer, onScreen()]);
	return value;
}
