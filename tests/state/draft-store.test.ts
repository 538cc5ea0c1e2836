import { expect, test } from 'vitest';
import type { Batch } from '#lib/import/batch.ts';
import { openDraftStore } from '#lib/state/draft-store.ts';

const batch = (id: string) => ({ id }) as Batch;

test('without a database, drafts live in memory, apart for each profile and in the order added', async () => {
	const store = await openDraftStore(undefined);
	expect(store.lasting).toBe(false);
	await store.add('national', batch('a'));
	await store.add('chongqing', batch('b'));
	await store.add('national', batch('c'));
	const ids = async (profile: string) =>
		(await store.list(profile)).map(({ batch, out }) => `${batch.id}${out ? ' out' : ''}`);
	expect(await ids('national')).toEqual(['a', 'c']);
	await store.arrange('national', [
		{ batch: batch('c'), out: true },
		{ batch: batch('a'), out: false }
	]);
	expect(await ids('national')).toEqual(['c out', 'a']);
	await store.add('national', batch('c'));
	expect(await ids('national')).toEqual(['a', 'c']);
	await store.remove('national', 'a');
	await store.remove('national', 'never there');
	expect(await ids('national')).toEqual(['c']);
	expect(await ids('chongqing')).toEqual(['b']);
});

test('a database that refuses to open (private mode) is replaced by memory', async () => {
	const refusing = {
		open() {
			throw new DOMException('The operation is insecure.', 'SecurityError');
		}
	} as unknown as IDBFactory;
	expect((await openDraftStore(refusing)).lasting).toBe(false);
});
