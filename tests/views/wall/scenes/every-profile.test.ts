import { afterAll, describe, expect, test } from 'vitest';
import { textWidth } from '#lib/charts/plain-text.ts';
import type { Language } from '#lib/format/language.ts';
import { answerFrom } from '#lib/state/wall/edition.ts';
import { sceneBasis, sceneContext, scenePath, type SceneContext } from '#lib/views/wall/scene.ts';
import type { SceneEntry } from '#lib/wall/playlist.ts';
import { titleSize } from '#lib/wall/screen.ts';
import { sceneKind } from '#lib/views/wall/scenes/index.ts';
import type { MapData } from '#lib/views/wall/scenes/map.ts';
import { layoutOf } from '#lib/views/wall/scenes/map.ts';
import { openDemo, type OpenDemo } from '../../explanation/demo-release.ts';
import { wall, walls } from './scene-fixture.ts';

const opened: OpenDemo[] = [];
afterAll(async () => {
	for (const demo of opened) await demo.db.close();
});

async function contextOf(profile: string): Promise<(language: Language) => SceneContext> {
	const demo = await openDemo(profile, 'native');
	opened.push(demo);
	const basis = await answerFrom(sceneBasis, demo);
	const release = { ...demo, entry: {} as never, manifest: {} as never, basis };
	return (language) => sceneContext(release, language);
}

/** What a scene of a release shows; null where it is passed over. */
async function framed(entry: SceneEntry, context: SceneContext) {
	const kind = sceneKind(entry.kind);
	const asked = kind?.ask(entry, context);
	if (!kind || !asked) return null;
	const data = await answerFrom(asked, opened.at(-1) as OpenDemo);
	return kind.shows(data) ? { kind, data } : null;
}

const kinds = ['map', 'trend', 'spotlight', 'matrix'] as const;
/** What there is to show: a census of one year has no trend, published figures are of one year and of the whole country alone. */
const shown: Readonly<Record<string, readonly string[]>> = {
	national: kinds,
	chongqing: kinds,
	shanghai: kinds,
	gansu: kinds,
	enterprise: kinds,
	'census-2004': ['map', 'spotlight'],
	'union-documents': []
};

describe.each(Object.keys(shown))('%s', (profile) => {
	test('shows what it has, says so in both languages, and has a page for it', async () => {
		const context = await contextOf(profile);
		const seen: string[] = [];
		for (const kind of kinds) {
			for (const language of ['zh', 'en'] as const) {
				const frame = await framed({ kind }, context(language));
				if (!frame) continue;
				if (language === 'zh') seen.push(kind);
				for (const name of Object.keys(walls)) {
					const screen = wall(name);
					const steps = frame.kind.steps?.(frame.data, screen) ?? 1;
					expect(steps).toBeGreaterThanOrEqual(1);
					for (const step of [0, steps - 1]) {
						const { title } = frame.kind.headline(frame.data, context(language), step);
						expect(title).not.toBe('');
						expect(titleSize(textWidth(title, 1), screen)).toBeGreaterThanOrEqual(1);
						expect(scenePath(frame.kind.path(frame.data, step), { kind }, context(language))).toMatch(
							/^\/(regions(\/\w+)?|industries)?\?/
						);
					}
				}
			}
		}
		expect(seen).toEqual(shown[profile]);
	});
});

test('the map of the country: tiles with room for what they say, a list where a wall is narrow', async () => {
	const context = (await contextOf('national'))('zh');
	const frame = await framed({ kind: 'map' }, context);
	const data = frame?.data as MapData;
	const forms = Object.fromEntries(
		Object.keys(walls).map((name) => {
			const layout = layoutOf(data, wall(name));
			return [name, layout.as === 'tiles' ? (layout.callouts?.at ?? 'alone') : `${layout.list.pages} pages`];
		})
	);
	expect(forms).toEqual({
		...{ wide: 'beside', tall: '3 pages', square: 'alone', cinema: 'beside', double: 'beside', strip: 'beside' },
		panels: 'beside'
	});
	// 31 provinces with the Corps and the central organs, Taiwan, Hong Kong and Macao; the national unions have no place.
	expect(data.tiles).toHaveLength(36);
});
