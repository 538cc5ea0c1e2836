import { getContext, setContext } from 'svelte';
import { noLink, type LinkState, type ShownTable } from '#lib/filters/link.ts';

/** What the page's address says of tables, and how to change it. */
export interface TablesAddress {
	readonly link: LinkState;
	setLink(patch: Partial<LinkState>): Promise<void>;
}

/** Which panels are shown as tables, and how those are sorted. It stands in the address; what is chosen shows at once. */
export class ShownTables {
	readonly #address: TablesAddress;
	/** What was chosen and the address does not say yet. */
	#chosen = $state.raw<readonly ShownTable[] | null>(null);

	constructor(address: TablesAddress) {
		this.#address = address;
	}

	get #tables(): readonly ShownTable[] {
		return this.#chosen ?? this.#address.link.tables;
	}

	/** Whether a panel is shown as a table. */
	has(panel: string): boolean {
		return this.#tables.some((table) => table.panel === panel);
	}

	/** How a panel's table is sorted; null: as the panel has it. */
	sortOf(panel: string): ShownTable['sort'] {
		return this.#tables.find((table) => table.panel === panel)?.sort ?? null;
	}

	/** Shows a panel as a table or as a picture. */
	show(panel: string, asTable: boolean): Promise<void> {
		const others = this.#tables.filter((table) => table.panel !== panel);
		return this.#choose(asTable ? [...others, { panel, sort: null }] : others);
	}

	/** Sorts a panel's table. */
	sort(panel: string, sort: ShownTable['sort']): Promise<void> {
		return this.#choose(this.#tables.map((table) => (table.panel === panel ? { panel, sort } : table)));
	}

	async #choose(tables: readonly ShownTable[]): Promise<void> {
		this.#chosen = tables;
		try {
			await this.#address.setLink({ tables });
		} finally {
			if (this.#chosen === tables) this.#chosen = null;
		}
	}
}

const key = Symbol('tables');

/** Set by the root layout. */
export function setShownTables(tables: ShownTables): ShownTables {
	return setContext(key, tables);
}

/** The page's own; a panel that stands by itself has one of its own, which no address knows. */
export function getShownTables(): ShownTables {
	const found = getContext<ShownTables | undefined>(key);
	if (found) return found;
	let link = $state.raw<LinkState>(noLink);
	return new ShownTables({
		get link() {
			return link;
		},
		setLink: async (patch) => void (link = { ...link, ...patch })
	});
}
