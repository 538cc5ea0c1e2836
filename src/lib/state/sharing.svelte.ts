import { getContext, setContext } from 'svelte';

/** A panel that is handed on by itself. */
export interface SharedPanel {
	/** Its name within the page. */
	readonly name: string;
	/** The sentence above it. */
	readonly title: string;
}

/** What is being handed on: a page, or one panel of it. */
export class Sharing {
	#asked = $state.raw<{ readonly panel: SharedPanel | null } | null>(null);
	#sentence: () => string | null = () => null;
	#rules: () => string | null = () => null;

	/** What the dialog is about; null while it is closed. */
	get asked() {
		return this.#asked;
	}
	/** The sentence that opens the page, for a chat; null where the page has none. */
	get sentence(): string | null {
		return this.#sentence();
	}

	/** Fingerprint of the rules of the board that is shown; null elsewhere. */
	get rules(): string | null {
		return this.#rules();
	}

	/** Opens the dialog for the page, or for one panel. */
	readonly open = (panel: SharedPanel | null = null): void => {
		this.#asked = { panel };
	};

	readonly close = (): void => {
		this.#asked = null;
	};

	/** The page's heading says its sentence; returns how to take it back. */
	tell(sentence: () => string | null): () => void {
		this.#sentence = sentence;
		return () => {
			if (this.#sentence === sentence) this.#sentence = () => null;
		};
	}

	/** A board says the fingerprint of its rules; returns how to take it back. */
	tellRules(rules: () => string | null): () => void {
		this.#rules = rules;
		return () => {
			if (this.#rules === rules) this.#rules = () => null;
		};
	}
}

const key = Symbol('sharing');

/** Set by the root layout. */
export function setSharing(sharing: Sharing): Sharing {
	return setContext(key, sharing);
}

/** The page's own; null where a component stands by itself. */
export function getSharing(): Sharing | null {
	return getContext<Sharing | undefined>(key) ?? null;
}
