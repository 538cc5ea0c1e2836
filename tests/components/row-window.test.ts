import { expect, test } from 'vitest';
import { RowGeometry } from '#lib/components/row-window.ts';

test('a short list scrolls px by px', () => {
	const list = new RowGeometry(100, 28, 280);
	expect(list.height).toBe(2800);
	expect(list.scaled).toBe(false);
	expect(list.at(list.fromScroll(0))).toEqual({ first: 0, offset: 0, visible: 11 });
	expect(list.at(list.fromScroll(61))).toEqual({ first: 2, offset: 5, visible: 11 });
	expect(list.at(list.fromScroll(99_999)).first).toBe(90);
});

test('five million rows stay below what browsers can draw, and the first and the last are reached', () => {
	const list = new RowGeometry(5_000_000, 28, 280);
	expect(list.height).toBeLessThan(17_000_000);
	expect(list.scaled).toBe(true);
	expect(list.at(list.fromScroll(0)).first).toBe(0);
	const end = list.height - 280;
	expect(list.at(list.fromScroll(end))).toMatchObject({ first: 4_999_990, offset: 0 });
	const middle = 2_345_678 * 28;
	expect(list.fromScroll(list.toScroll(middle))).toBeCloseTo(middle, 0);
});

test('a row that is in sight stays where it is; another comes into the upper third', () => {
	const list = new RowGeometry(1000, 20, 300);
	expect(list.toRow(5, 40)).toBe(40);
	expect(list.toRow(500, 40)).toBe(500 * 20 - 100);
	expect(list.toRow(999, 0)).toBe(1000 * 20 - 300);
	expect(list.toRow(0, 400)).toBe(0);
});

test('a list that fits needs no scrolling', () => {
	const list = new RowGeometry(3, 28, 280);
	expect(list.fromScroll(50)).toBe(0);
	expect(list.toScroll(50)).toBe(0);
});

test('keys lead by rows, by pages and to the ends, and never beyond', () => {
	const list = new RowGeometry(100, 20, 300);
	expect(['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End', 'x'].map((key) => list.byKey(key, 400))).toEqual(
		[420, 380, 700, 100, 0, 1700, null]
	);
	expect(list.byKey('ArrowUp', 5)).toBe(0);
});
