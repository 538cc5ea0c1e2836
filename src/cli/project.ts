import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

/** The folder of the product: where package.json is. */
export const root = resolve(import.meta.dirname, '../..');

/** A command that ended badly, with what it wrote. */
export class CommandFailed extends Error {
	constructor(command: readonly string[], code: number | null, output: string) {
		super(`${command.join(' ')} ended with ${code}\n${output}`);
		this.name = 'CommandFailed';
	}
}

/** Runs a script or a tool of node_modules with this Node in the folder of the product; its output only on failure. */
export async function runNode(args: readonly string[]): Promise<string> {
	const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
	let output = '';
	child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
	child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
	const code = await new Promise<number | null>((done, fail) => child.on('error', fail).on('close', done));
	if (code !== 0) throw new CommandFailed(args, code, output);
	return output;
}

/** Says how long a step took, and returns what it returned. */
export async function timed<T>(title: string, step: () => Promise<T>): Promise<T> {
	const start = performance.now();
	console.log(`  ${title} …`);
	const result = await step();
	console.log(`  ${title} ✓ ${((performance.now() - start) / 1000).toFixed(1)} s`);
	return result;
}
