import { pastedFiles } from '#lib/state/pasted-table.ts';

/** The table in the clipboard, asked for by a button; none where the browser or the person refuses. */
export async function clipboardTable(): Promise<File[]> {
	try {
		const text = await navigator.clipboard.readText();
		return pastedFiles({ files: [], getData: (type) => (type === 'text/plain' ? text : '') });
	} catch {
		return [];
	}
}
