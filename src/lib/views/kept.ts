/**
 * A function that makes one thing of each object and keeps it as long as the object is there: what is made of the same
 * scope is the same, so that an answer that was asked ahead is found again.
 */
export function keptBy<K extends object, V>(make: (key: K) => V): (key: K) => V {
	const made = new WeakMap<K, { readonly value: V }>();
	return (key) => {
		const known = made.get(key);
		if (known) return known.value;
		const value = make(key);
		made.set(key, { value });
		return value;
	};
}
