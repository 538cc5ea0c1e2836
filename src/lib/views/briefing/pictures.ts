import { stepFreeMax } from '#lib/charts/axis.ts';
import { periodTitle } from '#lib/dimensions/period.ts';
import { m } from '#lib/messages/generated/messages.js';
import type { TraceQuestion } from '#lib/state/tracing.svelte.ts';
import { rankRows, type MemberRow } from '../member-rows.ts';
import { startsAtZero, wayText, type TargetRow } from '../target-rows.ts';
import { isUnchanged } from '../change.ts';
import { changeCell, titleInSentence } from '../words.ts';
import type { BriefingFacts, Measured } from './facts.ts';
import { leastBase, mostTargets } from './thresholds.ts';
import { capital, namesText, qualifiedText, valueText } from './phrases.ts';

/** One main figure: value, change and rank as printed, its trend as values. */
export interface FigureLine {
	readonly key: string;
	readonly title: string;
	readonly value: string;
	readonly provisional: boolean;
	readonly change: string;
	readonly rank: string;
	readonly trend: readonly (number | null)[];
	/** The trend in words. */
	readonly description: string;
	/** How the value came about; null where there is none. */
	readonly question: TraceQuestion | null;
}

/** The main figures, as the table beside the text prints them. */
export function figureLines({ lead, main, language }: BriefingFacts): FigureLine[] {
	return [lead, ...main].map((measured): FigureLine => {
		const { indicator, now, qualifier, trail, standing, provisional } = measured;
		const rank = standing ? `${standing.rank}/${standing.ranked}` : '';
		return {
			key: indicator.id,
			title: indicator.short[language],
			value: now?.value == null ? m.briefing_no_data() : qualifiedText(now.value, indicator, language, qualifier),
			provisional,
			change: changeShown(measured, language),
			rank,
			trend: begun(trail).map(({ figure }) => figure?.value ?? null),
			description: trendWords(measured, language),
			question: now?.value == null ? null : measured.question
		};
	});
}

/** A change as the table prints it: of a small base the difference, as in the text. */
function changeShown(measured: Measured, language: BriefingFacts['language']): string {
	const { indicator, change, now, base } = measured;
	if (change && isUnchanged(change, indicator)) return m.briefing_level();
	const small = change?.kind === 'relative' && Math.abs(base?.value ?? 0) < leastBase;
	if (!small) return changeCell(measured, indicator, language).replaceAll(' ', '\u202f');
	const difference = (now?.value ?? 0) - (base?.value ?? 0);
	return `${difference < 0 ? '−' : '+'}${valueText(Math.abs(difference), indicator, language)}`;
}

/** A trend from its first figure on. */
function begun(trail: Measured['trail']): Measured['trail'] {
	return trail.slice(
		Math.max(
			0,
			trail.findIndex(({ figure }) => figure?.value != null)
		)
	);
}

function trendWords({ indicator, trail }: Measured, language: BriefingFacts['language']): string {
	const [first, last] = [begun(trail)[0], trail.at(-1)];
	return m.spark_description({
		indicator: indicator.title[language],
		from: periodTitle(first?.period ?? '', language),
		to: periodTitle(last?.period ?? '', language)
	});
}

/** A bar with its name and its value in words; `share` of the longest one, 0–1, null where there is no value. */
export interface BarLine {
	readonly key: string;
	readonly name: string;
	readonly text: string;
	readonly share: number | null;
	readonly provisional: boolean;
	readonly own: boolean;
	/** A mark across the bar, 0–1. */
	readonly mark: number | null;
}

/** A picture of bars with its title. */
export interface BarPicture {
	readonly id: string;
	readonly title: string;
	/** What is not drawn, or what a mark means; null for nothing. */
	readonly note: string | null;
	readonly lines: readonly BarLine[];
}

const mostBars = 10;
const mostIndustries = 8;

/** Parts, or peers where there are none; industries; targets. Pictures without a bar are left out. */
export function barPictures(facts: BriefingFacts): BarPicture[] {
	const { lead, parts, peers, industries, surroundings, scope, language } = facts;
	const indicator = capital(titleInSentence(lead.indicator.short[language], language));
	const someParts = parts.some(({ value }) => value !== null);
	const members = someParts
		? picture('parts', m.briefing_parts_title({ noun: surroundings.partWords.many, indicator }), parts, mostBars, facts)
		: picture(
				'peers',
				m.briefing_peers_title({ noun: surroundings.peerWords.many, indicator }),
				peers,
				mostBars,
				facts
			);
	const sections = scope.filters.industry && industries.every(({ value }) => value === null) ? [] : industries;
	return [
		members,
		picture('industries', m.briefing_industries_title({ indicator }), sections, mostIndustries, facts),
		targetPicture(facts)
	].flatMap((one) => one ?? []);
}

function picture(
	id: string,
	title: string,
	rows: readonly MemberRow[],
	most: number,
	{ lead, scope, language }: BriefingFacts
): BarPicture | null {
	const { indicator } = lead;
	const order = rankRows(rows, indicator).filter(({ rank }) => rank !== null);
	if (order.length < 2) return null;
	const own = ({ key }: MemberRow) => key === scope.place.key;
	const drawn = [...order.slice(0, most), ...order.slice(most).filter(own)];
	const longest = stepFreeMax(drawn.map(({ value }) => value));
	return {
		id,
		title,
		note: order.length > drawn.length ? m.briefing_bars_first({ shown: most, count: order.length }) : null,
		lines: drawn.map((row) => ({
			key: row.key,
			name: row.short,
			text: valueText(row.value ?? 0, indicator, language),
			share: Math.max(0, (row.value ?? 0) / longest),
			provisional: row.provisional,
			own: own(row),
			mark: null
		}))
	};
}

/** How much of its way each target has gone, against the time passed; which are not drawn is said below. */
function targetPicture({ targets, scope }: BriefingFacts): BarPicture | null {
	const able = (targets ?? []).filter(({ done }) => done !== null);
	const unable = (targets ?? []).filter(({ done }) => done === null);
	const drawn = able.slice(0, mostTargets);
	if (drawn.length === 0) return null;
	const within = (share: number) => Math.min(1, Math.max(0, share));
	const nameOf = ({ place, title }: TargetRow) =>
		place === scope.place.name ? title : m.briefing_place_and({ place, title });
	const lines = drawn.map((row: TargetRow): BarLine => ({
		key: row.key,
		name: nameOf(row),
		text: wayText(row),
		share: within(row.done ?? 0),
		provisional: row.pace?.provisional ?? false,
		own: false,
		mark: row.pace?.pace == null || row.pace.elapsed === null ? null : within(row.pace.elapsed)
	}));
	const notes = [
		lines.some(({ mark }) => mark !== null) && m.briefing_elapsed_mark(),
		drawn.some(({ pace }) => pace && startsAtZero(pace.indicator)) && m.briefing_targets_way_note(),
		able.length > drawn.length && m.briefing_bars_first({ shown: drawn.length, count: able.length }),
		unable.length > 0 && m.briefing_targets_not_drawn({ names: namesText(unable.map(nameOf), unable.length) })
	].filter((note) => note !== false);
	return { id: 'targets', title: m.briefing_targets_title(), note: notes.length > 0 ? notes.join(' · ') : null, lines };
}
