import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Schedule } from '#lib/wall/playlist.ts';
import { isOn, nextChange, onAir } from '#lib/wall/schedule.ts';

const zone = process.env.TZ;
beforeEach(() => {
	process.env.TZ = 'Asia/Shanghai';
});
afterEach(() => {
	if (zone === undefined) delete process.env.TZ;
	else process.env.TZ = zone;
});

const on = (schedule: Schedule, at: string) => isOn(schedule, new Date(at));
/** What a clock on the wall shows. */
const shown = (date: Date | null) =>
	date && new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
const next = (schedule: Schedule, at: string) => shown(nextChange(schedule, new Date(at)));

const office: Schedule = { days: [1, 2, 3, 4, 5], from: '08:00', to: '18:30' };

test('nothing said: always on', () => {
	expect(isOn(undefined, new Date())).toBe(true);
	expect(nextChange(undefined, new Date())).toBeNull();
	expect(on({}, '2026-11-21T12:00:00')).toBe(true);
	expect(next({}, '2026-11-21T12:00:00')).toBeNull();
});

test('office hours: from is in, to is out, and the weekend is dark', () => {
	// 20 November 2026 is a Friday.
	expect(on(office, '2026-11-20T07:59:59')).toBe(false);
	expect(on(office, '2026-11-20T08:00:00')).toBe(true);
	expect(on(office, '2026-11-20T18:29:59')).toBe(true);
	expect(on(office, '2026-11-20T18:30:00')).toBe(false);
	expect(on(office, '2026-11-21T12:00:00')).toBe(false);
	expect(next(office, '2026-11-20T12:00:00')).toBe('2026-11-20T18:30');
	expect(next(office, '2026-11-20T18:30:00')).toBe('2026-11-23T08:00');
});

test('over midnight it belongs to the day on which it began', () => {
	const night: Schedule = { days: [5], from: '22:00', to: '02:00' };
	expect(on(night, '2026-11-20T01:00:00')).toBe(false);
	expect(on(night, '2026-11-20T23:00:00')).toBe(true);
	expect(on(night, '2026-11-21T01:59:00')).toBe(true);
	expect(on(night, '2026-11-21T02:00:00')).toBe(false);
	expect(on(night, '2026-11-21T23:00:00')).toBe(false);
	expect(next(night, '2026-11-20T23:00:00')).toBe('2026-11-21T02:00');
	expect(next(night, '2026-11-21T02:00:00')).toBe('2026-11-27T22:00');
});

test('dates and ranges, over the end of a year', () => {
	const turn: Schedule = { dates: ['2026-12-30/2027-01-02', '2027-05-01'], from: '20:00', to: '01:00' };
	expect(on(turn, '2026-12-31T23:59:00')).toBe(true);
	expect(on(turn, '2027-01-01T00:30:00')).toBe(true);
	expect(on(turn, '2027-01-03T00:30:00')).toBe(true);
	expect(on(turn, '2027-01-03T20:30:00')).toBe(false);
	expect(on(turn, '2026-12-30T00:30:00')).toBe(false);
	expect(next(turn, '2026-11-21T12:00:00')).toBe('2026-12-30T20:00');
	expect(next(turn, '2027-01-03T01:00:00')).toBe('2027-05-01T20:00');
	expect(next(turn, '2027-05-02T01:00:00')).toBeNull();
	const days: Schedule = { dates: ['2026-12-31'] };
	expect(next(days, '2026-12-30T12:00:00')).toBe('2026-12-31T00:00');
	expect(next(days, '2026-12-31T12:00:00')).toBe('2027-01-01T00:00');
});

test('a day of the week within a range of dates is found however far away', () => {
	const schedule: Schedule = { days: [1], dates: ['2030-01-01/2030-01-31'], from: '09:00' };
	expect(next(schedule, '2026-11-21T12:00:00')).toBe('2030-01-07T09:00');
	expect(next(schedule, '2030-01-28T12:00:00')).toBe('2030-01-29T00:00');
	expect(next(schedule, '2030-01-29T12:00:00')).toBeNull();
});

describe('when clocks are changed', () => {
	beforeEach(() => {
		process.env.TZ = 'Europe/Berlin';
	});

	test('an hour that is left out: on from the moment that the clock passes its beginning', () => {
		// On 29 March 2026 02:00 is followed by 03:00.
		const early: Schedule = { from: '02:30', to: '06:00' };
		expect(shown(nextChange(early, new Date('2026-03-29T00:30:00+01:00')))).toBe('2026-03-29T03:00');
		const within: Schedule = { from: '02:10', to: '02:50' };
		expect(shown(nextChange(within, new Date('2026-03-29T00:30:00+01:00')))).toBe('2026-03-30T02:10');
	});

	test('an hour that comes twice is gone by what the clock says', () => {
		// On 25 October 2026 03:00 summer time is followed by 02:00.
		const schedule: Schedule = { from: '02:40', to: '06:00' };
		const first = nextChange(schedule, new Date('2026-10-25T00:00:00+02:00'));
		expect(first?.toISOString()).toBe('2026-10-25T00:40:00.000Z');
		const second = nextChange(schedule, first as Date);
		expect(second?.toISOString()).toBe('2026-10-25T01:00:00.000Z');
		expect(nextChange(schedule, second as Date)?.toISOString()).toBe('2026-10-25T01:40:00.000Z');
	});
});

test('nothing changes before the next change, and then it does', () => {
	const time = fc
		.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
		.map(([hours, minutes]) => `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`);
	const date = fc
		.date({ min: new Date('2026-03-20T12:00:00Z'), max: new Date('2026-04-10T12:00:00Z'), noInvalidDate: true })
		.map((day) => day.toISOString().slice(0, 10));
	const schedule = fc.record(
		{
			days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
			from: time,
			to: time,
			dates: fc.array(
				fc.oneof(
					date,
					fc.tuple(date, date).map((pair) => pair.sort().join('/'))
				),
				{ minLength: 1, maxLength: 3 }
			)
		},
		{ requiredKeys: [] }
	);
	const moment = fc.date({
		min: new Date('2026-03-25T00:00:00Z'),
		max: new Date('2026-04-02T00:00:00Z'),
		noInvalidDate: true
	});
	const zones = fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe');
	fc.assert(
		fc.property(schedule, moment, zones, (one, at, where) => {
			process.env.TZ = where;
			const change = nextChange(one, at);
			const before = isOn(one, at);
			const end = change?.getTime() ?? at.getTime() + 20 * 24 * 3_600_000;
			if (change) {
				expect(change.getTime()).toBeGreaterThan(at.getTime());
				expect(isOn(one, change)).toBe(!before);
			}
			// Every minute of the first two days and of the last two hours before it, and every seventh in between.
			const begin = Math.ceil((at.getTime() + 1) / 60_000) * 60_000;
			for (let minute = begin; minute < end;) {
				if (isOn(one, new Date(minute)) !== before) throw new Error(`${new Date(minute).toISOString()} differs`);
				minute += minute - begin < 2 * 1440 * 60_000 || end - minute < 120 * 60_000 ? 60_000 : 7 * 60_000;
			}
		}),
		{ numRuns: 150 }
	);
});

test('what of a playlist is on', () => {
	const playlist = {
		id: 'one',
		title: { zh: '一', en: 'One' },
		seconds: 15,
		transition: 'fade',
		quietHour: '03:30',
		scenes: [{ kind: 'map' }, { kind: 'trend', schedule: { from: '08:00', to: '12:00' } }]
	} as const;
	const at = (time: string) => new Date(`2026-11-20T${time}:00`);
	expect(onAir(playlist, at('09:00'))).toEqual({ on: true, scenes: [true, true] });
	expect(onAir(playlist, at('13:00'))).toEqual({ on: true, scenes: [true, false] });
	expect(onAir(playlist, null)).toEqual({ on: true, scenes: [true, false] });
	expect(onAir({ ...playlist, schedule: office }, at('19:00')).on).toBe(false);
	expect(onAir({ ...playlist, schedule: office }, null).on).toBe(false);
	const morning = { ...playlist, scenes: playlist.scenes.slice(1) };
	expect(onAir(morning, at('13:00'))).toEqual({ on: false, scenes: [false] });
});
