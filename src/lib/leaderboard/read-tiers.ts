import type { JsonReader } from './json-reader.ts';
import { readTitle } from './read-title.ts';
import type { Tier, TierDecision } from './rules.ts';

/** Award tiers from the highest down; each has a number of places or a share. */
export function readTiers(file: JsonReader): readonly Tier[] {
	const tiers = (file.objects('tiers') ?? []).map((tier): Tier => {
		const [count, percent] = [tier.whole('count', 0), tier.decimal('percent', { least: '0' })];
		if (count !== undefined && percent !== undefined) tier.note('RULE_CONFLICT', 'count', { other: 'percent' });
		if (!tier.has('count') && !tier.has('percent')) tier.note('RULE_MISSING', 'count');
		const margin = tier.decimal('margin', { least: '0' });
		const id = tier.text('id', true) ?? '';
		const decided = readDecisions(tier);
		const read: Tier = {
			id,
			label: readTitle(tier, 'label', false) ?? { zh: id, en: id },
			...(count === undefined ? {} : { count }),
			...(percent === undefined ? {} : { percent }),
			rounding: tier.choice('rounding', ['down', 'up', 'nearest']) ?? 'down',
			...(margin === undefined ? {} : { margin }),
			cut: tier.choice('cut', ['all-up', 'all-down', 'by-hand'], true) ?? 'by-hand',
			...(decided ? { decided } : {})
		};
		tier.close();
		return read;
	});
	const repeated = tiers.find(({ id }, index) => tiers.findIndex((other) => other.id === id) < index);
	if (repeated) file.note('RULE_REPEATED', 'tiers', { name: repeated.id });
	return tiers;
}

function readDecisions(tier: JsonReader): TierDecision[] | undefined {
	return tier.objects('decided')?.map((decision) => {
		const [by, at, note] = [decision.text('by'), decision.text('at'), decision.text('note')];
		const read: TierDecision = {
			group: decision.has('group') ? String(decision.peek('group')) : '',
			keys: decision.texts('keys', true) ?? [],
			...(by === undefined ? {} : { by }),
			...(at === undefined ? {} : { at }),
			...(note === undefined ? {} : { note })
		};
		decision.close();
		return read;
	});
}
