import type { RevealState } from '#lib/leaderboard/reveal-state.ts';
import { conduct, stageView, type Ceremony, type KeptCeremony } from './ceremony.ts';
import { beat, channelName, readPresenterMessage, type StageMessage } from './channel.ts';
import type { Command } from './keys.ts';

/** What the stage asks of its surroundings. */
export interface StageSurroundings {
	readonly profile: string;
	readonly rehearsal: boolean;
	/** Notes where the ceremony is, so that a reload goes on from there. */
	readonly onkeep: (kept: KeptCeremony) => void;
	/** The full screen and the way out are the page's. */
	readonly onscreen: () => void;
	readonly onleave: () => void;
}

/** Conducts one ceremony: the only owner of its state. Made for a stage, closed with it. */
export class Conductor {
	readonly ceremony: Ceremony;
	readonly startedAt: number;
	readonly #surroundings: StageSurroundings;
	readonly #channel: BroadcastChannel | null;
	readonly #heart: ReturnType<typeof setInterval>;
	#clock: ReturnType<typeof setTimeout> | undefined;
	#state = $state.raw<RevealState>({ log: [], mode: 'paused', stops: [], blank: false });
	readonly #view = $derived.by(() => stageView(this.ceremony, this.#state));

	constructor(ceremony: Ceremony, surroundings: StageSurroundings, from: KeptCeremony | null = null) {
		this.ceremony = ceremony;
		this.#surroundings = surroundings;
		this.startedAt = from?.startedAt ?? Date.now();
		this.#state = from?.state ?? ceremony.start;
		const name = channelName(surroundings.profile, ceremony.scene.rules.id);
		this.#channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(name);
		this.#channel?.addEventListener('message', ({ data }) => this.#heard(data));
		this.#heart = setInterval(() => this.#say({ type: 'alive' }), beat * 1000);
		this.#introduce();
		this.#keep();
	}

	get state(): RevealState {
		return this.#state;
	}
	get view() {
		return this.#view;
	}

	/** Does what a key, a remote or the presenter asks for. */
	command(command: Command): void {
		if (command === 'screen') return this.#surroundings.onscreen();
		if (command === 'leave') {
			this.#apply(conduct(this.ceremony, this.#state, { type: 'pause' }));
			return this.#surroundings.onleave();
		}
		this.#apply(conduct(this.ceremony, this.#state, { type: command }));
	}

	/** Ends the clocks and tells the presenter's window. */
	close(): void {
		clearTimeout(this.#clock);
		clearInterval(this.#heart);
		this.#say({ type: 'gone' });
		this.#channel?.close();
	}

	#apply(state: RevealState): void {
		if (state !== this.#state) {
			this.#state = state;
			this.#keep();
			this.#tell();
		}
		// Counted anew from every item, so that a step by hand is not followed by another one at once.
		clearTimeout(this.#clock);
		if (state.mode === 'auto' && this.#view.next !== null) this.#clock = setTimeout(() => this.#tick(), this.#pace);
	}

	get #pace(): number {
		return this.ceremony.scene.config.pace * 1000;
	}

	#tick(): void {
		this.#apply(conduct(this.ceremony, this.#state, { type: 'tick' }));
	}

	#heard(data: unknown): void {
		const message = readPresenterMessage(data);
		if (message?.type === 'hello') this.#introduce();
		// The full screen can only be asked for by a key in its own window.
		else if (message?.type === 'command' && message.command !== 'screen') this.command(message.command);
	}

	#introduce(): void {
		this.#say({ type: 'scene', scene: this.ceremony.scene, rehearsal: this.#surroundings.rehearsal });
		this.#tell();
	}

	#tell(): void {
		this.#say({ type: 'state', state: this.#state, startedAt: this.startedAt });
	}

	#say(message: StageMessage): void {
		this.#channel?.postMessage(message);
	}

	#keep(): void {
		const { ceremony, startedAt } = this;
		this.#surroundings.onkeep({ id: ceremony.id, state: this.#state, startedAt });
	}
}
