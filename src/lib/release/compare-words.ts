import { periodTitle } from '#lib/dimensions/period.ts';
import type { Profile } from '#lib/dimensions/profile.ts';
import { datasets } from '#lib/datasets/index.ts';
import { formatExact } from '#lib/format/number.ts';
import type { Bilingual } from '#lib/format/language.ts';
import type { Batch } from '#lib/import/batch.ts';
import type { Issue, IssueCode, Severity } from '#lib/import/issue.ts';

/** What an issue of a comparison says: its sentence takes the place of the code's own. */
export interface IssueWords {
	readonly code: IssueCode;
	readonly severity: Severity;
	readonly line: number | null;
	readonly column: string | null;
	readonly sample: string | null;
	readonly count: number;
	/** Values for the templates; names in both languages as `name_zh` and `name_en`. Data goes here, never into a template. */
	readonly details: Readonly<Record<string, string>>;
	readonly what: Bilingual;
	readonly action: Bilingual;
}

/** An issue of a file that only the release can tell. */
export function comparedIssue(batch: Batch, words: IssueWords): Issue {
	const { what, action, details, ...rest } = words;
	const texts = { what_zh: what.zh, what_en: what.en, action_zh: action.zh, action_en: action.en };
	return { ...rest, file: batch.receipt.file, details: { ...details, ...texts } };
}

/** A text of both languages as details of one name. */
export function named(name: string, { zh, en }: Bilingual): Record<string, string> {
	return { [`${name}_zh`]: zh, [`${name}_en`]: en };
}

/** The name of a region, or its code where the profile does not know it. */
export function regionTitle(profile: Profile, code: string | null): Bilingual {
	const region = profile.regions.find((candidate) => candidate.code === code);
	return region ? { zh: region.name, en: region.nameEn } : { zh: code ?? '', en: code ?? '' };
}

/** The title of a measure: of a summary’s field, or of a metric. */
export function measureTitle(profile: Profile, measure: string): Bilingual {
	const field = datasets.summary.fields.find(({ name }) => name === measure);
	if (field) return field.title;
	const [indicator = measure] = measure.replace(/^metric:/, '').split('@');
	return profile.metrics.find((metric) => metric.indicator === indicator)?.title ?? { zh: indicator, en: indicator };
}

/** A period in words. */
export function periodWords(code: string): Bilingual {
	return { zh: periodTitle(code, 'zh'), en: periodTitle(code, 'en') };
}

/** A figure with its digits and no more: 1,234.5. */
export function figureText(value: string | null): string {
	return formatExact(Number(value));
}

/** The header under which a file has a measure. */
export function columnOf(batch: Batch, measure: string): string | null {
	const column = batch.receipt.mapping.find(
		({ field, indicator }) =>
			field === measure || (indicator !== undefined && `${measure}@`.startsWith(`metric:${indicator}@`))
	);
	return (
		column?.header ??
		batch.receipt.mapping.find(({ field, indicator }) => field === 'value' && indicator === undefined)?.header ??
		null
	);
}
