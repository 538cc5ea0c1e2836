import type { DatasetName, Field } from '#lib/datasets/dataset.ts';
import { datasets } from '#lib/datasets/index.ts';
import type { Profile } from '#lib/dimensions/profile.ts';
import { similarity } from '#lib/dimensions/similarity.ts';
import type { Language } from '#lib/format/language.ts';
import type { ColumnMapping } from '#lib/import/batch.ts';
import { headerKey, headerText } from '#lib/import/map/header-text.ts';
import { fieldTitle } from '#lib/state/region-words.svelte.ts';

/** What a column may be read as: a field, or `=indicator` in tables of figures. */
export interface FieldChoice {
	readonly value: string;
	readonly title: string;
	/** How much the header is like its names, 0–1. */
	readonly likeness: number;
}

/** What the mapping calls a column: its header, or its position where the header is blank or stands twice. */
export function columnName(columns: readonly ColumnMapping[], column: ColumnMapping): string {
	const alone = columns.filter(({ header }) => header === column.header).length === 1;
	return column.header.trim() !== '' && alone ? column.header : `#${column.index + 1}`;
}

/** What the column is read as at present: '' when it is not loaded. */
export function chosenField(column: ColumnMapping): string {
	return column.indicator !== undefined ? `=${column.indicator}` : (column.field ?? '');
}

/** Everything that columns of a dataset may be read as, the likeliest for this header first. */
export function fieldChoices(
	dataset: DatasetName,
	header: string,
	profile: Profile,
	language: Language
): FieldChoice[] {
	const { key, name } = headerText(header);
	const likeness = (names: readonly string[]) => Math.max(0, ...names.map((text) => similarity(key, headerKey(text))));
	const ofField = (field: Field): FieldChoice => ({
		value: field.name,
		title: fieldTitle(field),
		likeness: likeness([field.title.zh, field.title.en, field.name, ...field.aliases])
	});
	const figures = dataset === 'metrics' ? profile.metrics : [];
	const choices = [
		...datasets[dataset].fields.map(ofField),
		...figures.map(({ indicator, title, aliases }) => ({
			value: `=${indicator}`,
			title: title[language],
			likeness: likeness([indicator, title.zh, title.en, ...aliases])
		}))
	];
	// A figure that the profile does not declare goes by the name that the file gives it.
	if (dataset === 'metrics' && name !== '' && !choices.some(({ value }) => value === `=${name}`))
		choices.push({ value: `=${name}`, title: name, likeness: 0.5 });
	return choices.toSorted((a, b) => b.likeness - a.likeness);
}
