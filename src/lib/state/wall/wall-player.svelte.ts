import type { Bilingual } from '#lib/format/language.ts';
import type { WallCommand } from '#lib/wall/commands.ts';
import { anchorFor, turnAt, turnOfPinned, type SceneLength, type Turn } from '#lib/wall/rotation.ts';

/** What is being played: the scenes that can be shown now, each by its place in the playlist. */
export interface Programme {
	readonly scenes: readonly (SceneLength & { readonly place: number })[];
}

/** A text that lies over everything. */
export interface Announcement {
	readonly text: Bilingual;
	/** Ms since 1970; null: until it is taken away. */
	readonly until: number | null;
}

/** What a player tells the wall around it. */
export interface PlayerEvents {
	/** Another scene begins: the moment at which the data may become another. */
	onchange(): void;
	onreload(): void;
}

/**
 * Which scene is on. Everything follows from the programme and the clock, see `turnAt`; commands move the clock's anchor
 * or hold it. It does not tick by itself: whoever owns it calls `tick` often enough.
 */
export class WallPlayer {
	readonly #programme: () => Programme;
	readonly #events: PlayerEvents;
	#now = $state(0);
	#anchor = $state(0);
	/** When it was halted; null while it runs. */
	#halted = $state<number | null>(null);
	/** The place in the playlist that stays, and since when. */
	#pinned = $state.raw<{ readonly place: number; readonly since: number } | null>(null);
	#announcement = $state.raw<Announcement | null>(null);
	#blank = $state(false);
	#place: number | null = null;

	readonly turn: Turn | null = $derived.by(() => this.#turnAt(this.#halted ?? this.#now));

	/** `now`: the moment that the page was drawn for. */
	constructor(programme: () => Programme, now: number, events: PlayerEvents) {
		this.#programme = programme;
		this.#events = events;
		this.#now = now;
	}

	/** Place in the playlist of the scene that is on; null where nothing can be shown. */
	get place(): number | null {
		return this.turn ? (this.#programme().scenes[this.turn.scene]?.place ?? null) : null;
	}
	get step(): number {
		return this.turn?.step ?? 0;
	}
	/** The place of the scene that comes after this one by itself; null where none does. */
	get nextPlace(): number | null {
		const { scenes } = this.#programme();
		if (!this.turn || this.#pinned || scenes.length < 2) return null;
		return scenes[(this.turn.scene + 1) % scenes.length]?.place ?? null;
	}
	get now(): number {
		return this.#now;
	}
	get paused(): boolean {
		return this.#halted !== null;
	}
	get pinned(): boolean {
		return this.#pinned !== null;
	}
	get blank(): boolean {
		return this.#blank;
	}
	/** What lies over everything at this moment. */
	get announcement(): Announcement | null {
		const { until } = this.#announcement ?? { until: null };
		return until !== null && until <= this.#now ? null : this.#announcement;
	}

	/** Takes the time. A scene change is told once, at the tick that brings it. */
	tick(now: number): void {
		this.#now = now;
		const { place } = this;
		if (place === this.#place) return;
		const first = this.#place === null;
		this.#place = place;
		if (!first) this.#events.onchange();
	}

	/** Does what somebody says. */
	command(command: WallCommand): void {
		switch (command.do) {
			case 'next':
				return this.#move(1);
			case 'previous':
				return this.#move(-1);
			case 'toggle':
				return this.command({ do: this.paused || this.pinned ? 'play' : 'pause' });
			case 'pause':
				this.#halted ??= this.#now;
				return;
			case 'play':
			case 'release':
				return this.#goOn();
			case 'pin':
				return this.#pin(command.scene === undefined ? this.place : command.scene - 1);
			case 'go':
				return this.#go(command.scene - 1);
			case 'announce':
				this.#announcement = {
					text: command.text,
					until: command.seconds === undefined ? null : this.#now + command.seconds * 1000
				};
				return;
			case 'quiet':
				this.#announcement = null;
				return;
			case 'blank':
				this.#blank = !this.#blank;
				return;
			case 'reload':
				this.#events.onreload();
		}
	}

	#turnAt(now: number): Turn | null {
		const { scenes } = this.#programme();
		const pinned = this.#pinned && scenes.findIndex(({ place }) => place === this.#pinned?.place);
		const scene = pinned === null || pinned === -1 ? undefined : scenes[pinned];
		if (scene && this.#pinned) return turnOfPinned(pinned as number, scene, this.#pinned.since, now);
		return turnAt(scenes, now, this.#anchor);
	}

	#move(by: number): void {
		const { scenes } = this.#programme();
		if (!this.turn || scenes.length === 0) return;
		const scene = (this.turn.scene + by + scenes.length) % scenes.length;
		this.#go(scenes[scene]?.place ?? null);
	}

	#go(place: number | null): void {
		const { scenes } = this.#programme();
		const scene = scenes.findIndex((one) => one.place === place);
		if (scene === -1) return;
		if (this.#pinned) this.#pinned = { place: place as number, since: this.#now };
		this.#anchor = anchorFor(scenes, scene, this.#now);
		if (this.#halted !== null) this.#halted = this.#now;
		this.tick(this.#now);
	}

	#pin(place: number | null): void {
		if (place === null || !this.#programme().scenes.some((one) => one.place === place)) return;
		this.#halted = null;
		this.#pinned = { place, since: this.#now };
		this.tick(this.#now);
	}

	/** On from where it stands, not from where it would be by now. */
	#goOn(): void {
		const { turn } = this;
		if (turn && (this.#pinned || this.#halted !== null)) {
			const within = (this.#halted ?? this.#now) - turn.since;
			this.#anchor = anchorFor(this.#programme().scenes, turn.scene, this.#now - within);
		}
		this.#pinned = null;
		this.#halted = null;
		this.tick(this.#now);
	}
}
