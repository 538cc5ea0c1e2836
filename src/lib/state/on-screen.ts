/** Settles when what was changed is on the screen; a page that is not seen draws nothing and does not wait for it. */
export function onScreen(): Promise<void> {
	return new Promise((resolve) => {
		requestAnimationFrame(() => setTimeout(resolve));
		setTimeout(resolve, 100);
	});
}
