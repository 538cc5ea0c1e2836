import { isField, type KeyPress } from '#lib/state/shortcuts.ts';

/** What a key on a wall asks for. write: to type an announcement; away: whatever lies over the scenes. */
export type WallKey = 'next' | 'previous' | 'toggle' | 'pin' | 'write' | 'away' | 'blank' | 'screen' | 'reload';

/** Presenters' remotes are keyboards: most send Page Up and Page Down, F5 for the start and a full stop for black. */
const meant: ReadonlyMap<string, WallKey> = new Map<string, WallKey>(
	Object.entries({
		ArrowRight: 'next',
		ArrowDown: 'next',
		PageDown: 'next',
		ArrowLeft: 'previous',
		ArrowUp: 'previous',
		PageUp: 'previous',
		' ': 'toggle',
		Enter: 'pin',
		p: 'pin',
		a: 'write',
		Escape: 'away',
		b: 'blank',
		'.': 'blank',
		f: 'screen',
		F5: 'screen',
		r: 'reload'
	} satisfies Record<string, WallKey>)
);

/** Null for keys that are somebody else's: held with a modifier, typed into a field, pressed on a button. Held down, a key asks once. */
export function wallKey(press: KeyPress & { readonly repeat?: boolean }): WallKey | null {
	if (press.ctrlKey || press.altKey || press.metaKey || press.isComposing || press.repeat || isField(press.target))
		return null;
	const onButton = (press.target as Partial<HTMLElement> | null)?.tagName === 'BUTTON';
	if (onButton && (press.key === ' ' || press.key === 'Enter')) return null;
	return meant.get(press.key.length === 1 ? press.key.toLowerCase() : press.key) ?? null;
}
