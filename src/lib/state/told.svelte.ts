import type { Capability } from './capabilities.ts';
import type { Notice } from './notices.ts';

/** What a session has to tell beside its figures: notices, and what this browser lacks. */
export class Told {
	#notices = $state.raw<readonly Notice[]>([]);
	#missing = $state.raw<readonly Capability[]>([]);

	get notices() {
		return this.#notices;
	}
	/** What this browser lacks. */
	get missing() {
		return this.#missing;
	}

	/** Shows a notice, one of a kind. */
	tell(notice: Notice): void {
		if (!this.#notices.some(({ kind }) => kind === notice.kind)) this.#notices = [...this.#notices, notice];
	}

	/** Takes a notice away. */
	dismiss(notice: Notice): void {
		this.#notices = this.#notices.filter((other) => other !== notice);
	}

	/** These notices and none of those before: another release was asked for. */
	restart(notices: readonly Notice[]): void {
		this.#notices = notices;
	}

	/** Notes what the browser turned out to lack. */
	lacks(capability: Capability): void {
		if (!this.#missing.includes(capability)) this.#missing = [...this.#missing, capability];
	}
}
