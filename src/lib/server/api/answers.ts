import { isKnown, measuresQuery } from '#lib/indicators/known-measures.ts';
import { runQuery } from '#lib/query/query.ts';
import { indicatorDefinition } from '#lib/release/definitions.ts';
import { indicatorsOf } from '#lib/release/question/find-indicator.ts';
import { openApiDocument, apiVersion } from './openapi.ts';
import { operations, type Operation } from './operations.ts';
import type { ApiAnswer, ApiRequest } from './respond.ts';
import { chosenRelease, manifestOf, releaseToAsk, type ApiSources } from './sources.ts';

/** `/api/v1`: what there is. */
export async function index(): Promise<ApiAnswer> {
	const links = Object.values(operations).map(({ path, title }: Operation) => ({ href: path, title }));
	return { of: null, make: async () => ({ json: { version: apiVersion, links } }) };
}

/** `/api/v1/openapi.json`. */
export async function openApi(): Promise<ApiAnswer> {
	return { of: null, make: async () => ({ json: openApiDocument() }) };
}

/** `/api/v1/releases`: every release, of each profile the newest first. */
export async function releases({ store }: ApiSources): Promise<ApiAnswer> {
	const all = await Promise.all((await store.catalogue()).map(({ profile }) => store.releasesOf(profile)));
	const listed = all.flatMap((ofProfile) =>
		ofProfile.map(({ release, profile, title, createdAt }, position) => ({
			id: release,
			...{ profile, title, createdAt },
			newest: position === 0,
			datapackage: `/api/v1/releases/${release}/datapackage.json`,
			observations: `/api/v1/observations?release=${release}&indicator={indicator}`,
			boards: `/api/v1/boards?release=${release}`
		}))
	);
	return { of: JSON.stringify(listed), make: async () => ({ json: { releases: listed } }) };
}

/** `/api/v1/releases/<id>/datapackage.json`: only the files that can be fetched, under the addresses where they are. */
export async function datapackage(sources: ApiSources, { url, path }: ApiRequest): Promise<ApiAnswer> {
	const { files, datapackage: described, id } = await manifestOf(sources, path.text('release') ?? '');
	const served = new Set(files.map(({ name }) => name));
	const resources = described.resources
		.filter((resource) => served.has(resource.path))
		.map((resource) => ({ ...resource, path: `${url.origin}/releases/${id}/${resource.path}` }));
	const json = { ...described, resources };
	return { of: JSON.stringify([url.origin, files]), fixed: true, make: async () => ({ json }) };
}

/** `/api/v1/indicators`: the definitions, and which of them the release has figures of. */
export async function indicators(sources: ApiSources, { values }: ApiRequest): Promise<ApiAnswer> {
	const { entry, of, fixed } = await chosenRelease(sources, values);
	const make = async () => {
		const { connector } = await releaseToAsk(sources, entry.release);
		const known = await runQuery(connector, measuresQuery);
		const definitions = (await indicatorsOf(connector)).map((indicator) => ({
			...indicatorDefinition(indicator),
			answered: isKnown(indicator, known)
		}));
		return { json: { release: entry.release, profile: entry.profile, indicators: definitions } };
	};
	return { of, fixed, make };
}
