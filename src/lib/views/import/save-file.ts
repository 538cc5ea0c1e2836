/** Gives a file to the person, under a name. */
export function saveFile(blob: Blob, name: string): void {
	const url = URL.createObjectURL(blob);
	const link = document.createElement('a');
	link.href = url;
	// A name may hold what no file system takes.
	link.download = name.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '_');
	link.click();
	setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
