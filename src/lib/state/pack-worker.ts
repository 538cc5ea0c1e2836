import { Sha256 } from '#lib/format/sha256.ts';
import type { Manifest } from '#lib/release/manifest.ts';
import { PackProblem } from '#lib/release/pack/pack-problem.ts';
import { openPack } from '#lib/release/pack/read-pack.ts';

/** What the worker says of a pack: how far it is, what it found wrong, or its manifest. */
export type PackNews =
	| { readonly done: number; readonly total: number }
	| { readonly manifest: Manifest }
	| { readonly problem: Pick<PackProblem, 'code' | 'text'> }
	| { readonly failed: string };

/** Nobody sees steps that follow each other faster. */
const step = 80;

self.onmessage = async ({ data }: MessageEvent<Blob>) => {
	const tell = (news: PackNews) => self.postMessage(news);
	let told = 0;
	try {
		const pack = await openPack(data);
		const manifest = await pack.verify(
			() => new Sha256(),
			(done, total) => {
				if (performance.now() - told < step && done < total) return;
				told = performance.now();
				tell({ done, total });
			}
		);
		tell({ manifest });
	} catch (error) {
		if (error instanceof PackProblem) tell({ problem: { code: error.code, text: error.text } });
		else tell({ failed: error instanceof Error ? error.message : String(error) });
	}
};
