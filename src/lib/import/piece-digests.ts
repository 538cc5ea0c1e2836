import { sha256 } from './digest.ts';

const pieceBytes = 4 * 1024 * 1024;

/**
 * SHA-256 in hex of each 4 MB of bytes that are still being written, begun as soon as a piece is there: the platform
 * hashes beside the reading, and copies no more than a piece.
 */
export class PieceDigests {
	readonly #digests: Promise<string>[] = [];
	#begun = 0;

	/** Takes the pieces that are complete. `written`: everything so far, of which nothing changes any more. */
	advance(written: Uint8Array): void {
		for (; this.#begun + pieceBytes <= written.length; this.#begun += pieceBytes)
			this.#digests.push(sha256(written.subarray(this.#begun, this.#begun + pieceBytes)));
	}

	/** The digests of all pieces, the last one with what is left; of nothing, one. */
	async finish(all: Uint8Array): Promise<string[]> {
		this.advance(all);
		const rest = all.subarray(this.#begun);
		if (rest.length > 0 || this.#begun === 0) this.#digests.push(sha256(rest));
		return Promise.all(this.#digests);
	}
}
