import { expect, test } from 'vitest';
import type { Connector, Row } from '#lib/engine/connector.ts';
import { EngineStopped } from '#lib/engine/crash.ts';
import { sql, type Sql } from '#lib/sql/sql.ts';
import { EngineHost, type HostedEngine } from '#lib/state/engine-host.ts';

interface FakeEngine extends HostedEngine {
	readonly number: number;
	content: string;
}

/** A host over engines that are numbered as they start; `answer` decides what each says. */
function hostOf(answer: (engine: FakeEngine, text: string) => Row[]) {
	const log: string[] = [];
	let started = 0;
	const host = new EngineHost<FakeEngine, string>({
		start: async () => {
			const engine: FakeEngine = {
				number: ++started,
				content: '',
				connector: { query: async (statement: Sql) => answer(engine, statement.text) } as unknown as Connector,
				guard: (promise) => promise,
				forgetStatements: () => {},
				terminate: () => void log.push(`end ${engine.number}`)
			};
			log.push(`start ${engine.number}`);
			return engine;
		},
		lay: async (engine, content) => {
			engine.content = content;
			log.push(`lay ${content} in ${engine.number}`);
		},
		onCrash: (error) => void log.push(`crash: ${(error as Error).message}`)
	});
	return { host, log };
}

const crash = () => {
	throw Object.assign(new Error('memory access out of bounds'), { name: 'RuntimeError' });
};

test('an engine that dies is replaced, laid out again and asked again', async () => {
	const { host, log } = hostOf((engine) => (engine.number === 1 ? crash() : [{ content: engine.content }]));
	await host.open('release');
	const answers = await Promise.all([host.query(sql`SELECT 1`), host.query(sql`SELECT 2`)]);
	expect(answers).toEqual([[{ content: 'release' }], [{ content: 'release' }]]);
	expect(log).toEqual([
		'start 1',
		'lay release in 1',
		'crash: memory access out of bounds',
		'end 1',
		'start 2',
		'lay release in 2'
	]);
});

test('a question that kills every engine fails after two, and the others are answered', async () => {
	const { host, log } = hostOf((engine, text) => (text === 'SELECT 13' ? crash() : [{ engine: engine.number }]));
	await host.open('release');
	await expect(host.query(sql`SELECT 13`)).rejects.toThrow('memory access out of bounds');
	expect(await host.query(sql`SELECT 1`)).toEqual([{ engine: 3 }]);
	expect(log.filter((line) => line.startsWith('crash'))).toHaveLength(2);
});

test('an ordinary error is passed on and nothing is restarted', async () => {
	const { host, log } = hostOf(() => {
		throw new Error('Catalog Error: Table with name rollup2 does not exist');
	});
	await host.open('release');
	await expect(host.query(sql`SELECT 1`)).rejects.toThrow('rollup2');
	expect(log).toEqual(['start 1', 'lay release in 1']);
});

test('a step that kills the engine twice leaves the content as it was', async () => {
	const { host, log } = hostOf((engine) => [{ content: engine.content }]);
	await host.open('release');
	let attempts = 0;
	const step = async () => {
		attempts++;
		throw new EngineStopped('worker gone');
	};
	await expect(host.change((content) => `${content} + draft`, step)).rejects.toThrow('worker gone');
	expect(attempts).toBe(2);
	expect(await host.query(sql`SELECT 1`)).toEqual([{ content: 'release' }]);
	expect(log.at(-1)).toBe('lay release in 3');
});

test('a step that survives the second time is kept, also by the next engine', async () => {
	const { host, log } = hostOf((engine, text) => (text === 'kill' && engine.number === 2 ? crash() : []));
	await host.open('release');
	let attempts = 0;
	await host.change(
		(content) => `${content} + draft`,
		async () => {
			if (++attempts === 1) throw new EngineStopped('worker gone');
		}
	);
	await host.query(sql`kill`);
	expect(log.filter((line) => line.startsWith('lay'))).toEqual([
		'lay release in 1',
		'lay release in 2',
		'lay release + draft in 3'
	]);
});

test('changes build on each other, and one that no longer fits is refused', async () => {
	const { host } = hostOf((engine) => [{ content: engine.content }]);
	const lay = async (engine: FakeEngine, next: string) => void (engine.content = next);
	await expect(host.change((content) => content, lay)).rejects.toThrow('Nothing is open.');
	await host.open('national');
	await Promise.all([
		host.change((content) => `${content} + detail`, lay),
		host.change((content) => `${content} + draft`, lay)
	]);
	expect(await host.query(sql`SELECT 1`)).toEqual([{ content: 'national + detail + draft' }]);
	const outdated = host.change(() => {
		throw new Error('Another release is open.');
	}, lay);
	await expect(outdated).rejects.toThrow('Another release');
	expect(await host.query(sql`SELECT 1`)).toEqual([{ content: 'national + detail + draft' }]);
});

test('opening another release lets go of the engine of the first', async () => {
	const { host, log } = hostOf((engine) => [{ content: engine.content }]);
	host.warm();
	await host.open('national');
	await host.open('chongqing');
	expect(await host.query(sql`SELECT 1`)).toEqual([{ content: 'chongqing' }]);
	expect(log).toEqual(['start 1', 'lay national in 1', 'end 1', 'start 2', 'lay chongqing in 2']);
});

test('work that has the engine to itself keeps questions waiting, and costs an engine at most', async () => {
	const { host, log } = hostOf((engine) => [{ content: engine.content }]);
	await expect(host.alone(async () => 1)).rejects.toThrow('Nothing is open.');
	await host.open('national');
	const order: string[] = [];
	const alone = host.alone(async (engine) => {
		await new Promise((resolve) => setTimeout(resolve, 5));
		order.push('work');
		return engine.content;
	});
	const asked = host.query(sql`SELECT 1`).then(() => order.push('question'));
	expect(await alone).toBe('national');
	await asked;
	expect(order).toEqual(['work', 'question']);
	await expect(host.alone(async () => crash())).rejects.toThrow('memory access out of bounds');
	expect(await host.query(sql`SELECT 1`)).toEqual([{ content: 'national' }]);
	expect(log.at(-1)).toBe('lay national in 2');
});
