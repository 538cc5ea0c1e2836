import { expect, test } from 'vitest';
import { WallPlayer, type Programme } from '#lib/state/wall/wall-player.svelte.ts';

/** Scenes of ten seconds each, by their places in the playlist; 3 and 5 cannot be shown. */
const placed = (places: readonly number[]): Programme => ({
	scenes: places.map((place) => ({ place, steps: 1, seconds: 10 }))
});

function played(places: readonly number[] = [0, 1, 2, 4]) {
	const told = { changes: 0, reloads: 0 };
	let programme = placed(places);
	const player = new WallPlayer(() => programme, 0, {
		onchange: () => told.changes++,
		onreload: () => told.reloads++
	});
	player.tick(0);
	return { player, told, become: (next: readonly number[]) => (programme = placed(next)) };
}

test('scenes come one after the other; each change is told once, the first scene is none', () => {
	const { player, told } = played();
	const places = [0, 5000, 10_000, 19_999, 20_000, 30_000, 40_000].map((now) => (player.tick(now), player.place));
	expect(places).toEqual([0, 0, 1, 1, 2, 4, 0]);
	expect(told.changes).toBe(4);
	expect(player.nextPlace).toBe(1);
});

test('on and back by hand, round the ends; the scene begins anew', () => {
	const { player } = played();
	player.command({ do: 'previous' });
	expect(player.place).toBe(4);
	player.tick(9000);
	player.command({ do: 'next' });
	expect([player.place, player.turn?.since]).toEqual([0, 9000]);
	player.command({ do: 'go', scene: 5 });
	expect(player.place).toBe(4);
	player.command({ do: 'go', scene: 4 });
	expect(player.place).toBe(4);
});

test('a wall that was halted goes on from where it stood', () => {
	const { player } = played();
	player.tick(14_000);
	player.command({ do: 'pause' });
	player.tick(500_000);
	expect([player.place, player.paused]).toEqual([1, true]);
	player.command({ do: 'play' });
	// Four of its ten seconds are over.
	player.tick(505_999);
	expect(player.place).toBe(1);
	player.tick(506_000);
	expect([player.place, player.paused]).toEqual([2, false]);
});

test('a scene stays until it is let go; one that cannot be shown does not stay', () => {
	const { player, become } = played();
	player.command({ do: 'pin', scene: 4 });
	expect(player.pinned).toBe(false);
	player.command({ do: 'pin', scene: 3 });
	player.tick(100_000);
	expect([player.place, player.pinned, player.nextPlace]).toEqual([2, true, null]);
	// What it stays at is gone with newer data: the round goes on, and it is back with the scene.
	become([0, 1]);
	player.tick(110_000);
	expect(player.place).not.toBe(2);
	become([0, 1, 2, 4]);
	player.tick(120_000);
	expect(player.place).toBe(2);
	player.command({ do: 'toggle' });
	expect([player.pinned, player.place]).toEqual([false, 2]);
	player.tick(130_000);
	expect(player.place).toBe(4);
});

test('an announcement lies over everything for its time, or until it is taken away', () => {
	const { player } = played();
	const text = { zh: '开会', en: 'Meeting' };
	player.command({ do: 'announce', text, seconds: 60 });
	player.tick(59_999);
	expect(player.announcement?.text).toEqual(text);
	player.tick(60_000);
	expect(player.announcement).toBeNull();
	player.command({ do: 'announce', text });
	player.tick(9e9);
	expect(player.announcement?.text).toEqual(text);
	player.command({ do: 'quiet' });
	expect(player.announcement).toBeNull();
});

test('where nothing can be shown nothing is on', () => {
	const { player, told } = played([]);
	player.command({ do: 'next' });
	player.command({ do: 'pin' });
	player.tick(5000);
	expect([player.place, player.nextPlace, player.turn, told.changes]).toEqual([null, null, null, 0]);
	player.command({ do: 'reload' });
	expect(told.reloads).toBe(1);
});
