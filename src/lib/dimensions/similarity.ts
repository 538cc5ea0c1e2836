import type { Candidate } from './resolution.ts';

/** Below this share of common pairs of characters two names are not worth suggesting. */
const threshold = 0.3;

function pairs(text: string): Map<string, number> {
	const characters = ['^', ...text];
	const counts = new Map<string, number>();
	for (let index = 0; index + 1 < characters.length; index += 1) {
		const pair = `${characters[index]}${characters[index + 1]}`;
		counts.set(pair, (counts.get(pair) ?? 0) + 1);
	}
	return counts;
}

/** How alike two names are, 0–1: Dice's coefficient of character pairs, half that of single characters. */
export function similarity(left: string, right: string): number {
	return (2 * dice(pairs(left), pairs(right)) + dice(single(left), single(right))) / 3;
}

function single(text: string): Map<string, number> {
	const counts = new Map<string, number>();
	for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
	return counts;
}

function dice(left: Map<string, number>, right: Map<string, number>): number {
	let common = 0;
	let total = 0;
	for (const [pair, count] of left) {
		common += Math.min(count, right.get(pair) ?? 0);
		total += count;
	}
	for (const count of right.values()) total += count;
	return total === 0 ? 0 : (2 * common) / total;
}

/** The named things whose names are most like the text, best first, at most `limit` and none that is far off. */
export function suggest(
	text: string,
	named: Iterable<{ readonly key: string; readonly candidate: Candidate }>,
	limit = 3
): Candidate[] {
	const best = new Map<string, { score: number; candidate: Candidate }>();
	for (const { key, candidate } of named) {
		const score = similarity(text, key);
		if (score < threshold || score <= (best.get(candidate.code)?.score ?? 0)) continue;
		best.set(candidate.code, { score, candidate });
	}
	return [...best.values()]
		.sort((left, right) => right.score - left.score || (left.candidate.code < right.candidate.code ? -1 : 1))
		.slice(0, limit)
		.map(({ candidate }) => candidate);
}
