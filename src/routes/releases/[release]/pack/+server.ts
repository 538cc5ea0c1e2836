import { dirname } from 'node:path';
import { packName, packType } from '#lib/release/pack/pack-format.ts';
import { readPackNotes } from '#lib/release/pack/pack-notes.ts';
import { openedRelease } from '#lib/server/open-releases.ts';
import { packOfFolder } from '#lib/server/release-pack.ts';
import { servedReleases } from '#lib/server/served-releases.ts';
import type { RequestHandler } from './$types';

/** A release as a hand-over pack, streamed from disk. */
export const GET: RequestHandler = ({ params }) => packed(params.release, undefined);

/** The same with the notes of a browser, as the form field `kept`. */
export const POST: RequestHandler = async ({ params, request }) => {
	const field = (await request.formData()).get('kept');
	try {
		const kept = readPackNotes(JSON.parse(typeof field === 'string' ? field : 'null'));
		return await packed(params.release, kept.pages.length > 0 ? kept : undefined);
	} catch (error) {
		if (error instanceof SyntaxError) return new Response(null, { status: 400 });
		throw error;
	}
};

async function packed(release: string, kept: unknown): Promise<Response> {
	const manifest = await servedReleases.file(release, 'manifest.json');
	if (!manifest) return new Response(null, { status: 404 });
	const connector = await openedRelease(release);
	const { list, bytes } = await packOfFolder(dirname(manifest.path), connector, {
		madeAt: new Date().toISOString(),
		kept
	});
	const body = new ReadableStream<Uint8Array>({
		async pull(controller) {
			// A file that is not what the manifest says ends the download, which browsers show as failed.
			const { value, done } = await bytes.next();
			if (done) controller.close();
			else controller.enqueue(value);
		},
		cancel: async () => void (await bytes.return(undefined))
	});
	return new Response(body, {
		headers: {
			'cache-control': 'no-store',
			'content-disposition': `attachment; filename="gongbang-${list.profile}.gongbang"; filename*=UTF-8''${encodeURIComponent(packName(list))}`,
			'content-type': packType
		}
	});
}
