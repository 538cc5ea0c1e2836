import { formatExact } from '#lib/format/number.ts';
import type { Explanation } from '#lib/leaderboard/explain.ts';
import type { Finding, ReasonCode } from '#lib/leaderboard/codes.ts';
import { m } from '#lib/messages/generated/messages.js';
import { findingText } from './finding-words.ts';
import { fieldPhrase, fieldTitle, gapPhrase, type BoardWords } from './words.ts';

/** A sentence about a row's place, with its numbers in the units of the board. */
export function explanationText(words: BoardWords, { code, details, numbers }: Explanation): string {
	const { field = '', tier } = details;
	const phrase = (value: NonNullable<Explanation['numbers']>['own']) => fieldPhrase(words, field, value);
	const told: Record<string, string> = { ...details };
	if (field !== '') told['field'] = fieldTitle(words, field);
	if (numbers) {
		const ahead = code === 'BELOW_BY' || code === 'LOSES_PLACE_AFTER';
		told['better'] = phrase(ahead ? numbers.own : numbers.other);
		told['worse'] = phrase(ahead ? numbers.other : numbers.own);
		told['gap'] = gapPhrase(words, field, numbers.gap);
	}
	if (told['margin'] !== undefined) told['margin'] = gapPhrase(words, field, told['margin']);
	for (const name of ['level', 'pass', 'upTo', 'ranked'])
		if (told[name] !== undefined) told[name] = formatExact(told[name]);
	if (tier !== undefined) told['tier'] = tierTitle(words, tier);
	// Why there is no rank is said in full; that there is none needs no sentence of its own.
	if (code === 'NOT_RANKED' && details['reason'] !== undefined)
		return reasonText(words, { code: details['reason'] as ReasonCode, details });
	if (numbers && numbers.gap === null && code === 'ABOVE_BY')
		return m.boards_above_missing({ name: told['name'] ?? '', rank: told['rank'] ?? '', field: told['field'] ?? '' });
	return findingText({ code, details: told });
}

/** Why a row has no rank, with fields and numbers as the board writes them. */
export function reasonText(words: BoardWords, { code, details }: Finding<ReasonCode>): string {
	const told: Record<string, string> = { ...details };
	if (told['field'] !== undefined) told['field'] = fieldTitle(words, told['field']);
	if (told['fields'] !== undefined)
		told['fields'] = told['fields']
			.split(/, /)
			.map((field) => fieldTitle(words, field))
			.join(m.name_joint());
	for (const name of ['denominator', 'minimum', 'base'])
		if (told[name] !== undefined) told[name] = formatExact(told[name]);
	return findingText({ code, details: told });
}

/** An award tier by its title. */
export function tierTitle({ rules, language }: BoardWords, tier: string): string {
	return rules.tiers.find(({ id }) => id === tier)?.label[language] ?? tier;
}
