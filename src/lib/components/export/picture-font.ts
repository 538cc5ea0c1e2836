import inter from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url';
import type { PictureFont } from '#lib/charts/compose-picture.ts';

let font: Promise<PictureFont | null> | null = null;

async function read(): Promise<PictureFont | null> {
	try {
		const answer = await fetch(inter);
		if (!answer.ok) return null;
		const bytes = new Uint8Array(await answer.arrayBuffer());
		let text = '';
		for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
		/* Latin letters and figures, as in app.css: everything else stays with the faces of the system. */
		const range = 'U+0000-00B6,U+00B8-00FF,U+0131,U+0152-0153,U+02DA,U+02DC,U+2009,U+2013,U+2122,U+2191-2193,U+2212';
		return { family: 'Inter Figures', woff2: btoa(text), range };
	} catch {
		return null;
	}
}

/** The page's face for figures; a picture looks right without it too, so that a failure is no error. */
export function pictureFont(): Promise<PictureFont | null> {
	return (font ??= read());
}
