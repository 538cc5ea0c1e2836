import { expect, test } from 'vitest';
import { Gate } from '#lib/state/gate.ts';

/** A promise that the test settles itself. */
function latch() {
	let open = () => {};
	const opened = new Promise<void>((resolve) => (open = resolve));
	return { opened, open };
}

const turns = () => new Promise((resolve) => setTimeout(resolve, 0));

test('readers run side by side, a writer waits for them and holds back the next', async () => {
	const gate = new Gate();
	const order: string[] = [];
	const [first, second, writer] = [latch(), latch(), latch()];
	const reads = [
		gate.read(async () => {
			order.push('read 1');
			await first.opened;
		}),
		gate.read(async () => {
			order.push('read 2');
			await second.opened;
		})
	];
	const write = gate.write(async () => {
		order.push('write');
		await writer.opened;
	});
	const late = gate.read(async () => void order.push('read 3'));
	await turns();
	expect(order).toEqual(['read 1', 'read 2']);
	first.open();
	await turns();
	expect(order).toEqual(['read 1', 'read 2']);
	second.open();
	await turns();
	expect(order).toEqual(['read 1', 'read 2', 'write']);
	writer.open();
	await Promise.all([...reads, write, late]);
	expect(order).toEqual(['read 1', 'read 2', 'write', 'read 3']);
});

test('writers run in the order of asking, also after one that failed', async () => {
	const gate = new Gate();
	const order: number[] = [];
	const failed = gate.write(async () => {
		await turns();
		order.push(1);
		throw new Error('disk full');
	});
	const next = gate.write(async () => order.push(2));
	await expect(failed).rejects.toThrow('disk full');
	await next;
	await gate.read(async () => void order.push(3));
	expect(order).toEqual([1, 2, 3]);
});

test('a reader that failed lets the writer in', async () => {
	const gate = new Gate();
	const read = gate.read(async () => {
		await turns();
		throw new Error('no such table');
	});
	const write = gate.write(async () => 'written');
	await expect(read).rejects.toThrow('no such table');
	expect(await write).toBe('written');
});
