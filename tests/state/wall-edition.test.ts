import { expect, test } from 'vitest';
import { plainQuery, type Query } from '#lib/query/query.ts';
import { together } from '#lib/query/together.ts';
import { sql } from '#lib/sql/sql.ts';
import { framesAtHand, framesFrom, type Answerer, type FrameAsker } from '#lib/state/wall/edition.ts';

/** A scene that says what it was answered; `spoilt`: its question cannot be made. */
const scene =
	(name: string, { detail = false, spoilt = false } = {}): FrameAsker<{ said: string }> =>
	() => {
		if (spoilt) throw new Error(`${name} asks nothing sensible`);
		const question = plainQuery(sql`SELECT ${name} AS name`);
		return { detail, ask: together({}, { rows: question }, ({ rows }) => ({ said: String(rows[0]?.['name']) })) };
	};

/** Answers everything with what was asked; what it did stands in `log`. */
function answerer(log: string[], fails = ''): Answerer {
	return {
		ask: async <T>({ sql: { values }, parse }: Query<T>) => {
			log.push(`asked ${String(values[0])}`);
			if (values[0] === fails) throw new Error('no answer');
			return parse([{ name: values[0] as string }]);
		},
		needDetail: async () => void log.push('detail')
	};
}

const said = (frames: readonly ({ readonly said: string } | null)[]) => frames.map((frame) => frame?.said ?? null);

test('scenes are asked one after the other; those that fail are left out and told', async () => {
	const log: string[] = [];
	const failed: [number, string][] = [];
	const frames = await framesFrom(
		[scene('a'), scene('b', { spoilt: true }), () => null, scene('c'), scene('d', { detail: true })],
		answerer(log, 'c'),
		(place, error) => failed.push([place, (error as Error).message])
	);
	expect(said(frames)).toEqual(['a', null, null, null, 'd']);
	expect(log).toEqual(['asked a', 'asked c', 'detail', 'asked d']);
	expect(failed).toEqual([
		[1, 'b asks nothing sensible'],
		[3, 'no answer']
	]);
});

test('others have their turn between two scenes', async () => {
	const log: string[] = [];
	const told = (text: string) => setTimeout(() => log.push(text));
	const question = scene('b');
	told('before');
	const asked = framesFrom([() => (told('between'), null), question], answerer(log), () => {});
	await asked;
	expect(log).toEqual(['before', 'between', 'asked b']);
});

test('whoever is told of a failure may end it all', async () => {
	const log: string[] = [];
	const asked = framesFrom([scene('a'), scene('b')], answerer(log, 'a'), (_, error) => {
		throw error;
	});
	await expect(asked).rejects.toThrow('no answer');
	expect(log).toEqual(['asked a']);
});

test('from answers at hand every scene is looked for, though one is missing', () => {
	const looked: unknown[] = [];
	const { frames, complete } = framesAtHand([scene('a'), () => null, scene('b')], ({ sql: { values }, parse }) => {
		looked.push(values[0]);
		return values[0] === 'a' ? undefined : { answer: parse([{ name: values[0] as string }]) };
	});
	expect(looked).toEqual(['a', 'b']);
	expect(said(frames)).toEqual([null, null, 'b']);
	expect(complete).toBe(false);
});
