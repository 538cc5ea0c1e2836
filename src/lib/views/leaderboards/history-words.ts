import type { RankHistory } from '#lib/leaderboard/history.ts';
import { m } from '#lib/messages/generated/messages.js';

/** What a history of ranks shows: who has led and how long, and who rose most. Null for fewer than two moments. */
export function steadiest({ names, lines }: RankHistory): string | null {
	if (names.length < 2) return null;
	const leader = lines.find(({ ranks }) => ranks.at(-1) === 1);
	if (!leader) return null;
	const before = leader.ranks.findLastIndex((rank) => rank !== 1);
	const times = leader.ranks.length - 1 - before;
	const rise = lines
		.map(({ name, ranks }) => {
			const [first, last] = [ranks.find((rank) => rank !== null), ranks.at(-1)];
			return { name, places: first == null || last == null ? 0 : first - last };
		})
		.reduce((best, one) => (one.places > best.places ? one : best), { name: '', places: 0 });
	const led = { name: leader.name, times };
	if (rise.places < 2 || rise.name === leader.name) return m.boards_history_led(led);
	return m.boards_history_led_and_rose({ ...led, riser: rise.name, places: rise.places });
}
