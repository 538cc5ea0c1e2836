import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';

/** The rows of docs/architecture.md, lowest first. Imports point to lower rows or stay in their own folder. */
const rows: readonly (readonly string[])[] = [
	['sql', 'engine', 'format', 'messages'],
	['filters', 'dimensions', 'query'],
	['indicators', 'datasets'],
	['import', 'release', 'leaderboard', 'wall'],
	['charts'],
	['state'],
	['components'],
	['views']
];
const rowOf = new Map(rows.flatMap((names, row) => names.map((name) => [name, row] as const)));
/** What Node's or the page's own surroundings are for: these rows run anywhere. */
const portableRows = 4;
const nativeOnly = new Set(['src/lib/engine/native.ts']);

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
	.map((name) => join('src', name))
	.filter((path) => /\.(ts|svelte)$/.test(path) && !path.includes('/generated/'));

/** What a module imports at run time; types alone cross between the rooms of one row. */
function importsOf(path: string): string[] {
	const text = readFileSync(path, 'utf8').replaceAll(/import type [^;]+;|export type [^;]+from[^;]+;/g, '');
	return [...text.matchAll(/(?:from|import\(|import)\s*['"]([^'"]+)['"]/g)].map((match) => match[1] ?? '');
}

/** `src/lib/views/overview/queries.ts` → `views`; other folders by their own name. */
function roomOf(path: string): string {
	const parts = path.split('/');
	return parts[1] === 'lib' ? (parts[2] ?? '') : (parts[1] ?? '');
}

function resolveImport(from: string, specifier: string): string | null {
	if (specifier.startsWith('#lib/')) return `src/lib/${specifier.slice(5)}`;
	if (specifier.startsWith('.')) return normalize(join(dirname(from), specifier));
	return null;
}

test('imports point down the rows', () => {
	const wrong: string[] = [];
	for (const path of sources) {
		const room = roomOf(path);
		for (const specifier of importsOf(path)) {
			const target = resolveImport(path, specifier);
			if (!target?.startsWith('src/')) continue;
			const targetRoom = roomOf(target);
			if (targetRoom === room) continue;
			const [row, targetRow] = [rowOf.get(room), rowOf.get(targetRoom)];
			if (room === 'routes' || path.startsWith('src/hooks') || path === 'src/service-worker.ts') continue;
			if (room === 'cli' || room === 'server') {
				if (targetRoom !== 'server' && (targetRow ?? 99) >= portableRows) wrong.push(`${path} → ${target}`);
			} else if (row === undefined || targetRow === undefined || targetRow >= row) {
				wrong.push(`${path} → ${target}`);
			}
		}
	}
	expect(wrong).toEqual([]);
});

test('one view does not import another; walls are made of all the others', () => {
	const viewOf = (path: string) => /^src\/lib\/views\/([^/]+)\//.exec(path)?.[1] ?? null;
	const wrong = sources.flatMap((path) =>
		importsOf(path)
			.map((specifier) => resolveImport(path, specifier))
			.filter((target) => target && viewOf(path) && viewOf(target) && viewOf(target) !== viewOf(path))
			.filter(() => viewOf(path) !== 'wall')
			.map((target) => `${path} → ${target}`)
	);
	expect(wrong).toEqual([]);
});

test('the lower rows run in the browser and in Node unchanged', () => {
	const wrong = sources
		.filter((path) => (rowOf.get(roomOf(path)) ?? 99) <= portableRows && !nativeOnly.has(path))
		.flatMap((path) =>
			importsOf(path)
				.filter((specifier) => /^(\$app|svelte|node:|@sveltejs)/.test(specifier))
				.map((specifier) => `${path} imports ${specifier}`)
		);
	expect(wrong).toEqual([]);
});

test('only routes, hooks and the state row know SvelteKit’s $app', () => {
	const wrong = sources.filter(
		(path) =>
			!/^src\/(routes\/|hooks|lib\/state\/)/.test(path) &&
			importsOf(path).some((specifier) => specifier.startsWith('$app'))
	);
	expect(wrong).toEqual([]);
});

test('ECharts is loaded by its component alone; charts import its types', () => {
	const wrong = sources.filter((path) => {
		const text = readFileSync(path, 'utf8');
		const loads = /(?:import(?!\s+type)[^;]*from\s*|import\()['"]echarts/.test(text);
		return loads && !path.startsWith('src/lib/components/');
	});
	expect(wrong).toEqual([]);
});

test('modules are short and named for what they hold', () => {
	const lengths = sources.map((path) => ({ path, lines: readFileSync(path, 'utf8').split('\n').length }));
	expect(lengths.filter(({ lines }) => lines > 300)).toEqual([]);
	const sorted = lengths.map(({ lines }) => lines).sort((a, b) => a - b);
	expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(80);
	expect(sources.filter((path) => /(^|\/)(utils?|helpers?|common|manager|misc)(\/|\.|-)/i.test(path))).toEqual([]);
});

test('no text becomes markup or script', () => {
	const wrong = sources.filter((path) =>
		/\{@html|innerHTML|insertAdjacentHTML|new Function\(|[^.\w]eval\(/.test(readFileSync(path, 'utf8'))
	);
	expect(wrong).toEqual([]);
});

test('the top level holds what was agreed and nothing else', () => {
	const allowed = new Set(
		'src static data tests docs svelte.config.js vite.config.ts package.json package-lock.json tsconfig.json README.md LICENSE'.split(
			' '
		)
	);
	const tracked = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' }).split('\0').filter(Boolean);
	const top = new Set(tracked.map((path) => path.split('/')[0] ?? ''));
	expect([...top].filter((name) => !name.startsWith('.') && !allowed.has(name))).toEqual([]);
});
