/** Keys that do something: one key, or two pressed one after the other (`g o`). */
export interface Shortcut {
	readonly keys: string;
	readonly title: string;
	run(): void;
}

/** What a key press tells; KeyboardEvent fits. */
export interface KeyPress {
	readonly key: string;
	readonly ctrlKey: boolean;
	readonly altKey: boolean;
	readonly metaKey: boolean;
	readonly isComposing: boolean;
	readonly target: EventTarget | null;
	preventDefault(): void;
}

/** Time in which the second key must follow, in milliseconds. */
const patience = 1200;

/** A handler for key presses. Keys typed into a field, or held with a modifier, are nobody's shortcut. */
export function shortcutKeys(shortcuts: () => readonly Shortcut[], now = () => performance.now()) {
	let first: { key: string; at: number } | null = null;
	return (press: KeyPress): void => {
		if (press.ctrlKey || press.altKey || press.metaKey || press.isComposing || isField(press.target)) return;
		if (press.key.length !== 1) return;
		const key = press.key.toLowerCase();
		const keys = first && now() - first.at < patience ? `${first.key} ${key}` : key;
		first = null;
		const found = shortcuts().find((shortcut) => shortcut.keys === keys);
		if (found) {
			press.preventDefault();
			found.run();
		} else if (shortcuts().some((shortcut) => shortcut.keys.startsWith(`${key} `))) {
			first = { key, at: now() };
		}
	};
}

/** Whether keys pressed here are text. */
export function isField(target: EventTarget | null): boolean {
	const element = target as Partial<HTMLElement> | null;
	return Boolean(element?.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element?.tagName ?? ''));
}
