import type { Language } from '#lib/format/language.ts';
import { applicable, type KnownCampaigns } from '#lib/indicators/applicable.ts';
import { indicators } from '#lib/indicators/index.ts';
import { campaignsQuery } from '#lib/indicators/known-campaigns.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';
import { metricIndicator } from '#lib/indicators/metric.ts';
import { isKnown, measuresQuery } from '#lib/indicators/known-measures.ts';
import { setPictureFacts } from '#lib/components/picture-facts.ts';
import { getDrafts } from '#lib/state/drafts.svelte.ts';
import { LiveQuery } from '#lib/state/live-query.svelte.ts';
import type { Filters } from '#lib/filters/filters.ts';
import { getFilters, type EffectiveFilters, type PageFilters } from '#lib/state/filters.svelte.ts';
import { getSession, type Session } from '#lib/state/session.svelte.ts';
import { aboutPicture } from './about-picture.ts';
import { scopeOf, type Scope } from './scope.ts';
import { pageLanguage } from './words.ts';

/** A scope and what it was made of. */
interface KnownScope {
	readonly key: string;
	readonly lists: Session['lists'];
	readonly profile: Session['profile'];
	readonly indicator: Indicator;
	readonly scope: Scope | null;
}

/** What every page of figures stands on: session, filters and the scope they give. Made during initialisation. */
export class PageView {
	readonly session: Session = getSession();
	readonly filters: PageFilters = getFilters();
	readonly language: Language = pageLanguage();
	readonly #place: () => string | null;
	/** The last ones: what is shown, and what a pointer rests on. */
	#scopes: readonly KnownScope[] = [];

	readonly #measures = new LiveQuery(() => measuresQuery);
	readonly #campaigns = new LiveQuery(() => (this.filters.current.campaign ? campaignsQuery : null));

	/** Every indicator that the open release has figures for, the profile's main ones first. */
	readonly indicators: readonly Indicator[] = $derived.by(() => {
		const known = this.#measures.value;
		const { lists, profile } = this.session;
		const all = [...indicators, ...lists.metrics.map((metric) => metricIndicator(metric, profile?.source))];
		const some = known ? all.filter((indicator) => isKnown(indicator, known)) : all;
		const wanted = this.session.profile?.highlights ?? [];
		const main = wanted.flatMap((id) => some.find((indicator) => indicator.id === id) ?? []);
		return [...main, ...some.filter((indicator) => !main.includes(indicator))];
	});

	/** The profile's main indicators, in its order. */
	readonly highlights: readonly Indicator[] = $derived.by(() => {
		const wanted = this.session.profile?.highlights ?? [];
		return wanted.flatMap((id) => this.indicators.find((indicator) => indicator.id === id) ?? []);
	});

	/** The indicator of the page: the URL's, else the profile's first. */
	readonly indicator: Indicator | null = $derived(this.#indicatorOf(this.filters.current.indicator));

	/** The filters against the open release; null before one is open. */
	readonly scope: Scope | null = $derived.by(() => this.#scopeOf(this.filters.effective, this.indicator));

	/** The kind that a register is narrowed to; by itself, so that what marks it stays when other filters change. */
	readonly kind: string | null = $derived(this.filters.current.kind);

	/** Filters that the page's indicator cannot obey, in a sentence; null when it obeys all. */
	readonly refusal: string | null = $derived.by(() => {
		if (!this.scope) return null;
		const answer = applicable(this.scope.indicator, this.filters.current, [], this.campaigns);
		return answer.ok ? null : answer.reason[this.language];
	});

	/** `place`: the region that the page itself is about, whatever the filter says. */
	constructor(place: () => string | null = () => null) {
		this.#place = place;
		const drafts = getDrafts();
		setPictureFacts((shown, told) => {
			const scope = (told.scope as Scope | undefined) ?? this.scope;
			return scope && aboutPicture(scope, shown, this.session.manifest, { ...told, drafts: drafts.batches.length });
		});
	}

	/** The campaigns of each register; undefined until one is chosen and the release has answered. */
	get campaigns(): KnownCampaigns | undefined {
		return this.#campaigns.value ?? undefined;
	}

	/** The page's scope once the filters are changed so. */
	scopeAfter(patch: Partial<Filters>): Scope | null {
		const after = this.filters.effectiveAfter(patch);
		return this.#scopeOf(after, this.#indicatorOf(after.indicator));
	}

	/** The main indicators with the page's own before them, each once. */
	shownFor(indicator: Indicator): readonly Indicator[] {
		return this.highlights.includes(indicator) ? this.highlights : [indicator, ...this.highlights];
	}

	/** Filtered by a region, or that taken back. */
	readonly byRegion = (key: string) => ({ region: this.filters.current.region === key ? null : key });

	/** Filtered by an industry, or that taken back. */
	readonly byIndustry = (key: string) => ({ industry: this.filters.current.industry === key ? null : key });

	/** Filtered by a union system, or that taken back. */
	readonly byUnionSystem = (key: string) => ({ unionSystem: this.filters.current.unionSystem === key ? null : key });

	/** At another period, or at the latest again. */
	readonly byPeriod = (key: string) => ({ period: this.filters.current.period === key ? null : key });

	/** Chooses the indicator of the page's pictures. */
	choose(indicator: string): void {
		void this.filters.set({ indicator: indicator === this.highlights[0]?.id ? null : indicator });
	}

	#indicatorOf(wanted: string | null): Indicator | null {
		const chosen = wanted === null ? undefined : this.indicators.find(({ id }) => id === wanted);
		return chosen ?? this.highlights[0] ?? this.indicators[0] ?? null;
	}

	/** The same object for the same filters of the same release, so that what was worked out for it is found again. */
	#scopeOf(filters: EffectiveFilters, indicator: Indicator | null): Scope | null {
		const { session, language } = this;
		if (!session.profile || !indicator) return null;
		const { lists, profile } = session;
		const asked = { ...filters, region: this.#place() ?? filters.region };
		const key = JSON.stringify(asked);
		const same = (one: KnownScope) =>
			one.key === key && one.lists === lists && one.profile === profile && one.indicator === indicator;
		const known = this.#scopes.find(same);
		if (known) return known.scope;
		const { home: homeCode, yearStart } = profile;
		const scope = scopeOf({ filters: asked, lists, homeCode, profile, indicator, language, yearStart });
		this.#scopes = [{ key, lists, profile, indicator, scope }, ...this.#scopes.slice(0, 3)];
		return scope;
	}
}
