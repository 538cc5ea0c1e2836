import type { RevealState } from '#lib/leaderboard/reveal-state.ts';
import { prepare, type Ceremony } from './ceremony.ts';
import { beat, channelName, readStageMessage, type PresenterMessage } from './channel.ts';
import type { Command } from './keys.ts';

/** What the presenter's window knows of the stage. */
export interface StageNews {
	/** null: the stage has not been heard of yet. */
	readonly ceremony: Ceremony | null;
	readonly stage: RevealState | null;
	readonly rehearsal: boolean;
	/** Milliseconds since 1970. */
	readonly startedAt: number;
	readonly now: number;
	/** Whether there is a stage that takes commands. */
	readonly connected: boolean;
}

/** The presenter's end of the channel to the stage. Made during component initialisation, closed with the component. */
export class StageLink {
	#ceremony = $state.raw<Ceremony | null>(null);
	#stage = $state.raw<RevealState | null>(null);
	#rehearsal = $state(false);
	#startedAt = $state(0);
	#heardAt = $state(0);
	#now = $state(Date.now());
	#channel: BroadcastChannel | null = null;

	readonly heard: StageNews = $derived({
		ceremony: this.#ceremony,
		stage: this.#stage,
		rehearsal: this.#rehearsal,
		startedAt: this.#startedAt,
		now: this.#now,
		connected: this.#heardAt > 0 && this.#now - this.#heardAt < beat * 3000
	});

	constructor(profile: string, board: string) {
		$effect(() => {
			const channel = new BroadcastChannel(channelName(profile, board));
			this.#channel = channel;
			channel.addEventListener('message', ({ data }) => this.#take(data));
			this.#say({ type: 'hello' });
			const clock = setInterval(() => {
				this.#now = Date.now();
				// A stage that opens later, or again after a reload, is found by asking.
				if (!this.heard.connected) this.#say({ type: 'hello' });
			}, 500);
			return () => {
				clearInterval(clock);
				channel.close();
				this.#channel = null;
			};
		});
	}

	/** Asks the stage to do something. */
	command(command: Command): void {
		this.#say({ type: 'command', command });
	}

	#say(message: PresenterMessage): void {
		this.#channel?.postMessage(message);
	}

	#take(data: unknown): void {
		const message = readStageMessage(data);
		if (!message) return;
		this.#now = Date.now();
		this.#heardAt = message.type === 'gone' ? 0 : this.#now;
		if (message.type === 'scene') {
			this.#ceremony = prepare(message.scene);
			this.#rehearsal = message.rehearsal;
		} else if (message.type === 'state') {
			this.#stage = message.state;
			this.#startedAt = message.startedAt;
		}
	}
}
