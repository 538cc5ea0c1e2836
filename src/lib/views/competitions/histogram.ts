/** One bar of a score distribution: scores from `from` up to, not including, `to` (the last bar includes it). */
export interface Bin {
	readonly from: number;
	readonly to: number;
	readonly count: number;
}

const steps = [1, 2, 5];

/** The smallest of 1, 2, 5 × 10ⁿ that is not below `width`. */
function roundWidth(width: number): number {
	const power = 10 ** Math.floor(Math.log10(width));
	const step = steps.find((candidate) => candidate * power >= width * (1 - 1e-9));
	return step === undefined ? 10 * power : step * power;
}

/**
 * Scores in bins of a round width (1, 2, 5 × 10ⁿ), about as many as the square root of the count suggests, at most
 * `most`. Empty bins between the first and the last stay: a gap in the scores is a finding.
 */
export function histogram(scores: readonly number[], most = 20): Bin[] {
	if (scores.length === 0) return [];
	let low = Infinity;
	let high = -Infinity;
	for (const score of scores) {
		low = Math.min(low, score);
		high = Math.max(high, score);
	}
	if (low === high) return [{ from: low, to: high, count: scores.length }];
	const wanted = Math.min(most, Math.max(5, Math.ceil(Math.sqrt(scores.length))));
	const width = roundWidth((high - low) / wanted);
	const first = Math.floor(low / width + 1e-9);
	const last = Math.max(first, Math.ceil(high / width - 1e-9) - 1);
	const counts = new Array<number>(last - first + 1).fill(0);
	for (const score of scores) {
		const bin = Math.min(last, Math.floor(score / width + 1e-9)) - first;
		counts[bin] = (counts[bin] ?? 0) + 1;
	}
	const edge = (index: number) => Number((index * width).toPrecision(12));
	return counts.map((count, index) => ({ from: edge(first + index), to: edge(first + index + 1), count }));
}

/** The middle score; the mean of the two middle ones for an even count. Null for none. */
export function median(scores: readonly number[]): number | null {
	if (scores.length === 0) return null;
	const sorted = [...scores].sort((a, b) => a - b);
	const middle = sorted.length >> 1;
	const upper = sorted[middle] ?? 0;
	return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}
