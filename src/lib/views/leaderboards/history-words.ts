import type { RankHistory } from '#lib/leaderboard/history.ts';
import { m } from '#lib/messages/generated/messages.js';

/** A rise of fewer places is no finding. */
const leastRise = 2;

/** What a history of ranks shows: who leads and since when, and who rose most. Null for fewer than two moments. */
export function historyFinding({ names, lines }: RankHistory): string | null {
	if (names.length < 2) return null;
	const leader = lines.find(({ ranks }) => ranks.at(-1) === 1);
	if (!leader) return null;
	const since = leader.ranks.findLastIndex((rank) => rank !== 1) + 1;
	const led = { name: leader.name, since: names[since] ?? '' };
	const rise = lines
		.map(({ name, ranks }) => {
			const [first, last] = [ranks.find((rank) => rank !== null), ranks.at(-1)];
			return { name, places: first == null || last == null ? 0 : first - last };
		})
		.reduce((best, one) => (one.places > best.places ? one : best), { name: '', places: 0 });
	const rose = rise.places >= leastRise && rise.name !== leader.name;
	const told = { ...led, riser: rise.name, places: rise.places };
	if (since === names.length - 1) return rose ? m.boards_history_new_and_rose(told) : m.boards_history_new(led);
	return rose ? m.boards_history_led_and_rose(told) : m.boards_history_led(led);
}
