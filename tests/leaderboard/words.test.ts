import { expect, test } from 'vitest';
import {
	boardCodes,
	explanationCodes,
	movementCodes,
	publishedCodes,
	reasonCodes,
	ruleCodes
} from '#lib/leaderboard/codes.ts';
import en from '#lib/messages/en/leaderboards.json' with { type: 'json' };
import zh from '#lib/messages/zh-CN/leaderboards.json' with { type: 'json' };

const codes = [...reasonCodes, ...movementCodes, ...publishedCodes, ...boardCodes, ...ruleCodes, ...explanationCodes];
const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

test('every code of the engine is one of its kind', () => {
	expect(new Set(codes).size).toBe(codes.length);
});

test.each(codes)('%s has a sentence in both languages, with the same details', (code) => {
	const key = `leaderboards_${code.toLowerCase()}`;
	const [chinese, english] = [(zh as Record<string, string>)[key], (en as Record<string, string>)[key]];
	expect(chinese).toMatch(/[\u4e00-\u9fff].*[。]$/);
	expect(english).toMatch(/^[^\u4e00-\u9fff]+[.]$/);
	expect(placeholders(english ?? '')).toEqual(placeholders(chinese ?? ''));
});
