import type { Indicator } from '#lib/indicators/indicator.ts';
import { metricIndicator } from '#lib/indicators/metric.ts';
import { indicators } from '#lib/indicators/index.ts';
import { targetIndicator } from '#lib/indicators/target-name.ts';
import type { Language } from '#lib/format/language.ts';
import { m } from '#lib/messages/generated/messages.js';
import { regionWords } from '#lib/state/region-words.svelte.ts';
import type { ReleaseLists } from '#lib/state/release-lists.ts';
import { parentOf, placeOf, type Member } from './members.ts';
import { targetProblem, type StatedTarget } from './target-pace.ts';

/** A target with what it aims at: an indicator and a place of the release, or the reason why it cannot be followed. */
export interface Aim {
	readonly key: string;
	readonly target: StatedTarget;
	readonly indicator: Indicator | null;
	readonly place: Member | null;
	/** A sentence; null where it can be followed. */
	readonly problem: string | null;
}

/** What each target aims at. `known` are the indicators that the release has figures of. */
export function aimsOf(
	targets: readonly StatedTarget[],
	known: readonly Indicator[],
	lists: ReleaseLists,
	language: Language
): Aim[] {
	const metrics = lists.metrics.map((metric) => metricIndicator(metric));
	return targets.map((target) => {
		const id = targetIndicator(target.indicator, lists.metrics);
		const indicator = [...metrics, ...indicators].find((one) => one.id === id) ?? null;
		const place = placeOf(target.region, lists, language);
		const key = [target.indicator, target.region, target.endYear].join('|');
		return { key, target, indicator, place, problem: problemOf(target, indicator, place, known, language) };
	});
}

function problemOf(
	target: StatedTarget,
	indicator: Indicator | null,
	place: Member | null,
	known: readonly Indicator[],
	language: Language
): string | null {
	if (!indicator) return targetProblem(target, [])?.[language] ?? null;
	if (!place) return m.targets_no_region({ region: target.region, ...regionWords() });
	// Of its indicator it is known that there is one: what is left to find is a wrong order of years.
	const named = { ...target, indicator: indicator.id };
	const wrong = targetProblem(named, [indicator]);
	if (wrong) return wrong[language];
	if (!known.some(({ id }) => id === indicator.id))
		return m.targets_no_figures({ indicator: indicator.title[language] });
	return null;
}

/** The targets that a page about a place shows: its own and those of its parts. */
export function aimsWithin(aims: readonly Aim[], place: Member, home: Member, lists: ReleaseLists): Aim[] {
	if (place.key === home.key) return [...aims];
	const inside = (member: Member | null): boolean => {
		for (let at = member; at !== null; at = parentOf(at, lists, 'zh')) {
			if (at.key === place.key || place.codes.includes(at.key)) return true;
		}
		return false;
	};
	return aims.filter((aim) => inside(aim.place));
}
