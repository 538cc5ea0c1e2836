import { decodeFilters } from '#lib/filters/codec.ts';
import { isDayTime } from './day-time.ts';
import { isObject, JsonFields, type PlaylistProblem } from './json-fields.ts';
import { sceneKinds, transitions, type Playlist, type SceneEntry } from './playlist.ts';
import { readSchedule } from './read-schedule.ts';

export type { PlaylistProblem } from './json-fields.ts';

/** What a playlist may hold. */
export const playlistLimits = {
	playlists: 20,
	scenes: 100,
	leastSeconds: 3,
	mostSeconds: 3600,
	text: 200,
	indicators: 8,
	rows: 50
} as const;

/** What a playlist that says nothing has. */
export const playlistDefaults = { seconds: 15, transition: 'fade', quietHour: '03:30' } as const;

/** What of its surroundings a playlist may name; what is left out is not checked. */
export interface PlaylistSurroundings {
	readonly indicator?: (id: string) => boolean;
}

/** Playlists that can be played, and what is wrong. */
export interface ReadPlaylists {
	readonly playlists: readonly Playlist[];
	readonly problems: readonly PlaylistProblem[];
}

/** Places that addresses use for something else. */
const takenIds = new Set(['edit', 'remote', 'play', 'status']);

/**
 * Reads a list of playlists, or one alone, of JSON from anywhere. Never throws: a scene that is wrong is left out, a
 * setting that is wrong is as if it was not there, and everything wrong is told.
 */
export function readPlaylists(value: unknown, surroundings: PlaylistSurroundings = {}): ReadPlaylists {
	const problems: PlaylistProblem[] = [];
	if (!Array.isArray(value) && !isObject(value)) {
		problems.push({ path: '', text: { zh: '里面没有列表 [ … ]', en: 'holds no list [ … ]' } });
		return { playlists: [], problems };
	}
	const list: readonly unknown[] = Array.isArray(value) ? value : [value];
	const all = new JsonFields({}, '', problems);
	if (list.length > playlistLimits.playlists)
		all.wrong(
			`[${playlistLimits.playlists}]`,
			`起不用：最多 ${playlistLimits.playlists} 个播放列表`,
			`and what follows is left out: ${playlistLimits.playlists} playlists at most`
		);
	const ids = new Set<string>();
	const playlists = list.slice(0, playlistLimits.playlists).flatMap((one, index) => {
		const path = Array.isArray(value) ? `[${index}]` : '';
		const fields = new JsonFields(isObject(one) ? one : {}, path, problems);
		if (!isObject(one)) return fields.wrong('', '须是对象 { … }', 'must be an object { … }') ?? [];
		const playlist = readPlaylist(fields, problems, surroundings);
		if (!playlist) return [];
		if (ids.has(playlist.id))
			return fields.wrong('id', `出现了两次：${playlist.id}`, `stands there twice: ${playlist.id}`) ?? [];
		ids.add(playlist.id);
		return playlist;
	});
	return { playlists, problems };
}

/** The same from the text of a file. */
export function parsePlaylists(text: string, surroundings: PlaylistSurroundings = {}): ReadPlaylists {
	try {
		return readPlaylists(JSON.parse(text.replace(/^\ufeff/, '')), surroundings);
	} catch (cause) {
		const said = cause instanceof Error ? cause.message : String(cause);
		return {
			playlists: [],
			problems: [{ path: '', text: { zh: `不是 JSON（${said}）`, en: `is no JSON (${said})` } }]
		};
	}
}

function readPlaylist(
	fields: JsonFields,
	problems: PlaylistProblem[],
	surroundings: PlaylistSurroundings
): Playlist | null {
	const id = readId(fields);
	const title = fields.words('title', playlistLimits.text);
	const seconds = readSeconds(fields);
	const transition = fields.choice('transition', transitions);
	const quietHour = fields.text('quietHour', 5);
	const quiet = quietHour !== undefined && isDayTime(quietHour);
	if (quietHour !== undefined && !quiet) fields.wrong('quietHour', '须写作 HH:MM，如 03:30', 'must be HH:MM, as 03:30');
	const schedule = readSchedule(fields);
	const scenes = readScenes(fields, problems, surroundings);
	fields.close();
	if (id === undefined || scenes.length === 0) return null;
	return {
		id,
		title: title ?? { zh: id, en: id },
		seconds: seconds ?? playlistDefaults.seconds,
		transition: transition ?? playlistDefaults.transition,
		...(schedule && { schedule }),
		quietHour: quiet ? quietHour : playlistDefaults.quietHour,
		scenes
	};
}

function readId(fields: JsonFields): string | undefined {
	const id = fields.peek('id');
	if (typeof id === 'string' && /^[a-z0-9][a-z0-9-]{0,59}$/.test(id) && !takenIds.has(id)) return id;
	return fields.wrong(
		'id',
		`须是小写字母、数字和连字符，最多 60 个，不能是 ${[...takenIds].join('、')}`,
		`must be small letters, digits and hyphens, 60 at most, and not ${[...takenIds].join(', ')}`
	);
}

const readSeconds = (fields: JsonFields) =>
	fields.whole('seconds', playlistLimits.leastSeconds, playlistLimits.mostSeconds);

function readScenes(
	fields: JsonFields,
	problems: PlaylistProblem[],
	surroundings: PlaylistSurroundings
): readonly SceneEntry[] {
	const list = fields.peek('scenes');
	if (!Array.isArray(list) || list.length === 0)
		return fields.wrong('scenes', '须是一列画面 [ … ]，至少一个', 'must be a list of scenes [ … ], at least one') ?? [];
	const most = playlistLimits.scenes;
	if (list.length > most)
		fields.wrong(
			`scenes[${most}]`,
			`起不用：最多 ${most} 个画面`,
			`and what follows is left out: ${most} scenes at most`
		);
	return list.slice(0, most).flatMap((one: unknown, index) => {
		const path = `${fields.path && `${fields.path}.`}scenes[${index}]`;
		const scene = new JsonFields(isObject(one) ? one : {}, path, problems);
		if (!isObject(one)) return scene.wrong('', '须是对象 { … }', 'must be an object { … }') ?? [];
		return readScene(scene, surroundings) ?? [];
	});
}

function readScene(fields: JsonFields, { indicator: known }: PlaylistSurroundings): SceneEntry | null {
	const kind = fields.choice('kind', sceneKinds);
	if (!fields.has('kind')) fields.wrong('kind', '缺少，请补上', 'is missing; add it');
	const seconds = readSeconds(fields);
	const filters = readFilters(fields);
	const title = fields.words('title', playlistLimits.text);
	const schedule = readSchedule(fields);
	const indicator = fields.text('indicator', playlistLimits.text);
	const indicators = fields.texts('indicators', playlistLimits.indicators);
	const board = fields.text('board', playlistLimits.text);
	const text = fields.words('text', playlistLimits.text);
	const rows = fields.whole('rows', 1, playlistLimits.rows);
	if (kind === 'announcement' && !fields.has('text'))
		fields.wrong('text', '缺少：通知要有文字', 'is missing: an announcement has a text');
	if (known) {
		for (const [name, id] of [
			['indicator', indicator] as const,
			...(indicators ?? []).map((one, index) => [`indicators[${index}]`, one] as const)
		])
			if (id !== undefined && !known(id)) fields.wrong(name, `没有这个指标：${id}`, `names no indicator: ${id}`);
	}
	fields.close();
	if (!kind || !fields.sound) return null;
	return {
		kind,
		...(seconds !== undefined && { seconds }),
		...(filters !== undefined && { filters }),
		...(title && { title }),
		...(schedule && { schedule }),
		...(indicator !== undefined && { indicator }),
		...(indicators && { indicators }),
		...(board !== undefined && { board }),
		...(text && { text }),
		...(rows !== undefined && { rows })
	};
}

/** Filters as in an address; what no page would understand is told. */
function readFilters(fields: JsonFields): string | undefined {
	const value = fields.text('filters', 2000);
	if (value === undefined) return undefined;
	const text = value.replace(/^\?/, '');
	// A mark with nothing behind it filters nothing.
	if (text === '') return undefined;
	const { unusable } = decodeFilters(new URLSearchParams(text));
	if (unusable.length === 0) return text;
	const found = unusable.map(({ name, value: given }) => `${name}=${given}`).join('&');
	return fields.wrong('filters', `里有用不了的条件：${found}`, `holds conditions that cannot be used: ${found}`);
}
