import { expect, test } from 'vitest';
import { QueryError } from '#lib/engine/connector.ts';
import { EngineStopped, isCrash, isOutOfMemory } from '#lib/engine/crash.ts';

const runtimeError = (message: string) => Object.assign(new Error(message), { name: 'RuntimeError' });

test('what ruins the engine is told from what a statement got wrong', () => {
	expect(isCrash(new QueryError('SELECT 1', runtimeError('memory access out of bounds')))).toBe(true);
	expect(isCrash(new QueryError('SELECT 1', new Error('function signature mismatch')))).toBe(true);
	expect(isCrash(new EngineStopped('worker gone'))).toBe(true);
	expect(isCrash(new QueryError('SELECT x', new Error('Binder Error: column "x" not found')))).toBe(false);
	expect(isCrash('text')).toBe(false);
});

test('want of memory is an error that the engine survives', () => {
	const error = new QueryError('SELECT 1', new Error('Out of Memory Error: failed to allocate data of size 16 MiB'));
	expect(isOutOfMemory(error)).toBe(true);
	expect(isCrash(error)).toBe(false);
});
