import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { parse, type AST } from 'svelte/compiler';
import { expect, test } from 'vitest';

type Node = { readonly type: string; readonly [key: string]: unknown };

/** A name as far as the source tells it: `…` stands for what is known at run time only. */
type Name = string;
const unknown = '…';

const components = new Map<string, AST.Root>();
function rootOf(path: string): AST.Root {
	const known = components.get(path) ?? parse(readFileSync(path, 'utf8'), { modern: true });
	components.set(path, known);
	return known;
}

/** The components that a module imports, by the names it gives them. */
function importsOf(path: string): Map<string, string> {
	const found = new Map<string, string>();
	const text = readFileSync(path, 'utf8');
	for (const [, name = '', from = ''] of text.matchAll(/import (\w+) from '([^']+\.svelte)'/g))
		found.set(name, from.startsWith('#lib/') ? `src/lib/${from.slice(5)}` : normalize(join(dirname(path), from)));
	return found;
}

/** What a component calls itself where nobody names it: the default of its prop `name`, or a name that it works out. */
function usualName(path: string): Name | null {
	const text = readFileSync(path, 'utf8');
	const derived = /const name = \$derived\(`([^`]*)`\)/.exec(text)?.[1]?.replaceAll(/\$\{[^}]*\}/g, unknown);
	return derived ?? /let \{[^}]*?\bname = '([^']+)'/.exec(text)?.[1] ?? null;
}

/** The name that a use of a component gives; null where it gives none. */
function givenName(component: Node, own: Name): Name | null {
	for (const attribute of component['attributes'] as Node[]) {
		if (attribute.type !== 'Attribute' || attribute['name'] !== 'name') continue;
		const { value } = attribute as unknown as { value: Node | Node[] };
		const parts = Array.isArray(value) ? value : [value];
		return parts
			.map((part) => {
				if (part.type === 'Text') return String(part['data']);
				const expression = part['expression'] as Node & { quasis?: { value: { raw: string } }[] };
				if (expression.type === 'Identifier' && expression['name'] === 'name') return own;
				return expression.quasis ? expression.quasis.map((quasi) => quasi.value.raw).join(unknown) : unknown;
			})
			.join('');
	}
	return null;
}

/** Sets of panels of which only one is shown: the branches of an {#if}, {#await} or {#each}…{:else}. */
function children(node: Node): Node[][] {
	const fragments = ['consequent', 'alternate', 'pending', 'then', 'catch', 'body', 'fallback', 'fragment']
		.map((key) => node[key] as Node | null | undefined)
		.filter((one): one is Node => one?.type === 'Fragment');
	return fragments.map((fragment) => fragment['nodes'] as Node[]);
}

/** Every combination of panels that may stand on a page at once, by their names. */
function panelsOf(path: string, own: Name, seen: readonly string[] = []): Name[][] {
	const imports = importsOf(path);
	const across = (a: readonly Name[][], b: readonly Name[][]) => a.flatMap((one) => b.map((two) => [...one, ...two]));
	const ofNodes = (nodes: readonly Node[]): Name[][] => nodes.map(ofNode).reduce(across, [[]]);
	const distinct = (sets: readonly Name[][]) => [...new Map(sets.map((set) => [set.toSorted().join(), set])).values()];
	function ofNode(node: Node): Name[][] {
		const inner = children(node).map(ofNodes);
		if (node.type === 'IfBlock') return distinct([...(inner[0] ?? []), ...(inner[1] ?? [[]])]);
		if (node.type === 'Component') {
			const target = imports.get(String(node['name']));
			const within = inner.reduce(across, [[]]);
			if (target?.endsWith('components/Panel.svelte')) {
				const name = givenName(node, own);
				expect(name, `a panel of ${path} has no name`).not.toBeNull();
				return across([[name ?? '']], within);
			}
			if (!target?.startsWith('src/lib/views/') || seen.includes(target)) return within;
			const named = givenName(node, own) ?? usualName(target) ?? '';
			return distinct(across(panelsOf(target, named, [...seen, target]), within));
		}
		return distinct(inner.reduce(across, [[]]));
	}
	return distinct(ofNodes((rootOf(path).fragment as unknown as { nodes: Node[] }).nodes));
}

const pages = readdirSync('src/routes', { recursive: true, encoding: 'utf8' })
	.filter((name) => name.endsWith('+page.svelte'))
	.map((name) => join('src/routes', name))
	.flatMap((path) => [...importsOf(path).values()].filter((target) => target.startsWith('src/lib/views/')));

test.each([...new Set(pages)])('the panels of %s have names of their own', (page) => {
	for (const names of panelsOf(page, '')) {
		const plain = names.filter((name) => !name.includes(unknown));
		expect(plain.toSorted()).toEqual([...new Set(plain)].toSorted());
		for (const name of plain) expect(name).toMatch(/^[a-z][a-z0-9-]{0,39}$/);
	}
});

test('the pages are found with their panels', () => {
	const overview = panelsOf('src/lib/views/overview/Overview.svelte', '').map((names) => names.toSorted().join(' '));
	expect(overview).toContain('industries map movers trend');
	expect(overview).toContain('industries map ranking');
	const balance = panelsOf('src/lib/views/balance/Balance.svelte', '').flat();
	expect(balance).toContain(`lorenz-${unknown}`);
});
