import type { RevealEvent } from '#lib/leaderboard/reveal-state.ts';
import { isField, type KeyPress } from '#lib/state/shortcuts.ts';

/** What a key or a presenter's remote asks for: an event of the ceremony, the full screen, or the way out. */
export type Command = Exclude<RevealEvent['type'], 'tick' | 'pick'> | 'screen' | 'leave';

export const commands = [
	'step',
	'back',
	'auto',
	'pause',
	'blank',
	'end',
	'restart',
	'screen',
	'leave'
] as const satisfies readonly Command[];

/** Remotes are keyboards: most send Page Up and Down, F5 for the start, and B or a full stop for the black screen. */
const meant: ReadonlyMap<string, Command> = new Map<string, Command>(
	Object.entries({
		ArrowRight: 'step',
		ArrowDown: 'step',
		PageDown: 'step',
		' ': 'step',
		Enter: 'step',
		ArrowLeft: 'back',
		ArrowUp: 'back',
		PageUp: 'back',
		Backspace: 'back',
		b: 'blank',
		'.': 'blank',
		p: 'pause',
		a: 'auto',
		f: 'screen',
		F5: 'screen',
		Escape: 'leave'
	} satisfies Record<string, Command>)
);

/**
 * The command of a key press; null for keys that are somebody else's: held with a modifier, typed into a field, or pressed on a
 * button, which takes space and Enter itself. A key held down asks once.
 */
export function commandOf(press: KeyPress & { readonly repeat?: boolean }): Command | null {
	if (press.ctrlKey || press.altKey || press.metaKey || press.isComposing || press.repeat || isField(press.target))
		return null;
	const onButton = (press.target as Partial<HTMLElement> | null)?.tagName === 'BUTTON';
	if (onButton && (press.key === ' ' || press.key === 'Enter')) return null;
	return meant.get(press.key.length === 1 ? press.key.toLowerCase() : press.key) ?? null;
}
