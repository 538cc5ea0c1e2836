/** Whose boards they are, and who stands on them: a region is another unit than a studio. */
export interface UnitPlace {
	readonly profile: string;
	readonly entity: string;
}

const nameOf = ({ profile, entity }: UnitPlace) => `gongbang-my-unit:${JSON.stringify([profile, entity])}`;

/** The unit that this browser's person calls their own; null where none was named, or the storage is closed to pages. */
export function readMyUnit(place: UnitPlace): string | null {
	try {
		return globalThis.localStorage.getItem(nameOf(place));
	} catch {
		return null;
	}
}

/** Names one's own unit, or none. Where the storage is closed it is forgotten with the page. */
export function keepMyUnit(place: UnitPlace, key: string | null): void {
	try {
		if (key === null) globalThis.localStorage.removeItem(nameOf(place));
		else globalThis.localStorage.setItem(nameOf(place), key);
	} catch {
		// A closed storage keeps nothing.
	}
}
