import type { Connector } from '#lib/engine/connector.ts';
import type { Profile } from '#lib/dimensions/profile.ts';
import type { Together } from '#lib/query/together.ts';
import type { ReleaseHead } from '#lib/release/manifest.ts';
import { totalRegisters } from '#lib/release/register-totals.ts';
import { identifier, Sql } from '#lib/sql/sql.ts';
import { readLists } from '#lib/state/release-lists.ts';
import { answerFrom } from '#lib/state/wall/edition.ts';
import { sceneBasis, sceneContext, type SceneContext } from '#lib/views/wall/scene.ts';
import { oneScreen, shapeOf, type ScreenShape } from '#lib/wall/screen.ts';
import { openFixture } from '../../fixture.ts';

/** A release by hand as scenes meet it, and an engine that answers them. */
export interface SceneFixture {
	readonly connector: Connector;
	readonly context: SceneContext;
	answer<T>(asked: Together<T> | null): Promise<T>;
}

/** The fixture's rows and more; `profile` says otherwise than a profile with two highlights. */
export async function openSceneFixture(more: readonly string[], profile: Partial<Profile> = {}): Promise<SceneFixture> {
	const { connector } = await openFixture();
	for (const statement of more) await connector.run(new Sql(statement));
	await connector.run(new Sql('DELETE FROM register_total'));
	await totalRegisters(connector, identifier('main'));
	const batches = ['results', 'studios'].map((dataset) => ({ id: dataset, dataset, rowsLoaded: 1 }));
	const lists = { ...(await readLists((statement) => connector.query(statement), '50')), batches: batches as never };
	const ask = <T>(asked: Together<T>) =>
		answerFrom(asked, { ask: async (query) => query.parse(await connector.query(query.sql)) });
	const basis = await ask(sceneBasis);
	const told = {
		id: 'sample',
		home: '50',
		highlights: ['participations', 'participation_rate'],
		regionNoun: { zh: '区县', en: 'districts' },
		yearStart: 'calendar',
		...profile
	} as unknown as Profile;
	const manifest = { id: 'r1', batches: batches.map(({ id }) => ({ id })) } as unknown as ReleaseHead;
	const release = { entry: { profile: 'sample' } as never, manifest, profile: told, lists, basis };
	return {
		connector,
		context: sceneContext(release, 'zh'),
		async answer(asked) {
			if (!asked) throw new Error('Nothing is asked');
			return ask(asked);
		}
	};
}

/** The sizes that scenes are laid out for. */
export const walls: Readonly<Record<string, readonly [number, number]>> = {
	wide: [1920, 1080],
	tall: [1080, 1920],
	square: [1024, 768],
	cinema: [2560, 1080],
	double: [3840, 1080],
	strip: [6656, 1792],
	panels: [5760, 3240]
};

/** A wall of a size. */
export function wall(name: string): ScreenShape {
	const [width, height] = walls[name] ?? [1920, 1080];
	return shapeOf({ width, height }, oneScreen);
}
