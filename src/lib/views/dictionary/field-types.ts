import type { FieldType } from '#lib/datasets/dataset.ts';
import { m } from '#lib/messages/generated/messages.js';
import { regionWords } from '#lib/state/region-words.svelte.ts';

const names: Readonly<Record<FieldType, () => string>> = {
	text: m.field_text,
	id: m.field_id,
	integer: m.field_integer,
	decimal: m.field_decimal,
	date: m.field_date,
	year: m.field_year,
	period: m.field_period,
	region: () => m.field_region({ ...regionWords() }),
	industry: m.field_industry,
	union_system: m.field_union_system,
	ownership: m.field_ownership,
	skill_level: m.field_skill_level,
	competition_level: m.field_competition_level,
	code: m.field_code
};

/** What a field holds, in a word. */
export function fieldTypeName(type: FieldType): string {
	return names[type]();
}
