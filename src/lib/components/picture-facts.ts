import { getContext, setContext } from 'svelte';
import type { Indicator } from '#lib/indicators/indicator.ts';

/** An indicator as a sheet of definitions names it, in the language of the page. */
export interface PictureDefinition {
	readonly id: string;
	readonly title: string;
	readonly definition: string;
	readonly formula: string;
	readonly unit: string;
	/** The dataset and the document that its figures come from. */
	readonly source: string;
	/** When its definition changed: 2019年起：…; empty where it never did. */
	readonly breaks: readonly string[];
}

/** What has to be said about a picture or a table that leaves the page. */
export interface PictureFacts {
	/** The picture's own sentence; without one the place and what is shown of it. */
	readonly title: string;
	/** The region and what else narrows the page: 重庆市 · 制造业. */
	readonly place: string;
	/** All filters in words: place, period, comparison. */
	readonly filtersText: string;
	readonly period: string;
	readonly source: string;
	/** Null where no release is open. */
	readonly releaseId: string | null;
	/** When the release was made, ISO; null where no release is open. */
	readonly releasedAt: string | null;
	/** How many files that are not published lie over the release. */
	readonly drafts: number;
	/** The release's data are invented. */
	readonly demo: boolean;
	/** Of a board: the fingerprint of its rules, filters and release. */
	readonly fingerprint: string | null;
	/** When this was asked, ISO. */
	readonly madeAt: string;
	readonly definitions: readonly PictureDefinition[];
}

/** What a panel knows better than its page. */
export interface ToldFacts {
	readonly title?: string | undefined;
	readonly period?: string | undefined;
	readonly source?: string | undefined;
	readonly fingerprint?: string | null;
	/** The scope of the picture, where it is narrower or wider than the page's. */
	readonly scope?: object | undefined;
}

/** Gives the facts of a picture of these indicators on the page at hand; null while nothing is open. */
export type AskFacts = (indicators: readonly Indicator[], told: ToldFacts) => PictureFacts | null;

const key = Symbol('picture-facts');

/** Lets the panels of a page say what they are about. */
export function setPictureFacts(ask: AskFacts): void {
	setContext(key, ask);
}

/** How the page at hand tells the facts of its pictures; null where it has no figures. */
export function getPictureFacts(): AskFacts | null {
	return getContext<AskFacts | undefined>(key) ?? null;
}
