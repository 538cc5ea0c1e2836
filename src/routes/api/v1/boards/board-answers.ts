import type { Filters } from '#lib/filters/filters.ts';
import { decodeFilters } from '#lib/filters/codec.ts';
import { isKnown, measuresQuery } from '#lib/indicators/known-measures.ts';
import { indicators, metricIndicator } from '#lib/indicators/index.ts';
import type { Language } from '#lib/format/language.ts';
import type { Connector } from '#lib/engine/connector.ts';
import { runQuery } from '#lib/query/query.ts';
import { ApiError } from '#lib/server/api/api-error.ts';
import { pageOf } from '#lib/server/api/paging.ts';
import type { ApiAnswer, ApiContent, ApiRequest } from '#lib/server/api/respond.ts';
import { chosenRelease, manifestOf, type ApiSources } from '#lib/server/api/sources.ts';
import { boardTable, rowJson } from '#lib/server/answers/board-text.ts';
import { boardSentence } from '#lib/server/answers/board-words.ts';
import { safeCsvLine } from '#lib/server/answers/csv-text.ts';
import { readLists } from '#lib/state/release-lists.ts';
import { releaseProfile } from '#lib/state/release-profile.ts';
import { askBoard, boardById, boardFrom, boardsOf, type BoardHome } from '#lib/views/leaderboards/board-source.ts';
import { scopeOf, type Scope } from '#lib/views/scope.ts';

/** Parameters of a board that are those of its page. */
const pageFilters = [
	...['period', 'region', 'level', 'industry', 'system', 'ownership', 'grade', 'kind', 'campaign', 'compare']
];

/** `/api/v1/boards`: the boards of a release, as its page lists them. */
export async function boards(sources: ApiSources, { values }: ApiRequest): Promise<ApiAnswer> {
	const { entry, of, fixed } = await chosenRelease(sources, values);
	const make = async () => {
		const { home } = await homeOf(sources, entry.release);
		const listed = boardsOf(home).boards.map(({ rules, source }) => ({
			id: rules.id,
			title: rules.title,
			source,
			rules,
			href: `/api/v1/boards/${encodeURIComponent(rules.id)}?release=${entry.release}`
		}));
		return { json: { release: entry.release, profile: entry.profile, boards: listed } };
	};
	return { of, fixed, make };
}

/** `/api/v1/boards/<id>`: one board under the filters of its page. */
export async function board(sources: ApiSources, request: ApiRequest): Promise<ApiAnswer> {
	const { values, path } = request;
	const { entry, of, fixed } = await chosenRelease(sources, values);
	const id = path.text('board') ?? '';
	const language: Language = values.text('lang') === 'en' ? 'en' : 'zh';
	const [format, encoding] = [values.text('format'), values.text('encoding')];
	const filters = filtersOf(request);
	const make = async (): Promise<ApiContent> => {
		const { connector, home, ...surroundings } = await homeOf(sources, entry.release);
		const found = boardById(id, home);
		if (!found)
			throw new ApiError(
				'no_board',
				`该发布没有榜单“${id}”；有哪些见 /api/v1/boards?release=${entry.release}。`,
				`This release has no board “${id}”; see /api/v1/boards?release=${entry.release} for those there are.`,
				'board'
			);
		const scope = scopeFor(filters, { ...surroundings, home, language });
		const asked = askBoard(found, scope, entry.release);
		const answers = await Promise.all(asked.all.map((query) => (query ? runQuery(connector, query) : null)));
		const answer = asked.combine(answers);
		if (answer.refusal) throw new ApiError('cannot_answer', answer.refusal.zh, answer.refusal.en);
		const made = boardFrom(answer);
		const [columns = [], ...lines] = boardTable(made, language);
		if (format === 'csv') {
			const { rows, next } = pageOf(lines, request);
			const name = [answer.title, answer.name]
				.filter(Boolean)
				.join('-')
				.replaceAll(/[\\/:*?"<>|\s]+/g, '_');
			const csv = [columns, ...rows].map(safeCsvLine).join('');
			return { csv, encoding: encoding === 'gb18030' ? encoding : 'utf-8', name, next };
		}
		const flat = made.groups.flatMap(({ key, rows }) =>
			rows.map((row) => ({ group: key === '' ? null : key, ...rowJson(made, row, language) }))
		);
		const { next, rows, ...page } = pageOf(flat, request);
		const json = {
			release: entry.release,
			profile: entry.profile,
			title: answer.title,
			period: answer.name,
			fingerprint: made.fingerprint,
			rules: made.rules,
			problems: made.problems.map((problem) => ({ ...problem, text: boardSentence(problem)[language] })),
			...page,
			next,
			rows
		};
		return { json, next };
	};
	return { of, fixed, make };
}

interface Home {
	readonly connector: Connector;
	readonly home: BoardHome;
	readonly lists: Awaited<ReturnType<typeof readLists>>;
	readonly profile: ReturnType<typeof releaseProfile>;
}

/** What is known of a release, by connector: one connector is one release and its bytes. */
const homes = new WeakMap<Connector, Promise<Home>>();

async function homeOf(sources: ApiSources, release: string): Promise<Home> {
	const connector = await sources.open(release);
	const known = homes.get(connector);
	if (known) return known;
	const read = readHome(sources, release, connector);
	homes.set(connector, read);
	read.catch(() => homes.delete(connector));
	return read;
}

async function readHome(sources: ApiSources, release: string, connector: Connector): Promise<Home> {
	const manifest = await manifestOf(sources, release);
	const lists = await readLists((statement) => connector.query(statement), manifest.profile.home);
	const profile = releaseProfile(manifest.profile, lists);
	const measured = await runQuery(connector, measuresQuery);
	const all = [...indicators, ...lists.metrics.map((metric) => metricIndicator(metric))];
	const some = all.filter((indicator) => isKnown(indicator, measured));
	return { connector, lists, profile, home: { profile, indicators: some, lists } };
}

/** The filters in the words of the page, by the page's own reader. */
function filtersOf({ values }: ApiRequest): Filters {
	const params = new URLSearchParams();
	for (const name of pageFilters) {
		const value = values.text(name);
		if (value !== null) params.set(name, value);
	}
	const { filters, unusable } = decodeFilters(params);
	const [first] = unusable;
	if (first) throw unusableFilter(first.name, first.value);
	return filters;
}

function scopeFor(
	filters: Filters,
	{ home, lists, profile, language }: Omit<Home, 'connector'> & { readonly language: Language }
): Scope {
	const group = filters.region?.startsWith('group:') ?? false;
	const members = {
		period: lists.periods,
		region: group ? lists.groups.map(({ code }) => ({ code: `group:${code}` })) : lists.regions,
		industry: lists.industries,
		campaign: lists.campaigns
	};
	for (const [name, known] of Object.entries(members)) {
		const value = filters[name as keyof typeof members];
		if (value !== null && !known.some(({ code }) => code === value)) throw unusableFilter(name, value);
	}
	const [indicator] = home.indicators;
	const effective = {
		...filters,
		period: filters.period ?? lists.latestPeriod ?? '',
		region: filters.region ?? profile.home
	};
	const { home: homeCode, yearStart } = profile;
	const scope = indicator && scopeOf({ filters: effective, lists, homeCode, profile, indicator, language, yearStart });
	if (!scope) throw new ApiError('cannot_answer', '该发布没有可以排名的数据。', 'This release has nothing to rank.');
	return scope;
}

function unusableFilter(name: string, value: string): ApiError {
	return new ApiError(
		'bad_parameter',
		`参数 ${name}：该发布中没有“${value}”。`,
		`The parameter ${name}: this release has no “${value}”.`,
		name
	);
}
