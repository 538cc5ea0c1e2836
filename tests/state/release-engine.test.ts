import { expect, test } from 'vitest';
import { EngineStopped } from '#lib/engine/crash.ts';
import { sql } from '#lib/sql/sql.ts';
import type { LoadProgress } from '#lib/state/load-progress.svelte.ts';
import { ReleaseEngine } from '#lib/state/release-engine.ts';
import type { Told } from '#lib/state/told.svelte.ts';

test('an engine that was given up starts no other, whoever still asks', async () => {
	const engine = new ReleaseEngine({} as LoadProgress, {} as Told);
	engine.abandon();
	await expect(engine.query(sql`SELECT 1`)).rejects.toBeInstanceOf(EngineStopped);
	await expect(engine.change((content) => content, 'layDetail')).rejects.toBeInstanceOf(EngineStopped);
	await engine.rest();
});
