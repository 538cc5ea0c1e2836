import { chartTheme, type ChartTheme } from '#lib/charts/theme.ts';
import type { ServedPicture } from '#lib/state/page-server.ts';
import { svgPicture } from './svg-picture.ts';

/** Surroundings of pictures that are drawn before anything is known of the reader's screen but what it says of itself. */
export interface FirstSurroundings {
	/** Px that a picture has across. */
	readonly width: number;
	/** Null: as the reader's system has it, so both are drawn. */
	readonly theme: 'light' | 'dark' | null;
	readonly accent?: { readonly light: string; readonly dark: string } | null;
}

/** A chart as images for the first byte of a page. `height`: px, or a CSS aspect ratio such as `4 / 3`. */
export function firstPicture(
	option: (theme: ChartTheme) => object,
	height: number | string,
	{ width, theme, accent }: FirstSurroundings
): ServedPicture {
	const [across = 1, down = 1] = typeof height === 'string' ? height.split('/').map(Number) : [];
	const tall = typeof height === 'number' ? height : (width * down) / across;
	const draw = (name: 'light' | 'dark') =>
		imageUrl(
			svgPicture(
				option(chartTheme(name, { width, height: tall, ...(accent && { accent: accent[name] }) })),
				width,
				tall
			)
		);
	return { light: draw(theme ?? 'light'), dark: theme ? '' : draw('dark') };
}

/** SVG as the address of an image, without blanks, at which lists of images would end. Base64 hardly compresses. */
function imageUrl(svg: string): string {
	return `data:image/svg+xml,${svg.replace(/[%#"<>\s]/g, encodeURIComponent)}`;
}
