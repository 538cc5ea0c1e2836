import { createContext } from 'svelte';
import { goto } from '$app/navigation';
import { page } from '$app/state';
import { decodeFilters, encodeFilters, type UnusableParameter } from '#lib/filters/codec.ts';
import { noFilters, type Filters } from '#lib/filters/filters.ts';
import {
	encodeLink,
	linkOf,
	linkParameters,
	noLink,
	unusablePageParameters,
	type LinkState
} from '#lib/filters/link.ts';
import { onScreen } from './on-screen.ts';
import type { Session } from './session.svelte.ts';

/** Filters with the release's defaults filled in: what the page shows. */
export interface EffectiveFilters extends Filters {
	readonly profile: string;
	readonly period: string;
	readonly region: string;
}

/** Parameters that belong to a page, not to the filters. They survive a change of filters. */
export const pageParameters = ['lang', 'q', 'sort', 'view', 'event', 'batch', 'by', 'row', 'against'] as const;

/** What survives a change of filters on the same page: the page's own, and what the link that led here said. */
const survivors: ReadonlySet<string> = new Set([...pageParameters, ...linkParameters]);

/** Those of a link that mean nothing under another profile. */
const ofThisData: ReadonlySet<string> = new Set(['release', 'pin', 'rules', 'note', 'table']);

/** The names under which `encodeFilters` writes, learnt from it so that they are said in one place. */
const filterParameters = new Set(
	encodeFilters({
		profile: 'x',
		period: '2024',
		comparison: 'none',
		region: 'x',
		level: 'groups',
		industry: 'x',
		unionSystem: 'x',
		ownership: 'x',
		competitionLevel: 'x',
		kind: 'x',
		campaign: 'x',
		indicator: 'x'
	}).keys()
);

/**
 * The filters of the page. They are derived from the URL; writing means going to another URL. What was chosen shows at
 * once: the address follows when it is on the screen.
 */
export class PageFilters {
	readonly #session: Session;
	readonly #decoded = $derived(decodeFilters(page.url.searchParams, [...survivors]));
	readonly #link = $derived(linkOf(page.url.searchParams));
	readonly #ofPage = $derived(unusablePageParameters(page.url.searchParams));
	/** What was chosen and the URL does not say yet. */
	#chosen = $state.raw<Filters | null>(null);
	#foreseen = $state.raw<Partial<Filters> | null>(null);
	#last: Filters = noFilters;
	readonly #current = $derived(this.#steady(this.#chosen ?? this.#decoded.filters));
	/** Codes that are well formed but unknown to the open release. */
	readonly #strangers = $derived.by(() =>
		this.#session.status === 'ready' ? unknownMembers(this.#current, this.#session.lists) : []
	);
	readonly #effective = $derived(this.effectiveAfter({}));
	#dismissed = $state.raw('');

	constructor(session: Session) {
		this.#session = session;
	}

	/** What the URL says: the user's intent. */
	get current(): Filters {
		return this.#current;
	}
	/** The address of the page. */
	get url(): URL {
		return page.url;
	}
	/** What the link says beside them: release, notes, tables. */
	get link(): LinkState {
		return this.#link;
	}
	/** With defaults filled in. Period and region are empty text until a release is open. */
	get effective(): EffectiveFilters {
		return this.#effective;
	}
	/** The same once something of it is changed. */
	effectiveAfter(patch: Partial<Filters>): EffectiveFilters {
		const { entry, manifest, lists } = this.#session;
		const known: { -readonly [name in keyof Filters]: Filters[name] } = { ...this.#current };
		for (const { filter } of this.#strangers) known[filter] = null;
		Object.assign(known, patch);
		return {
			...known,
			profile: entry?.profile ?? known.profile ?? '',
			period: known.period ?? lists.latestPeriod ?? '',
			region: known.region ?? manifest?.profile.home ?? ''
		};
	}
	/** What the URL says and nobody understands, until dismissed; another URL brings its own. */
	get unusable(): readonly UnusableParameter[] {
		return this.#dismissed === page.url.search
			? []
			: [...this.#decoded.unusable, ...this.#link.unusable, ...this.#ofPage, ...this.#strangers];
	}

	/** The change that a pointer rests on: it may be made next, and what it asks may be asked already. */
	get foreseen(): Partial<Filters> | null {
		return this.#foreseen;
	}
	foresee(patch: Partial<Filters>): void {
		this.#foreseen = patch;
	}

	/** Goes to the URL that says so. Focus and scroll stay, and the way back is kept. */
	async set(patch: Partial<Filters>): Promise<void> {
		const href = this.href(patch);
		const go = () => goto(href, { keepFocus: true, noScroll: true });
		// Another profile is another release: nothing of it can show before it is open.
		if (patch.profile !== undefined) return go();
		const chosen = (this.#chosen = { ...this.#current, ...patch });
		await onScreen();
		try {
			await go();
		} finally {
			if (this.#chosen === chosen) this.#chosen = null;
		}
	}

	/** The same object for the same filters, so that an address that says what is shown already draws nothing anew. */
	#steady(next: Filters): Filters {
		const text = (filters: Filters) => encodeFilters(filters).toString();
		if (text(next) !== text(this.#last)) this.#last = next;
		return this.#last;
	}

	/** Back to the defaults; the profile stays. */
	reset(): Promise<void> {
		return this.set({ ...noFilters, profile: this.#current.profile });
	}

	/** Goes where the link's own part is changed so. It is about how the page is shown: the way back stays as it is. */
	setLink(patch: Partial<LinkState>): Promise<void> {
		const url = new URL(page.url);
		for (const name of linkParameters) url.searchParams.delete(name);
		for (const [name, value] of encodeLink({ ...this.#link, ...patch })) url.searchParams.append(name, value);
		return goto(url, { replaceState: true, keepFocus: true, noScroll: true });
	}

	/**
	 * The URL of the same page, or of another, with changed filters. A pinned release is kept from page to page; another
	 * profile is other data, of which neither notes nor releases are.
	 */
	href(patch: Partial<Filters> = {}, path: string = page.url.pathname): string {
		const other = patch.profile !== undefined;
		const parameters = encodeFilters(other ? { ...noFilters, ...patch } : { ...this.#current, ...patch });
		const here = path === page.url.pathname;
		if (here)
			for (const [name, value] of page.url.searchParams)
				if (!filterParameters.has(name) && survivors.has(name) && !(other && ofThisData.has(name)))
					parameters.append(name, value);
		if (!here && !other && this.#link.pinned)
			for (const [name, value] of encodeLink({ ...noLink, release: this.#link.release, pinned: true }))
				parameters.append(name, value);
		const query = parameters.toString();
		return query ? `${path}?${query}` : path;
	}

	/** Hides the note about this URL's unusable parameters. */
	dismissUnusable(): void {
		this.#dismissed = page.url.search;
	}
}

interface Stranger extends UnusableParameter {
	readonly filter: 'region' | 'period' | 'industry' | 'campaign';
}

/** Codes in the filters that the open release does not know. */
function unknownMembers(filters: Filters, lists: Session['lists']): Stranger[] {
	const group = filters.region?.startsWith('group:') ?? false;
	const members: Record<Stranger['filter'], readonly { readonly code: string }[]> = {
		region: group ? lists.groups.map(({ code }) => ({ code: `group:${code}` })) : lists.regions,
		period: lists.periods,
		industry: lists.industries,
		campaign: lists.campaigns
	};
	return (Object.keys(members) as Stranger['filter'][]).flatMap((filter) => {
		const value = filters[filter];
		return value === null || members[filter].some(({ code }) => code === value)
			? []
			: [{ filter, name: filter, value }];
	});
}

/** The filters of the page: set by the root layout, read by every view. */
export const [getFilters, setFilters] = createContext<PageFilters>();
