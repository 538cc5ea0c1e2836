import { ApiError } from './api-error.ts';

/** Lets so many work at once and so many more wait; whoever comes then is told to come later. */
export class Turns {
	readonly #atOnce: number;
	readonly #mayWait: number;
	#working = 0;
	readonly #waiting: (() => void)[] = [];

	constructor(atOnce: number, mayWait: number) {
		this.#atOnce = atOnce;
		this.#mayWait = mayWait;
	}

	/** Runs when its turn comes. Throws an ApiError `busy` where too many wait already. */
	async take<T>(work: () => Promise<T>): Promise<T> {
		if (this.#working >= this.#atOnce) {
			if (this.#waiting.length >= this.#mayWait)
				throw new ApiError('busy', '同时的请求太多，请稍后再试。', 'Too many requests at once; try again in a moment.');
			await new Promise<void>((resolve) => this.#waiting.push(resolve));
		} else this.#working++;
		try {
			return await work();
		} finally {
			const next = this.#waiting.shift();
			if (next) next();
			else this.#working--;
		}
	}
}
