import { readCommand, type WallCommand } from '#lib/wall/commands.ts';
import { readState, type WallState } from '#lib/wall/wall-state.ts';

/**
 * Where commands come to a wall from, and whom it tells how it is. A wall knows nothing else of who commands it: another
 * window of the same browser today, a channel of the server once there are accounts.
 */
export interface WallRemote {
	/** Commands are checked before they get here. Gives what ends it. */
	listen(oncommand: (command: WallCommand) => void, onask: () => void): () => void;
	tell(state: WallState): void;
}

/** The other end: sends commands and hears how walls are. */
export interface WallControl {
	listen(onstate: (state: WallState) => void): () => void;
	/** To one wall. */
	send(wall: string, command: WallCommand): void;
	/** Asks every wall to say how it is. */
	ask(): void;
}

const channelName = 'gongbang-wall';

/** What goes through the channel, either way. */
interface Message {
	readonly wall?: unknown;
	readonly command?: unknown;
	readonly state?: unknown;
	readonly ask?: unknown;
}

/** A channel of this browser; null where it has none. */
function openChannel(): BroadcastChannel | null {
	return typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(channelName);
}

function hear(channel: BroadcastChannel | null, take: (message: Message) => void): () => void {
	channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
		if (typeof data === 'object' && data !== null) take(data);
	});
	return () => channel?.close();
}

/** Commands from the other windows of this browser, for the wall of this id. */
export class ChannelRemote implements WallRemote {
	readonly #wall: string;
	#channel: BroadcastChannel | null = null;

	constructor(wall: string) {
		this.#wall = wall;
	}

	listen(oncommand: (command: WallCommand) => void, onask: () => void): () => void {
		const channel = (this.#channel = openChannel());
		return hear(channel, ({ wall, command, ask }) => {
			if (ask === true) return onask();
			const read = wall === this.#wall ? readCommand(command) : null;
			if (read) oncommand(read);
		});
	}

	tell(state: WallState): void {
		this.#channel?.postMessage({ state } satisfies Message);
	}
}

/** The walls in other windows of this browser. */
export class ChannelControl implements WallControl {
	#channel: BroadcastChannel | null = null;

	listen(onstate: (state: WallState) => void): () => void {
		const channel = (this.#channel = openChannel());
		return hear(channel, ({ state }) => {
			const read = readState(state);
			if (read) onstate(read);
		});
	}

	send(wall: string, command: WallCommand): void {
		this.#channel?.postMessage({ wall, command } satisfies Message);
	}

	ask(): void {
		this.#channel?.postMessage({ ask: true } satisfies Message);
	}
}
