import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { drawnMap, type DrawnMap } from '#lib/dimensions/drawn-map.ts';
import { attempt, ProfileError } from '#lib/dimensions/profile-fields.ts';
import { parseProfileMap } from '#lib/dimensions/profile-map.ts';
import { parseProfile, type Profile } from '#lib/dimensions/profile.ts';
import { indicators } from '#lib/indicators/index.ts';
import { boardProblemText, checkBoards } from '#lib/leaderboard/check-boards.ts';
import { readPlaylists } from '#lib/wall/read-playlist.ts';

/** The profiles that come with the product. */
export const profilesFolder = fileURLToPath(new URL('../../data/profiles/', import.meta.url));

const mapFile = 'map.geojson';

/**
 * Loads a profile by the id of a shipped one or by the path of a folder of one's own. What is wrong in a file of it is
 * told, in a sentence that names file and line, and left out; the rest works. Throws an Error whose one sentence says
 * which profiles there are, or why there is none in the folder.
 */
export async function loadProfile(
	idOrFolder: string,
	report: (mistake: ProfileError) => void = tell
): Promise<Profile> {
	const folder = folderOf(idOrFolder);
	const names = await readdir(folder).catch(async () => {
		const known = (await readdir(profilesFolder)).sort().join(', ');
		throw new Error(`There is no profile "${idOrFolder}"; known are ${known}, or give the path of a folder.`);
	});
	const files = names.filter((name) => /\.(?:json|csv)$/.test(name));
	const texts = await Promise.all(
		files.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const)
	);
	try {
		const parsed = withKnownHighlights(parseProfile(Object.fromEntries(texts), report), report);
		const profile = withReadWalls(withReadBoards(parsed, report), report);
		if (names.includes(mapFile)) await checkMap(join(folder, mapFile), profile, report);
		return profile;
	} catch (cause) {
		throw new Error(`Profile ${idOrFolder}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
	}
}

/** A map that cannot be used, and regions that it lacks, are told; the profile works without it. */
async function checkMap(path: string, profile: Profile, report: (mistake: ProfileError) => void): Promise<void> {
	const text = await readFile(path, 'utf8');
	const map = attempt(report, () => parseProfileMap(text, { home: profile.home, units: profile.regions }));
	if (!map) return;
	const name = (code: string) => profile.regions.find((region) => region.code === code)?.name ?? code;
	const lists = [
		...(map.missing.length > 0 ? [['没有这些地区的图形', 'no outline of', map.missing.map(name)] as const] : []),
		...(map.others.length > 0
			? [['图形对不上地区', 'outlines of no region', map.others.map((other) => other.name)] as const]
			: [])
	];
	for (const [zh, en, items] of lists) {
		report(new ProfileError(mapFile, null, { zh: `${zh}：${items.join('、')}`, en: `${en}: ${items.join(', ')}` }));
	}
}

/** The map of a profile as a release carries it; null where it has none that can be used. */
export async function profileMap(idOrFolder: string, profile: Profile): Promise<DrawnMap | null> {
	const text = await readFile(join(folderOf(idOrFolder), mapFile), 'utf8').catch(() => null);
	const scope = { home: profile.home, units: profile.regions };
	// What is wrong with it was told when the profile was loaded.
	const map =
		text === null
			? null
			: attempt(
					() => {},
					() => parseProfileMap(text, scope)
				);
	return map ? drawnMap(map) : null;
}

/** The file of targets that a profile brings along, of the dataset `targets`; null where it has none. */
export async function profileTargets(idOrFolder: string): Promise<string | null> {
	const path = join(folderOf(idOrFolder), 'targets.csv');
	return (await stat(path).catch(() => null)) ? path : null;
}

function folderOf(idOrFolder: string): string {
	return /[\\/]/.test(idOrFolder) ? idOrFolder : join(profilesFolder, idOrFolder);
}

function tell({ text }: ProfileError): void {
	console.error(`${text.zh}\n${text.en}`);
}

/** Only what there is can be shown on the overview: an indicator by its id, or a figure that files report. */
function withKnownHighlights(profile: Profile, report: (mistake: ProfileError) => void): Profile {
	const known = new Set(indicators.map(({ id }) => id));
	const highlights = profile.highlights.filter((id) => {
		if (id.startsWith('metric:') || known.has(id)) return true;
		const what = { zh: `“highlights”中没有这个指标：${id}`, en: `"highlights" names no indicator: ${id}` };
		report(new ProfileError('profile.json', null, what));
		return false;
	});
	return { ...profile, highlights };
}

/** Boards that can be made are kept; what is wrong with the others is told. */
function withReadBoards(profile: Profile, report: (mistake: ProfileError) => void): Profile {
	const { boards, ...rest } = profile;
	if (!boards) return profile;
	const { usable, problems } = checkBoards(boards, profile);
	for (const problem of problems) report(new ProfileError('boards.json', null, boardProblemText(problem)));
	return usable.length > 0 ? { ...rest, boards: usable } : rest;
}

/** Playlists as far as they can be played; what is wrong with the rest is told. */
function withReadWalls(profile: Profile, report: (mistake: ProfileError) => void): Profile {
	const { walls, ...rest } = profile;
	if (!walls) return profile;
	const metrics = new Set(profile.metrics.map(({ indicator }) => `metric:${indicator}`));
	const known = new Set(indicators.map(({ id }) => id));
	const { playlists, problems } = readPlaylists(walls, { indicator: (id) => known.has(id) || metrics.has(id) });
	for (const { text } of problems) report(new ProfileError('walls.json', null, text));
	return playlists.length > 0 ? { ...rest, walls: playlists } : rest;
}
