/** An amount of bytes for people: kB below a million, then MB, in powers of ten as networks and disks count. */
export function formatBytes(bytes: number): string {
	if (bytes < 1e3) return `${bytes} B`;
	return bytes < 1e6 ? `${Math.round(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
