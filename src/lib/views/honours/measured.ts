import { indicatorById } from '#lib/indicators/index.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';

function declared(id: string): Indicator {
	const indicator = indicatorById(id);
	if (!indicator) throw new Error(`No indicator “${id}” is declared.`);
	return indicator;
}

/** 荣誉数, and of them those of people and of groups. */
export const given = declared('honours');
export const toPeople = declared('honours_people');
export const toGroups = declared('honours_groups');

/** What the map shows: how many, and for every 10,000 workers. */
export const mapped: readonly Indicator[] = [given, declared('honours_per_10k')];

/** 女性占比 and 一线职工占比, each among the honours of which it is known. */
export const shares: readonly Indicator[] = [declared('honours_women_share'), declared('honours_front_line_share')];

/** What tells the kinds of honours apart, in this order. */
export const kindMeasures: readonly Indicator[] = [given, toPeople, toGroups, ...shares];
