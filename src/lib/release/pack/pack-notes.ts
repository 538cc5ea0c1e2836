import { isNote, type Note } from '#lib/filters/link.ts';

/** The notes of one page. */
export interface NotesOfPage {
	/** The path, e.g. `/regions`. */
	readonly path: string;
	readonly notes: readonly Note[];
}

/** `kept.json`: what a browser kept of a profile. */
export interface PackNotes {
	readonly pages: readonly NotesOfPage[];
}

const mostPages = 400;
const mostNotes = 40;

/** Reads what a browser or a pack says it kept; what cannot be used is left out. */
export function readPackNotes(json: unknown): PackNotes {
	const { pages } = (json ?? {}) as { pages?: unknown };
	if (!Array.isArray(pages)) return { pages: [] };
	return { pages: pages.slice(0, mostPages).flatMap(readPage) };
}

function readPage(value: unknown): NotesOfPage[] {
	const { path, notes } = (value ?? {}) as { path?: unknown; notes?: unknown };
	if (typeof path !== 'string' || !/^\/[^\p{C}<>?#]{0,200}$/u.test(path) || !Array.isArray(notes)) return [];
	const usable = notes.slice(0, mostNotes).flatMap((note: Partial<Record<keyof Note, unknown>> | null): Note[] => {
		const { panel, period, text } = note ?? {};
		if (typeof panel !== 'string' || typeof period !== 'string' || typeof text !== 'string') return [];
		return isNote({ panel, period, text }) ? [{ panel, period, text }] : [];
	});
	return usable.length > 0 ? [{ path, notes: usable }] : [];
}
