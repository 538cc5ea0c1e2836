import type { Bilingual } from '#lib/format/language.ts';
import { keepWalls, readKeptWalls } from '#lib/state/kept-walls.ts';
import type { Playlist, SceneEntry } from '#lib/wall/playlist.ts';
import { playlistDefaults, playlistLimits } from '#lib/wall/read-playlist.ts';

/** Whose a playlist is: of this browser, of the profile, or of the program. */
export type Whose = 'own' | 'profile' | 'usual';

/** A playlist of the list. */
export interface Listed {
	/** `own:hall`. */
	readonly key: string;
	readonly whose: Whose;
	readonly playlist: Playlist;
}

/** What was deleted last, or gave way to an import, so that it can come back to its place. */
type Removed =
	| { readonly what: 'lists'; readonly lists: readonly { readonly index: number; readonly playlist: Playlist }[] }
	| { readonly what: 'scene'; readonly list: string; readonly index: number; readonly scene: SceneEntry };

interface Surroundings {
	readonly profile: string;
	readonly shipped: () => readonly Listed[];
	readonly storage: Storage | undefined;
}

/**
 * The playlists at hand while they are edited. Those of the profile and of the program stay as they are: whoever changes
 * one gets a copy of their own under the same id, which exported takes the place of the profile's.
 */
export class PlaylistDesk {
	readonly #around: Surroundings;
	#own = $state.raw<readonly Playlist[]>([]);
	#key = $state<string | null>(null);
	#scene = $state(0);
	#removed = $state.raw<Removed | null>(null);
	#kept = $state(true);
	#copied = $state(false);

	constructor(around: Surroundings) {
		this.#around = around;
	}

	/** Takes what this browser has; the server knows nothing of it. */
	wake(): void {
		this.#own = readKeptWalls(this.#around.storage, this.#around.profile);
	}

	/** Those of this browser first, then the profile's, then the program's. */
	get all(): readonly Listed[] {
		const own = this.#own.map((playlist) => ({ key: `own:${playlist.id}`, whose: 'own' as const, playlist }));
		return [...own, ...this.#around.shipped()];
	}
	get own(): readonly Playlist[] {
		return this.#own;
	}
	/** The one that is open. */
	get current(): Listed {
		const { all } = this;
		return all.find(({ key }) => key === this.#key) ?? (all.find(({ whose }) => whose !== 'own') as Listed);
	}
	get playlist(): Playlist {
		return this.current.playlist;
	}
	/** The scene that is open, from 0. */
	get sceneIndex(): number {
		return Math.min(this.#scene, this.playlist.scenes.length - 1);
	}
	get scene(): SceneEntry {
		return this.playlist.scenes[this.sceneIndex] as SceneEntry;
	}
	get removed(): Removed | null {
		return this.#removed;
	}
	/** Whether this browser could keep the last change. */
	get kept(): boolean {
		return this.#kept;
	}
	/** Whether the last change made a copy. */
	get copied(): boolean {
		return this.#copied;
	}
	get full(): boolean {
		return this.#own.length >= playlistLimits.playlists;
	}

	open(key: string): void {
		this.#key = key;
		this.#scene = 0;
		this.#copied = false;
	}
	openScene(index: number): void {
		this.#scene = index;
	}

	/** Changes the open playlist, or a copy of it where it is not this browser's. */
	change(part: Partial<Playlist>): void {
		const { current } = this;
		const changed = { ...current.playlist, ...part };
		if (current.whose === 'own') {
			this.#keep(this.#own.map((one) => (one === current.playlist ? changed : one)));
			this.#copied = false;
		} else {
			changed.id = this.#free(changed.id);
			this.#keep([...this.#own, changed]);
			this.#copied = true;
		}
		this.#key = `own:${changed.id}`;
	}

	/** A new one, or a copy of the open one. */
	add(title: Bilingual, like?: Playlist): void {
		if (this.full) return;
		const id = this.#free(like?.id ?? 'wall');
		const scenes = like?.scenes ?? [{ kind: 'figures' } as const];
		this.#keep([...this.#own, { ...playlistDefaults, ...like, id, title, scenes }]);
		this.open(`own:${id}`);
	}

	/**
	 * Takes imported ones, as many as there is room for; gives how many. Those of the same ids give way, and can be brought
	 * back beside them.
	 */
	take(playlists: readonly Playlist[]): number {
		const taken: Playlist[] = [];
		let left = this.#own;
		for (const playlist of playlists) {
			const others = left.filter(({ id }) => id !== playlist.id);
			// What has no room takes nothing away.
			if (others.length + taken.length >= playlistLimits.playlists) continue;
			left = others;
			taken.push(playlist);
		}
		const lists = this.#own.flatMap((playlist, index) => (left.includes(playlist) ? [] : [{ index, playlist }]));
		this.#keep([...left, ...taken]);
		if (lists.length > 0) this.#removed = { what: 'lists', lists };
		if (taken[0]) this.open(`own:${taken[0].id}`);
		return taken.length;
	}

	/** Deletes the open playlist, where it is this browser's. */
	remove(): void {
		const { whose, playlist } = this.current;
		if (whose !== 'own') return;
		const index = this.#own.indexOf(playlist);
		this.#removed = { what: 'lists', lists: [{ index, playlist }] };
		this.#keep(this.#own.filter((one) => one !== playlist));
		this.#key = null;
		this.#scene = 0;
	}

	addScene(scene: SceneEntry): void {
		const { scenes } = this.playlist;
		if (scenes.length >= playlistLimits.scenes) return;
		const at = this.sceneIndex + 1;
		this.change({ scenes: scenes.toSpliced(at, 0, scene) });
		this.#scene = at;
	}

	changeScene(scene: SceneEntry): void {
		this.change({ scenes: this.playlist.scenes.with(this.sceneIndex, scene) });
	}

	/** The last one stays: a playlist without a scene is none. */
	removeScene(index: number): void {
		const { scenes } = this.playlist;
		const scene = scenes[index];
		if (!scene || scenes.length < 2) return;
		this.change({ scenes: scenes.toSpliced(index, 1) });
		this.#removed = { what: 'scene', list: this.current.key, index, scene };
		if (index < this.#scene || this.#scene >= scenes.length - 1) this.#scene = Math.max(0, this.#scene - 1);
	}

	/** To another place; the open scene stays open. */
	move(from: number, to: number): void {
		const { scenes } = this.playlist;
		const scene = scenes[from];
		if (!scene || from === to || to < 0 || to >= scenes.length) return;
		const opened = this.scene;
		this.change({ scenes: scenes.toSpliced(from, 1).toSpliced(to, 0, scene) });
		this.#scene = Math.max(0, this.playlist.scenes.indexOf(opened));
	}

	/** Brings back what was deleted last; what there is no room for can still be brought back later. */
	undo(): void {
		const removed = this.#removed;
		this.#removed = null;
		if (removed?.what === 'lists') {
			const room = Math.max(0, playlistLimits.playlists - this.#own.length);
			for (const { index, playlist } of removed.lists.slice(0, room)) {
				const back = { ...playlist, id: this.#free(playlist.id) };
				this.#keep(this.#own.toSpliced(index, 0, back));
				this.open(`own:${back.id}`);
			}
			if (removed.lists.length > room) this.#removed = { what: 'lists', lists: removed.lists.slice(room) };
		} else if (removed) {
			if (!this.all.some(({ key }) => key === removed.list)) return;
			this.#key = removed.list;
			this.change({ scenes: this.playlist.scenes.toSpliced(removed.index, 0, removed.scene) });
			this.#scene = removed.index;
		}
	}

	/** Whether an id could be given to the open playlist. */
	isFree(id: string): boolean {
		return this.current.playlist.id === id || !this.#own.some((one) => one.id === id);
	}

	#free(id: string): string {
		let free = id;
		for (let count = 2; this.#own.some((one) => one.id === free); count++) free = `${id.slice(0, 56)}-${count}`;
		return free;
	}

	#keep(own: readonly Playlist[]): void {
		this.#own = own;
		this.#kept = keepWalls(this.#around.storage, this.#around.profile, own);
	}
}
