import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Connector } from '#lib/engine/connector.ts';
import type { ReleaseLists } from '#lib/state/release-lists.ts';
import { aboutPicture } from '#lib/views/about-picture.ts';
import { fixtureScope, known, openFixture } from './fixture.ts';

let connector: Connector;
let lists: ReleaseLists;
beforeAll(async () => ({ connector, lists } = await openFixture()));
afterAll(() => connector.close());

const manifest = {
	id: '0123456789abcdef',
	createdAt: '2026-08-01T00:00:00.000Z',
	profile: {
		id: 'example',
		title: { zh: '示例', en: 'Example' },
		subtitle: { zh: '', en: '' },
		home: '50',
		demo: true,
		yearStart: 'calendar',
		regionNoun: { zh: '区县', en: 'district' },
		highlights: []
	}
} as const;

test('a picture says its place, its filters in words, its release and what its indicators mean', () => {
	const scope = fixtureScope(lists, { industry: 'C' });
	const facts = aboutPicture(scope, [known('participations')], manifest, { at: new Date('2026-08-02T03:04:05Z') });
	expect(facts).toMatchObject({
		place: '示例市制造业',
		filtersText: '示例市制造业 · 2026年二季度 · 同比',
		period: '2026年二季度',
		releaseId: '0123456789abcdef',
		releasedAt: '2026-08-01T00:00:00.000Z',
		fingerprint: null,
		demo: true,
		drafts: 0,
		madeAt: '2026-08-02T03:04:05.000Z'
	});
	expect(facts.title).toContain('示例市制造业');
	const [definition] = facts.definitions;
	expect(definition).toMatchObject({ id: 'participations', unit: '人次' });
	expect(definition?.definition).not.toBe('');
	expect(definition?.formula).not.toBe('');
});

test('what the picture says itself goes before what the page says', () => {
	const told = { title: '甲区最多', period: '2025年至2026年', source: '台账', fingerprint: 'ab12' };
	expect(aboutPicture(fixtureScope(lists), [], null, { ...told, drafts: 2 })).toMatchObject({
		...told,
		releaseId: null,
		releasedAt: null,
		demo: false,
		drafts: 2,
		definitions: []
	});
});

test('without a comparison none is named, and a group is called by its name', () => {
	const scope = fixtureScope(lists, { region: 'group:east', comparison: 'none', level: 'groups' });
	expect(aboutPicture(scope, [], manifest).filtersText).toBe('东部 · 2026年二季度 · 按片区');
});
