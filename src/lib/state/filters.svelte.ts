import { createContext } from 'svelte';
import { goto } from '$app/navigation';
import { page } from '$app/state';
import { decodeFilters, encodeFilters } from '#lib/filters/codec.ts';
import { noFilters, type Filters } from '#lib/filters/filters.ts';
import type { Session } from './session.svelte.ts';

/** Filters with the release's defaults filled in: what the page shows. */
export interface EffectiveFilters extends Filters {
	readonly profile: string;
	readonly period: string;
	readonly region: string;
}

/** A parameter of the URL that could not be used. */
export interface UnusableParameter {
	readonly name: string;
	readonly value: string;
}

/** Parameters that belong to a page, not to the filters. They survive a change of filters. */
export const pageParameters = ['lang', 'q', 'sort', 'view', 'compare', 'id', 'event'] as const;

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

/** The filters of the page. They are derived from the URL; writing means going to another URL. */
export class PageFilters {
	readonly #session: Session;
	readonly #decoded = $derived(decodeFilters(page.url.searchParams, [...pageParameters]));
	readonly #current = $derived(this.#decoded.filters);
	readonly #effective = $derived.by((): EffectiveFilters => {
		const { entry, profile, lists } = this.#session;
		return {
			...this.#current,
			profile: entry?.profile ?? this.#current.profile ?? '',
			period: this.#current.period ?? lists.latestPeriod ?? '',
			region: this.#current.region ?? profile?.home ?? ''
		};
	});
	readonly #strangers = $derived.by((): UnusableParameter[] => {
		const { status, lists, manifest } = this.#session;
		if (status !== 'ready' || !manifest) return [];
		return unknownMembers(this.#current, lists);
	});
	#dismissed = $state.raw('');

	constructor(session: Session) {
		this.#session = session;
	}

	/** What the URL says: the user's intent. */
	get current(): Filters {
		return this.#current;
	}
	/** With defaults filled in. Period and region are empty text until a release is open. */
	get effective(): EffectiveFilters {
		return this.#effective;
	}
	/** What the URL says and nobody understands, until dismissed; another URL brings its own. */
	get unusable(): readonly UnusableParameter[] {
		return this.#dismissed === page.url.search ? [] : [...this.#decoded.unusable, ...this.#strangers];
	}

	/** Goes to the URL that says so. Focus and scroll stay, and the way back is kept. */
	set(patch: Partial<Filters>): Promise<void> {
		return goto(this.href(patch), { keepFocus: true, noScroll: true });
	}

	/** Back to the defaults; the profile stays. */
	reset(): Promise<void> {
		return this.set({ ...noFilters, profile: this.#current.profile });
	}

	/** The URL of the same page, or of another, with changed filters. */
	href(patch: Partial<Filters> = {}, path: string = page.url.pathname): string {
		const filters = patch.profile === undefined ? { ...this.#current, ...patch } : { ...noFilters, ...patch };
		const parameters = encodeFilters(filters);
		if (path === page.url.pathname)
			for (const [name, value] of page.url.searchParams)
				if (!filterParameters.has(name) && (pageParameters as readonly string[]).includes(name))
					parameters.append(name, value);
		const query = parameters.toString();
		return query ? `${path}?${query}` : path;
	}

	/** Hides the note about this URL's unusable parameters. */
	dismissUnusable(): void {
		this.#dismissed = page.url.search;
	}
}

/** Codes in the filters that the open release does not know. */
function unknownMembers(filters: Filters, lists: Session['lists']): UnusableParameter[] {
	const unusable: UnusableParameter[] = [];
	const check = (name: string, value: string | null, known: readonly { readonly code: string }[]) => {
		if (value !== null && !known.some(({ code }) => code === value)) unusable.push({ name, value });
	};
	if (filters.region?.startsWith('group:')) check('region', filters.region.slice(6), lists.groups);
	else check('region', filters.region, lists.regions);
	check('period', filters.period, lists.periods);
	check('campaign', filters.campaign, lists.campaigns);
	return unusable;
}

/** The filters of the page: set by the root layout, read by every view. */
export const [getFilters, setFilters] = createContext<PageFilters>();
