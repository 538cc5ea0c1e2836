import type { ComposedPicture } from '#lib/charts/compose-picture.ts';
import { m } from '#lib/messages/generated/messages.js';

/** Long enough for a font of 50 kB, ms. */
const fontTime = 150;

/** A picture in pixels, `scale` for each of its own. Throws a sentence where the browser cannot draw as much. */
export async function pngOf({ svg, width, height }: ComposedPicture, scale: number): Promise<Blob> {
	const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
	try {
		const image = new Image(width, height);
		image.src = url;
		await image.decode();
		/* No event tells when the font within is ready; without it the text stands in a face of the system. */
		await new Promise((done) => setTimeout(done, fontTime));
		const canvas = document.createElement('canvas');
		canvas.width = width * scale;
		canvas.height = height * scale;
		const context = canvas.getContext('2d');
		context?.drawImage(image, 0, 0, canvas.width, canvas.height);
		const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
		if (!context || !blob) throw new Error(m.exports_too_large());
		return blob;
	} finally {
		URL.revokeObjectURL(url);
	}
}
