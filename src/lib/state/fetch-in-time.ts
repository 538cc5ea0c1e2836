/** How long a server may keep silent, in ms: before it answers, and between two pieces of what it sends. */
export interface Patience {
	readonly answer: number;
	readonly pause: number;
}

const usual: Patience = { answer: 10_000, pause: 20_000 };

/** Fetches like `fetch`, but from a server that hangs it fails: there is always an end. A slow line may take its time. */
export async function fetchInTime(path: string, init: RequestInit = {}, patience = usual): Promise<Response> {
	const ending = new AbortController();
	let timer: ReturnType<typeof setTimeout>;
	const wait = (ms: number) => {
		clearTimeout(timer);
		timer = setTimeout(() => ending.abort(new Error(`${path}: no answer within ${ms / 1000} s`)), ms);
	};
	wait(patience.answer);
	try {
		const response = await fetch(path, { ...init, signal: ending.signal });
		if (!response.body) {
			clearTimeout(timer!);
			return response;
		}
		wait(patience.pause);
		const body = response.body.pipeThrough(
			new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
				transform(part, controller) {
					wait(patience.pause);
					controller.enqueue(part);
				},
				flush: () => clearTimeout(timer)
			})
		);
		const { status, statusText, headers } = response;
		return new Response(body, { status, statusText, headers });
	} catch (cause) {
		clearTimeout(timer!);
		throw cause;
	}
}
