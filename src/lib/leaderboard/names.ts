import { maskName } from '#lib/format/masked-name.ts';
import type { Entry } from './entry.ts';
import type { BoardRules } from './rules.ts';

/**
 * The name that a board shows, by its policy: as it is, masked (张*), or the code alone. Only people's names are anybody's
 * business; boards of regions, teams and the like always show theirs.
 */
export function shownName({ names, entity }: BoardRules, { key, name }: Pick<Entry, 'key' | 'name'>): string {
	if (entity !== 'person' || names === 'shown') return name;
	return names === 'code' ? key : (maskName(name) ?? key);
}
