import type { Bilingual } from '#lib/format/language.ts';
import type { BoardCode, Finding, RuleCode } from '#lib/leaderboard/codes.ts';
import en from '#lib/messages/en/leaderboards.json' with { type: 'json' };
import zh from '#lib/messages/zh-CN/leaderboards.json' with { type: 'json' };

const texts: Readonly<Record<keyof Bilingual, Readonly<Record<string, string>>>> = { zh, en };

/** A sentence about a finding, from the same words that the pages use. */
export function sentenceOf({ code, details }: Finding): Bilingual {
	const fill = (language: keyof Bilingual) => {
		const text = texts[language][`leaderboards_${code.toLowerCase()}`] ?? code;
		return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => details[name] ?? '');
	};
	return { zh: fill('zh'), en: fill('en') };
}

/** What is wrong with a rules file. */
export function ruleSentence(problem: Finding<RuleCode>): Bilingual {
	return sentenceOf(problem);
}

/** What is to be known about a board as a whole. */
export function boardSentence(problem: Finding<BoardCode>): Bilingual {
	return sentenceOf(problem);
}
