/** A figure whose unit stands in its title already does not say it again. */
export function withoutEcho<T extends { readonly title: string; readonly unit: string }>(figure: T): T {
	return figure.title.toLowerCase().includes(figure.unit.toLowerCase()) ? { ...figure, unit: '' } : figure;
}
