import { chinaDay } from '#lib/format/day.ts';
import { m } from '#lib/messages/generated/messages.js';
import type { Explanation } from './explain.ts';
import { inLanguage, type Named } from './names.ts';
import { merged } from './traced.ts';

/** What a citation names besides the figure. */
export interface Cited {
	/** The release's id. */
	readonly release: string;
	/** When it was made, ISO; empty where nobody says. */
	readonly madeAt: string;
	/** The address of the page. */
	readonly url: string;
	/** The batches of the release; whatever else counts is a draft of this browser. Left out: nobody says. */
	readonly batches?: ReadonlySet<string>;
}

/** So many files are named. */
const mostFiles = 3;

/** A figure as a text to quote it by: what, where, when, by which definition, out of which files of which release. */
export function citationOf(
	explanation: Explanation,
	{ release: id, madeAt, url, batches }: Cited,
	{ language }: Named
): string {
	const options = inLanguage(language);
	const { title, subject, value, exact, unit, provisional, definition, worked, facts, measures, listed } = explanation;
	const sources = listed?.files ?? merged(measures.flatMap(({ files }) => files));
	const drafts = batches !== undefined && sources.some(({ batch }) => !batches.has(batch));
	const names = sources.map(({ file }) => m.trace_citation_file({ file }, options));
	const some = names.slice(0, mostFiles).join(m.name_joint({}, options));
	const files =
		names.length === 0
			? m.trace_citation_no_file({}, options)
			: names.length > mostFiles
				? m.trace_citation_files({ files: some, count: names.length }, options)
				: some;
	const source = facts.find(({ label }) => label === m.trace_source({}, options))?.texts[0] ?? '';
	const shared = {
		subject,
		title,
		value: [exact ?? value ?? m.kpi_missing({}, options), unit].filter(Boolean).join(' '),
		definition,
		url
	};
	/* What is worked out from figures stands in no file itself. */
	if (source === '') {
		const release = m.trace_citation_release({ id, date: chinaDay(madeAt) ?? '' }, options);
		return m.trace_citation_derived(
			{ ...shared, worked: worked.join(m.trace_semicolon({}, options)), release },
			options
		);
	}
	return m.trace_citation(
		{
			...shared,
			state: provisional ? m.trace_citation_provisional({}, options) : '',
			source,
			files,
			release: [
				m.trace_citation_release({ id, date: chinaDay(madeAt) ?? '' }, options),
				...(drafts ? [m.trace_draft_note({}, options)] : [])
			].join(m.trace_semicolon({}, options))
		},
		options
	);
}
