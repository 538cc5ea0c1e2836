/** Where was pressed or typed, and what the field held then. */
interface Press {
	readonly type: 'click' | 'input';
	readonly target: EventTarget | null;
	readonly value?: unknown;
}

/** What the first script of the page (app.html) keeps, before the page's own code is there. */
interface Early {
	/** In their order; from here on nothing is kept. */
	take(): readonly Press[];
}

const isField = (target: EventTarget | null): target is HTMLInputElement | HTMLSelectElement =>
	target instanceof HTMLInputElement || target instanceof HTMLSelectElement;

/** Does what was pressed, typed or chosen while the page could be read already but not yet answer. */
export function answerEarlyPresses(): void {
	const presses = (globalThis as { early?: Early }).early?.take() ?? [];
	const fields = new Map<HTMLInputElement | HTMLSelectElement, string>();
	for (const { type, target, value } of presses)
		if (type === 'input' && isField(target) && typeof value === 'string') fields.set(target, value);
	for (const [field, value] of fields) {
		// The page put its own value there when it came to life.
		field.value = value;
		field.dispatchEvent(new Event('input', { bubbles: true }));
		field.dispatchEvent(new Event('change', { bubbles: true }));
	}
	// Of several presses on what did nothing the last is the one that is still wanted; links have gone their way.
	const isButton = ({ type, target }: Press) =>
		type === 'click' && target instanceof Element && target.closest('button') !== null;
	const pressed = presses.findLast(isButton)?.target;
	if (pressed instanceof Element && pressed.isConnected) pressed.closest('button')?.click();
}
