import type { Profile } from '#lib/dimensions/profile.ts';
import { datasets } from '#lib/datasets/index.ts';
import type { DatasetName } from '#lib/datasets/dataset.ts';
import type { Language } from '#lib/format/language.ts';
import { formatExact } from '#lib/format/number.ts';
import type { Changes, Difference } from '#lib/release/compare.ts';
import { measureTitle, periodWords, regionTitle } from '#lib/release/compare-words.ts';

/** How many differences are printed; `--json` has more. */
const printed = 10;

const words = {
	zh: { title: '叠加后', cells: '项', rows: '条', new: '新增', changed: '变更', unchanged: '不变', removed: '去除' },
	en: {
		title: 'Changes',
		cells: 'cells',
		rows: 'rows',
		new: 'new',
		changed: 'changed',
		unchanged: 'unchanged',
		removed: 'removed'
	}
};

/** What a file would change, as lines for a terminal: the counts, then the largest differences. */
export function changeLines(changes: Changes, dataset: DatasetName, profile: Profile, language: Language): string[] {
	const text = words[language];
	const { counts } = changes;
	const said = (['new', 'changed', 'unchanged', 'removed'] as const).map(
		(kind) => `${text[kind]} ${formatExact(counts[kind])}`
	);
	const lines = [`  ${text.title}  ${said.join(', ')} (${text[changes.of]})`];
	for (const one of changes.differences.slice(0, printed)) lines.push(`      ${line(one, dataset, profile, language)}`);
	const more = counts.new + counts.changed + counts.removed - printed;
	if (more > 0 && changes.of === 'cells')
		lines.push(language === 'zh' ? `      另有 ${more} 项` : `      and ${more} more`);
	return lines;
}

function line(one: Difference, dataset: DatasetName, profile: Profile, language: Language): string {
	const field = datasets[dataset].fields.find(({ name }) => name === one.measure);
	const measure = field?.title[language] ?? (one.entry === null ? measureTitle(profile, one.measure)[language] : '');
	const place = one.entry ?? regionTitle(profile, one.region)[language];
	const period = one.period === null || dataset === 'targets' ? (one.period ?? '') : periodWords(one.period)[language];
	const value = (text: string | null) => (text === null ? '—' : one.entry === null ? formatExact(text) : text);
	const at = one.line === null ? '' : language === 'zh' ? ` (第 ${one.line} 行)` : ` (line ${one.line})`;
	const subject = [place, period, measure].filter(Boolean).join(' ');
	return `${words[language][one.kind]} ${subject}: ${value(one.before)} → ${value(one.after)}${at}`;
}
