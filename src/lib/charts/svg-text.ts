/** Characters that XML cannot hold, escaped or not. */
const impossible = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** Text as it may stand in XML, between tags and in attributes; what XML cannot hold is left out. */
export function svgText(text: string): string {
	return text
		.toWellFormed()
		.replaceAll(impossible, '')
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');
}

const font = /style="font:\s*(?:(?:normal|italic)\s+)*(\d+|bold|normal)?\s*([\d.]+)px\s+([^"]*)"/;

/** `font` and `dominant-baseline` are not understood by office programs; plain attributes and a shift are. */
function plainText(tag: string): string {
	const [whole, weight = '400', size, family] = font.exec(tag) ?? [];
	if (!whole) return tag;
	const shift = tag.includes('dominant-baseline="central"') ? ' dy="0.36em"' : '';
	return tag
		.replace(/\s*dominant-baseline="central"/, '')
		.replace(whole, `font-weight="${weight}" font-size="${size}" font-family="${family}"${shift}`);
}

/**
 * What ECharts drew, as it may stand within another SVG: without the tag around it, without style sheets, classes and
 * marks for scripts, with text that viewers without CSS set in the right size and place.
 */
export function innerSvg(svg: string): string {
	return svg
		.replaceAll(impossible, '')
		.replace(/^[^]*?<svg[^>]*>/, '')
		.replace(/<\/svg>\s*$/, '')
		.replaceAll(/<style[^>]*>[^]*?<\/style>/g, '')
		.replaceAll(/\s(?:class|ecmeta_\w+)="[^"]*"/g, '')
		.replaceAll(/<text [^>]*>/g, plainText);
}
