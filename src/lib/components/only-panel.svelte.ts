import { getContext, setContext } from 'svelte';

/** The one panel that a page shows, where it shows one alone. */
export class OnlyPanel {
	readonly #name: () => string | null;
	/** Whether the page has it. */
	found = $state(false);

	constructor(name: () => string | null) {
		this.#name = name;
	}

	/** Null: the page shows all of them. */
	get name(): string | null {
		return this.#name();
	}
}

const key = Symbol('only-panel');

/** Says which panel alone is shown, for everything below the calling component. */
export function setOnlyPanel(name: () => string | null): OnlyPanel {
	return setContext(key, new OnlyPanel(name));
}

/** Whether the panel of this name is shown here, and if so notes that there is one. */
export function showsPanel(name: string): boolean {
	const only = getContext<OnlyPanel | undefined>(key);
	if (!only?.name) return true;
	if (only.name !== name) return false;
	only.found = true;
	return true;
}
