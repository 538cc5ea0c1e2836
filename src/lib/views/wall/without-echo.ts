/** A tile whose unit stands in its title already does not say it again. */
export function withoutEcho<T extends { readonly title: string; readonly unit: string }>(tile: T): T {
	return tile.title.toLowerCase().includes(tile.unit.toLowerCase()) ? { ...tile, unit: '' } : tile;
}
