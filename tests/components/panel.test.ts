import { createRawSnippet } from 'svelte';
import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import Panel from '#lib/components/Panel.svelte';
import { m } from '#lib/messages/generated/messages.js';

const children = createRawSnippet(() => ({ render: () => '<p>picture</p>' }));

/** The panel as the server writes it. */
function panel(status: 'idle' | 'loading' | 'ready' | 'refreshing' | 'failed') {
	return render(Panel, { props: { name: 'map', title: 'Nothing has changed', status, children } }).body;
}

test.each(['idle', 'loading'] as const)('%s: nothing is claimed before it is known', (status) => {
	expect(panel(status)).not.toContain('Nothing has changed');
	expect(panel(status)).toContain(m.panel_loading());
});

test('failed: the title says that, not what it would say of nothing', () => {
	expect(panel('failed')).not.toContain('Nothing has changed');
	expect(panel('failed')).toContain(m.panel_failed());
});

test.each(['ready', 'refreshing'] as const)('%s: the title is the finding', (status) => {
	expect(panel(status)).toMatch(/<h2[^>]*>.*Nothing has changed.*<\/h2>/s);
	expect(panel(status)).toContain('picture');
});
