import { getContext, setContext, untrack } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';
import { noteCount, noteKey, type LinkState, type Note } from '#lib/filters/link.ts';
import { browserStorage } from './kept-boards.ts';
import { keepNotes, keptNotes, type NotedPage } from './kept-notes.ts';

/** A note as a panel shows it. */
export interface NumberedNote extends Note {
	/** From 1 within its panel. */
	readonly number: number;
	/** This browser keeps it, too. */
	readonly kept: boolean;
}

/** A panel that gets a note. */
export interface NotedPanel {
	readonly name: string;
	readonly title: string;
}

/** What notes need of the page's address. */
export interface NotesAddress {
	readonly link: LinkState;
	setLink(patch: Partial<LinkState>): Promise<void>;
}

/** The notes of the page: those of its link, and those that this browser keeps. */
export class PageNotes {
	readonly #address: NotesAddress;
	readonly #page: () => NotedPage | null;
	/** Counts up when this browser keeps others. 0: not looked yet, so that the first drawing is the server's. */
	#changed = $state(0);
	#asked = $state.raw<NotedPanel | null>(null);
	/** How many of each name stand on the page. */
	readonly #panels = new SvelteMap<string, number>();
	readonly #kept = $derived.by(() => {
		const page = this.#page();
		return page && this.#changed > 0 ? keptNotes(browserStorage(), page) : [];
	});
	readonly #all = $derived.by(() => numbered([...this.#address.link.notes, ...this.#kept], this.#kept));

	/** `page` says which page it is; null before a release is open. */
	constructor(address: NotesAddress, page: () => NotedPage | null) {
		this.#address = address;
		this.#page = page;
	}

	/** All of the page, in the order of its link. */
	get all(): readonly NumberedNote[] {
		return this.#all;
	}
	/** The panel that a note is being written for. */
	get asked() {
		return this.#asked;
	}
	/** A link carries no more. */
	get full(): boolean {
		return this.#all.length >= noteCount;
	}

	/** Looks what this browser keeps; once the page is on the screen. */
	readonly wake = (): void => {
		this.#changed++;
	};

	/** A panel stands on the page; returns how to take it off again. */
	enter(panel: string): () => void {
		const count = (more: number) => untrack(() => this.#panels.set(panel, (this.#panels.get(panel) ?? 0) + more));
		count(1);
		return () => void count(-1);
	}

	/** Notes of the link whose panels do not stand on this page; none before any does. */
	get stray(): readonly Note[] {
		const here = [...this.#panels].flatMap(([panel, count]) => (count > 0 ? [panel] : []));
		return here.length === 0 ? [] : this.#address.link.notes.filter(({ panel }) => !here.includes(panel));
	}

	/** Takes them out of the address. */
	readonly dropStray = (): void => {
		const stray = new Set(this.stray.map(noteKey));
		const notes = this.#address.link.notes.filter((note) => !stray.has(noteKey(note)));
		void this.#address.setLink({ notes });
	};

	/** Those of one panel. */
	of(panel: string): readonly NumberedNote[] {
		return this.#all.filter((note) => note.panel === panel);
	}

	/** The numbers of a panel's notes by period, as a picture marks them: 1, or 1 3. */
	marks(panel: string): ReadonlyMap<string, string> {
		const marks = new Map<string, string>();
		for (const { period, number } of this.of(panel))
			marks.set(period, [marks.get(period), number].filter((part) => part !== undefined).join(' '));
		return marks;
	}

	/** Opens the dialog for a panel. */
	readonly ask = (panel: NotedPanel): void => {
		this.#asked = panel;
	};

	readonly close = (): void => {
		this.#asked = null;
	};

	/** Pins a note: into the address, and into this browser if wished. False where the browser could not keep it. */
	async add(note: Note, keepHere: boolean): Promise<boolean> {
		const kept = !keepHere || this.#keep([...this.#kept, note]);
		await this.#address.setLink({ notes: [...this.#address.link.notes, note] });
		return kept;
	}

	/** Takes a note out of the address and of this browser. */
	async remove(note: Note): Promise<void> {
		const others = (notes: readonly Note[]) => notes.filter((other) => noteKey(other) !== noteKey(note));
		if (others(this.#kept).length < this.#kept.length) this.#keep(others(this.#kept));
		if (others(this.#address.link.notes).length < this.#address.link.notes.length)
			await this.#address.setLink({ notes: others(this.#address.link.notes) });
	}

	#keep(notes: readonly Note[]): boolean {
		const page = this.#page();
		const done = page !== null && keepNotes(browserStorage(), page, notes);
		this.#changed++;
		return done;
	}
}

function numbered(notes: readonly Note[], kept: readonly Note[]): NumberedNote[] {
	const known = new Set(kept.map(noteKey));
	const counts = new Map<string, number>();
	return [...new Map(notes.map((note) => [noteKey(note), note])).values()].slice(0, noteCount).map((note) => {
		const number = (counts.get(note.panel) ?? 0) + 1;
		counts.set(note.panel, number);
		return { ...note, number, kept: known.has(noteKey(note)) };
	});
}

const key = Symbol('notes');

/** Set by the root layout. */
export function setNotes(notes: PageNotes): PageNotes {
	return setContext(key, notes);
}

/** The page's own; null where a component stands by itself. */
export function getNotes(): PageNotes | null {
	return getContext<PageNotes | undefined>(key) ?? null;
}
