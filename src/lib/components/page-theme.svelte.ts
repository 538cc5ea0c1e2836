import { createSubscriber } from 'svelte/reactivity';

/** What the page looks like now, as charts need it: theme, root size and whether things may move. Reactive. */
export class PageTheme {
	/* Reading a computed style makes the browser settle its layout, so it is read again only after a change. */
	#read: { name: 'light' | 'dark'; accent: string; font: string; rem: number; motion: number } | null = null;
	#subscribe = createSubscriber((changed) => {
		const update = () => {
			this.#read = null;
			changed();
		};
		const queries = ['(prefers-color-scheme: dark)', '(prefers-reduced-motion: reduce)', 'print'].map((query) =>
			matchMedia(query)
		);
		for (const query of queries) query.addEventListener('change', update);
		addEventListener('resize', update);
		const observer = new MutationObserver(update);
		observer.observe(document.documentElement, {
			attributes: true,
			attributeFilter: ['data-theme', 'data-accent', 'lang']
		});
		void document.fonts?.ready.then(update);
		return () => {
			this.#read = null;
			for (const query of queries) query.removeEventListener('change', update);
			removeEventListener('resize', update);
			observer.disconnect();
		};
	});

	/** light or dark, by choice or by the system; always light on printed paper. */
	get name(): 'light' | 'dark' {
		return this.#current.name;
	}
	/** The accent in CSS hex: the open profile's, or the product's own. */
	get accent(): string {
		return this.#current.accent;
	}
	/** The faces of the page in its language, for `font-family`; quoted singly, so that they fit into an attribute. */
	get fontFamily(): string {
		return this.#current.font;
	}
	/** The body size in px: 14 on a desk, more on a wall. */
	get size(): number {
		return this.#current.rem * 0.875;
	}
	/** The root size in px, of which the body's is seven eighths. */
	get rem(): number {
		return this.#current.rem;
	}
	/** Length of transitions in ms; 0 where motion is not wanted. */
	get motion(): number {
		return this.#current.motion;
	}

	get #current() {
		this.#subscribe();
		this.#read ??= readPage();
		return this.#read;
	}
}

function readPage() {
	const style = getComputedStyle(document.documentElement);
	return {
		name: themeName(),
		accent: style.getPropertyValue('--accent').trim(),
		font: style.getPropertyValue('--font').trim().replaceAll('"', "'"),
		rem: Number.parseFloat(style.fontSize),
		motion: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 240
	};
}

function themeName(): 'light' | 'dark' {
	if (matchMedia('print').matches) return 'light';
	const chosen = document.documentElement.dataset.theme;
	if (chosen === 'light' || chosen === 'dark') return chosen;
	return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}
