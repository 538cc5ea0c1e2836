/**
 * Splits a whole number into whole parts in proportion to the weights, by largest remainders: the parts sum to the
 * total exactly. Parts never exceed `limits` where these are given and leave room.
 */
export function allocate(total: number, weights: readonly number[], limits?: readonly number[]): number[] {
	const sum = weights.reduce((a, b) => a + b, 0);
	if (sum === 0) return weights.map(() => 0);
	const shares = weights.map((weight) => (total * weight) / sum);
	const parts = shares.map((share, index) => Math.min(Math.floor(share), limits?.[index] ?? Infinity));
	let left = total - parts.reduce((a, b) => a + b, 0);
	const order = shares
		.map((share, index) => ({ index, remainder: share - Math.floor(share) }))
		.sort((a, b) => b.remainder - a.remainder || a.index - b.index);
	while (left > 0) {
		let given = 0;
		for (const { index } of order) {
			if (left === 0) break;
			const room = Math.min(
				(limits?.[index] ?? Infinity) - (parts[index] ?? 0),
				Math.max(1, Math.floor(left / order.length))
			);
			if (room <= 0 || weights[index] === 0) continue;
			parts[index] = (parts[index] ?? 0) + room;
			left -= room;
			given += room;
		}
		if (given === 0) throw new RangeError(`No room for ${left} of ${total}`);
	}
	return parts;
}
