import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sentenceParts, type SentenceFigure } from '#lib/components/sentence-figures.ts';
import { overwriteGetLocale } from '#lib/messages/generated/runtime.js';
import type { Filters } from '#lib/filters/filters.ts';
import type { Sql } from '#lib/sql/sql.ts';
import { isFigureQuestion, isRowsQuestion } from '#lib/state/tracing.svelte.ts';
import { askedOf } from '#lib/views/briefing/asked.ts';
import { factsOf } from '#lib/views/briefing/facts.ts';
import { valueText } from '#lib/views/briefing/phrases.ts';
import { briefingQuestions } from '#lib/views/briefing/queries.ts';
import { briefingOf } from '#lib/views/briefing/sentences.ts';
import { explainDerived } from '#lib/views/explanation/derived.ts';
import { figureMaterial } from '#lib/views/explanation/material.ts';
import { overviewOf } from '#lib/views/overview/overview.ts';
import { industriesQuery, placeQuery, regionsQuery } from '#lib/views/overview/queries.ts';
import { targetsQuery } from '#lib/views/stated-targets.ts';
import { inSentence } from '#lib/views/words.ts';
import { openDemo, type OpenDemo } from './demo-release.ts';

const minutes = 60_000;
const languages = [
	['zh', 'zh-CN'],
	['en', 'en']
] as const;

describe.each(['national', 'gansu', 'chongqing', 'enterprise'])('%s', (name) => {
	let demo: OpenDemo;
	beforeAll(async () => void (demo = await openDemo(name, 'native')), 15 * minutes);
	afterAll(() => {
		overwriteGetLocale(() => 'zh-CN');
		return demo?.db.close();
	});
	const asker = () => ({ query: (asked: Sql) => demo.db.query(asked), needDetail: async () => {} });

	/** Checks that the numbers of a sentence are what they explain; returns how many there are. */
	async function check(
		text: string,
		figures: readonly SentenceFigure[],
		print: typeof inSentence,
		language: 'zh' | 'en'
	) {
		const found = sentenceParts(text, figures)
			.flat()
			.flatMap(({ figure }) => figure ?? []);
		for (const figure of found) {
			const question = figure.explain();
			expect(question, `${text} ${figure.text}`).not.toBeNull();
			if (!question || isRowsQuestion(question)) continue;
			if (isFigureQuestion(question)) {
				const { now } = await figureMaterial(asker(), question);
				/* A second way: asked anew by the explanation, it prints as the sentence does. */
				expect(print(now?.value ?? null, question.indicator, language), text).toBe(figure.text);
				continue;
			}
			const named = { profile: demo.profile, lists: demo.lists, language };
			const { worked } = explainDerived(question, named);
			for (const line of worked) expect(line, text).not.toMatch(/—|undefined|NaN/);
			expect(worked.join(' '), `${text} ${figure.text}`).toContain(question.value);
		}
		return found;
	}

	test.each(languages)(
		'the sentence of the overview: figure, change and who has reported, %s',
		async (language, locale) => {
			overwriteGetLocale(() => locale);
			let changes = 0;
			for (const indicator of demo.highlights) {
				const scope = demo.scope(indicator, {}, language);
				const [place, regions, industries] = await Promise.all([
					demo.ask(placeQuery(scope, [indicator], [])),
					demo.ask(regionsQuery(scope)),
					demo.ask(industriesQuery(scope))
				]);
				const answers = {
					scope,
					shown: [indicator],
					targets: [],
					yearStart: scope.yearStart,
					place,
					regions,
					industries
				};
				const { sentence, figures } = overviewOf(answers);
				const found = await check(sentence, figures, inSentence, language);
				/* Nothing that the sentence was given to explain is lost in it. */
				expect(found.map(({ text }) => text).toSorted(), sentence).toEqual(
					figures
						.map(({ text }) => text)
						.filter((text) => sentence.includes(text))
						.toSorted()
				);
				expect(found[0]?.text, sentence).toBe(figures[0]?.text);
				changes += found.length > 1 ? 1 : 0;
			}
			expect(changes).toBeGreaterThan(1);
		},
		2 * minutes
	);

	test.each(languages)(
		'the briefing: every number that it marks is printed, and is what its explanation comes to, %s',
		async (language, locale) => {
			overwriteGetLocale(() => locale);
			const part = demo.lists.regions.find(({ parent, expected }) => parent !== null && expected)?.code ?? null;
			const seen = new Map<string, number>();
			for (const filters of [{}, { region: part }] satisfies Partial<Filters>[]) {
				const scope = demo.scope(demo.highlights[0]!, filters, language);
				const stated = await demo.ask(targetsQuery);
				const asked = askedOf(scope, demo.profile, demo.highlights, demo.highlights, stated);
				const { all, combine } = briefingQuestions({ scope }, asked, (answers) => ({ facts: factsOf(answers) }));
				const { facts } = combine(await Promise.all(all.map((one) => one && demo.ask(one))));
				if (!facts) throw new Error('No facts');
				for (const { sentences } of briefingOf(facts))
					for (const { text, marks = [], kind } of sentences) {
						const found = await check(
							text,
							marks,
							(value, indicator) => valueText(value ?? Number.NaN, indicator, language),
							language
						);
						seen.set(kind, (seen.get(kind) ?? 0) + found.length);
					}
			}
			for (const kind of ['lead', 'main', 'moves-parts', 'leaders'])
				expect(seen.get(kind) ?? 0, kind).toBeGreaterThan(0);
		},
		4 * minutes
	);
});
