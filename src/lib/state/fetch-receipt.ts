import type { Receipt } from '#lib/import/batch.ts';
import { releaseFetch } from './release-fetch.ts';
import { ReleaseUnreachable } from './release-store.ts';

/** The receipt of a published file. Throws ReleaseUnreachable where the server does not have it. */
export async function fetchReceipt(releasePath: string, batch: string): Promise<Receipt> {
	const path = `${releasePath}/batches/${batch}.json`;
	const response = await releaseFetch(path).catch((cause: unknown) => {
		throw new ReleaseUnreachable(path, null, cause);
	});
	if (!response.ok) throw new ReleaseUnreachable(path, response.status);
	return ((await response.json()) as { receipt: Receipt }).receipt;
}
