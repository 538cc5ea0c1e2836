/** Hands a file to the browser's downloads. */
export function saveFile(blob: Blob, name: string): void {
	const url = URL.createObjectURL(blob);
	const link = Object.assign(document.createElement('a'), { href: url, download: name });
	link.click();
	setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** A JSON file for people as well: tabs, and a line at its end. */
export function saveJson(value: unknown, name: string): void {
	saveFile(new Blob([`${JSON.stringify(value, null, '\t')}\n`], { type: 'application/json' }), name);
}

/** A name that every system takes: what file systems refuse becomes a hyphen. */
export function fileName(...parts: readonly string[]): string {
	return parts
		.filter((part) => part !== '')
		.map((part) => part.replaceAll(/[\\/:*?"<>|\s\p{Cc}]+/gu, '-').replaceAll(/^[-.]+|[-.]+$/g, ''))
		.join('-');
}

/** The JSON of a file that somebody chose; null where it is none. */
export async function readJsonFile(file: File): Promise<{ readonly json: unknown } | null> {
	try {
		return { json: JSON.parse((await file.text()).replace(/^\ufeff/, '')) as unknown };
	} catch {
		return null;
	}
}
