/** Holds the screen for the wall: awake, whole, and without what a hand could do to it by accident. */
export class ScreenHold {
	#lock: WakeLockSentinel | null = null;
	#awake = $state(false);

	/** Whether the browser keeps the screen awake for us; where it cannot, the system's settings must. */
	get awake(): boolean {
		return this.#awake;
	}

	/** Begins; returns how to end. */
	start(): () => void {
		const ending = new AbortController();
		const { signal } = ending;
		void this.#wake();
		document.addEventListener('visibilitychange', () => void this.#wake(), { signal });
		addEventListener('contextmenu', (event) => event.preventDefault(), { signal });
		addEventListener('dragstart', (event) => event.preventDefault(), { signal });
		// A browser gives the whole screen only to a hand; one that was started as a kiosk has it already.
		for (const type of ['keydown', 'pointerup'] as const)
			addEventListener(type, () => void takeScreen(), { signal, once: true, capture: true });
		return () => {
			ending.abort();
			void this.#lock?.release().catch(() => {});
		};
	}

	/** The lock is lost whenever the page is hidden. */
	async #wake(): Promise<void> {
		if (document.visibilityState !== 'visible' || !navigator.wakeLock) return;
		if (this.#lock && !this.#lock.released) return;
		try {
			const lock = await navigator.wakeLock.request('screen');
			this.#lock = lock;
			this.#awake = true;
			lock.addEventListener('release', () => (this.#awake = this.#lock !== lock && this.#awake), { once: true });
		} catch {
			// A battery that is low, or a page that was hidden meanwhile.
			this.#awake = false;
		}
	}
}

async function takeScreen(): Promise<void> {
	if (document.fullscreenElement || matchMedia('(display-mode: fullscreen)').matches) return;
	await document.documentElement.requestFullscreen?.({ navigationUI: 'hide' }).catch(() => {});
}
