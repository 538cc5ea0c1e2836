import type { Connector, Row } from '#lib/engine/connector.ts';
import { EngineStopped, isCrash } from '#lib/engine/crash.ts';
import type { Sql } from '#lib/sql/sql.ts';
import { Gate } from './gate.ts';

/** What the host needs of an engine; `BrowserEngine` is one. */
export interface HostedEngine {
	readonly connector: Connector;
	guard<T>(answer: Promise<T>): Promise<T>;
	forgetStatements(): void;
	terminate(): void;
}

export interface HostOptions<Engine extends HostedEngine, Content> {
	start(): Promise<Engine>;
	/** Lays content into a fresh engine. */
	lay(engine: Engine, content: Content): Promise<void>;
	/** Told when an engine died, before the next is started. */
	onCrash(error: unknown): void;
}

/**
 * Keeps one engine alive with its content. When the engine dies, a new one gets the same content and what was being
 * asked is asked once more; what kills two engines in a row is the question's own fault and fails.
 */
export class EngineHost<Engine extends HostedEngine, Content> {
	readonly #options: HostOptions<Engine, Content>;
	readonly #gate = new Gate();
	#engine: Promise<Engine> | null = null;
	#content: Content | null = null;
	#abandoned = false;

	constructor(options: HostOptions<Engine, Content>) {
		this.#options = options;
	}

	/** Starts the engine ahead of its content; a failure shows when the engine is needed. */
	warm(): void {
		this.#started().catch(() => {});
	}

	/** Content for a fresh engine: what was open before is let go, with its memory. */
	async open(content: Content): Promise<void> {
		await this.#gate.write(async () => {
			if (this.#content !== null) await this.#end();
			this.#content = null;
			try {
				await this.#lay(content);
			} catch (error) {
				if (!isCrash(error)) throw error;
				this.#options.onCrash(error);
				await this.#end();
				await this.#lay(content);
			}
			this.#content = content;
		});
	}

	/**
	 * Changes the content of the open engine by one step, alone. `update` says from the content at that moment what it
	 * will be, and throws when the change no longer fits. When the step fails, the content stays what it was.
	 */
	async change(
		update: (content: Content) => Content,
		step: (engine: Engine, next: Content) => Promise<void>
	): Promise<void> {
		await this.#gate.write(async () => {
			if (this.#content === null) throw new Error('Nothing is open.');
			const next = update(this.#content);
			const attempt = async () => {
				const engine = await this.#started();
				await engine.guard(step(engine, next));
				engine.forgetStatements();
			};
			try {
				await attempt();
			} catch (error) {
				if (!isCrash(error)) throw error;
				await this.#replace(error);
				try {
					await attempt();
				} catch (again) {
					if (isCrash(again)) await this.#replace(again);
					throw again;
				}
			}
			this.#content = next;
		});
	}

	/**
	 * Lets work that leaves everything as it was have the engine to itself. An engine that dies of it is replaced, and the
	 * work fails.
	 */
	async alone<T>(work: (engine: Engine) => Promise<T>): Promise<T> {
		return this.#gate.write(async () => {
			if (this.#content === null) throw new Error('Nothing is open.');
			const engine = await this.#started();
			try {
				const answer = await engine.guard(work(engine));
				engine.forgetStatements();
				return answer;
			} catch (error) {
				if (isCrash(error)) await this.#replace(error);
				else engine.forgetStatements();
				throw error;
			}
		});
	}

	/** Rows of one statement. */
	async query(statement: Sql): Promise<Row[]> {
		const asked = this.#engine;
		try {
			return await this.#ask(statement);
		} catch (error) {
			if (!isCrash(error)) throw error;
			await this.#revive(asked, error);
		}
		const asking = this.#engine;
		try {
			return await this.#ask(statement);
		} catch (error) {
			if (isCrash(error)) await this.#revive(asking, error);
			throw error;
		}
	}

	/** Ends the engine; the host can be opened again. */
	async close(): Promise<void> {
		await this.#gate.write(async () => {
			this.#content = null;
			await this.#end();
		});
	}

	/** Ends the engine at once and for good, whatever it is asked: an answer that never comes must not keep it. */
	abandon(): void {
		this.#abandoned = true;
		this.#content = null;
		void this.#engine?.then((engine) => engine.terminate()).catch(() => {});
	}

	#ask(statement: Sql): Promise<Row[]> {
		return this.#gate.read(async () => {
			const engine = await this.#started();
			return engine.guard(engine.connector.query(statement));
		});
	}

	/** Many questions may find the same dead engine: the first replaces it. */
	#revive(dead: Promise<Engine> | null, error: unknown): Promise<void> {
		return this.#gate.write(async () => {
			if (this.#engine === dead) await this.#replace(error);
		});
	}

	async #replace(error: unknown): Promise<void> {
		this.#options.onCrash(error);
		await this.#end();
		if (this.#content !== null) await this.#lay(this.#content);
	}

	async #lay(content: Content): Promise<void> {
		const engine = await this.#started();
		await engine.guard(this.#options.lay(engine, content));
		engine.forgetStatements();
	}

	#started(): Promise<Engine> {
		if (this.#abandoned) return Promise.reject(new EngineStopped('The engine was given up.'));
		if (this.#engine) return this.#engine;
		const started = this.#options.start();
		this.#engine = started;
		// A start that failed (no connection) may succeed the next time.
		started.catch(() => this.#engine === started && (this.#engine = null));
		return started;
	}

	async #end(): Promise<void> {
		const engine = await this.#engine?.catch(() => null);
		this.#engine = null;
		engine?.terminate();
	}
}
