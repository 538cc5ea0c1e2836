import type { ComposedPicture } from '#lib/charts/compose-picture.ts';

/** Size of pictures in chats and feeds, px; whoever shows them cuts them to about this shape. */
const size = { width: 1200, height: 630 };

/** Faces that hold Chinese, by their names on the systems that bring them. */
const chinese = /CJK|Source Han|Noto S\w+ SC|PingFang|HarmonyOS|YaHei|SimSun|SimHei|DengXian|WenQuanYi|Hei|Song/i;

const loaded = import('@napi-rs/canvas').then(
	(canvas) => (canvas.GlobalFonts.families.some(({ family }) => chinese.test(family)) ? canvas : null),
	// There is none for every machine; pages are the same without previews.
	() => null
);

/** Whether this machine can make pictures of charts: it needs a face for Chinese. */
export async function canRaster(): Promise<boolean> {
	return (await loaded) !== null;
}

/** A picture as PNG of 1200 × 630 px, whole and in its middle, on `paper`; null where `canRaster` is false. */
export async function previewPng(picture: ComposedPicture, paper: string): Promise<Uint8Array<ArrayBuffer> | null> {
	const canvas = await loaded;
	if (!canvas) return null;
	const image = await canvas.loadImage(Buffer.from(onBaselines(picture.svg)));
	const sheet = canvas.createCanvas(size.width, size.height);
	const context = sheet.getContext('2d');
	context.fillStyle = paper;
	context.fillRect(0, 0, size.width, size.height);
	const scale = Math.min(size.width / picture.width, size.height / picture.height);
	const [width, height] = [picture.width * scale, picture.height * scale];
	context.drawImage(image, (size.width - width) / 2, (size.height - height) / 2, width, height);
	return new Uint8Array(await sheet.encode('png'));
}

/** The drawer knows no `dy`: the shift of a text from its middle to its baseline goes into `y`, which may be written 5e-14. */
export function onBaselines(svg: string): string {
	return svg.replace(/<text [^>]*>/g, (tag) => {
		const dy = /\bdy="(-?[\d.]+)em"/.exec(tag);
		const fontSize = /\bfont-size="([\d.]+)/.exec(tag);
		if (!dy || !fontSize) return tag;
		const shift = Number(dy[1]) * Number(fontSize[1]);
		const moved = tag.replace(dy[0], '');
		const y = /\by="([^"]+)"/.exec(moved);
		return y ? moved.replace(y[0], `y="${Number(y[1]) + shift}"`) : moved.replace('<text ', `<text y="${shift}" `);
	});
}
