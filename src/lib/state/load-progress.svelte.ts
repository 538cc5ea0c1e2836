/** What the first load is busy with. */
export type LoadPhase = 'catalogue' | 'fetching' | 'opening';

/** Bytes that have arrived; the total is null while unknown. */
export interface Bytes {
	readonly done: number;
	readonly total: number | null;
}

/** How far a load is. Told often, shown at most once a frame by the page itself. */
export class LoadProgress {
	#phase = $state<LoadPhase>('catalogue');
	#data = $state.raw<Bytes>({ done: 0, total: null });
	#engine = $state.raw<Bytes>({ done: 0, total: null });

	get phase() {
		return this.#phase;
	}
	/** Of the release's summary. */
	get dataBytes() {
		return this.#data;
	}
	/** Of the database engine; stays as it was when the engine is already there. */
	get engineBytes() {
		return this.#engine;
	}
	/** Both together, for one bar. */
	get bytes(): Bytes {
		const { done: dataDone, total: dataTotal } = this.#data;
		const { done, total } = this.#engine;
		return { done: dataDone + done, total: dataTotal === null || total === null ? null : dataTotal + total };
	}

	restart(): void {
		this.#phase = 'catalogue';
		this.#data = { done: 0, total: null };
	}
	enter(phase: LoadPhase): void {
		this.#phase = phase;
	}
	data(done: number, total: number): void {
		this.#data = { done, total };
	}
	engine(done: number, total: number | null): void {
		this.#engine = { done, total };
	}
}
