/** Which rows of a long list are in sight. All lengths in px. */
export interface RowWindow {
	/** 0-based position of the first row in sight. */
	readonly first: number;
	/** How far the first row is scrolled out above. */
	readonly offset: number;
	/** Rows in sight, partly hidden ones included. */
	readonly visible: number;
}

/** No browser draws boxes higher than some 17 million px; beyond this the scroll bar is finer than its rows. */
const highest = 8_000_000;

/** Geometry of a list of equally high rows of any number. */
export class RowGeometry {
	readonly #length: number;
	readonly #viewport: number;
	readonly #row: number;
	/** Height of what scrolls. */
	readonly height: number;

	constructor(count: number, row: number, viewport: number) {
		this.#row = row;
		this.#viewport = viewport;
		this.#length = count * row;
		this.height = Math.min(highest, this.#length);
	}

	/** Whether a px of the scroll bar is more than a px of the list. */
	get scaled(): boolean {
		return this.#length > this.height;
	}

	/** Place in the list for a place of the scroll bar. */
	fromScroll(scrollTop: number): number {
		return this.#limit(scrollTop * this.#ratio);
	}

	/** Place of the scroll bar for a place in the list. */
	toScroll(top: number): number {
		return this.#limit(top) / this.#ratio;
	}

	/** What is in sight at a place of the list. */
	at(top: number): RowWindow {
		const place = this.#limit(top);
		const first = Math.floor(place / this.#row);
		return { first, offset: place - first * this.#row, visible: Math.ceil(this.#viewport / this.#row) + 1 };
	}

	/** The place that brings a row into the upper third, or the present one where the row is in sight. */
	toRow(position: number, top: number): number {
		const row = position * this.#row;
		if (row >= top && row + this.#row <= top + this.#viewport) return this.#limit(top);
		return this.#limit(row - this.#viewport / 3);
	}

	/** The place that a key of the keyboard leads to; null for keys that lead nowhere. */
	byKey(key: string, top: number): number | null {
		const places: Readonly<Record<string, number>> = {
			ArrowDown: top + this.#row,
			ArrowUp: top - this.#row,
			PageDown: top + this.#viewport,
			PageUp: top - this.#viewport,
			Home: 0,
			End: this.#length
		};
		const place = places[key];
		return place === undefined ? null : this.#limit(place);
	}

	get #ratio(): number {
		const room = this.height - this.#viewport;
		return room > 0 ? (this.#length - this.#viewport) / room : 1;
	}

	#limit(top: number): number {
		return Math.max(0, Math.min(top, this.#length - this.#viewport));
	}
}
