import { goto } from '$app/navigation';
import { page } from '$app/state';

/** Writes a parameter of the page into the URL; empty takes it out. Typing replaces the entry of the history. */
export function setPageParameter(
	name: 'q' | 'view' | 'event' | 'batch' | 'sort' | 'by' | 'row' | 'against',
	value: string | null,
	replaceState = false
): Promise<void> {
	const url = new URL(page.url);
	if (value) url.searchParams.set(name, value);
	else url.searchParams.delete(name);
	return goto(url, { replaceState, keepFocus: true, noScroll: true });
}
