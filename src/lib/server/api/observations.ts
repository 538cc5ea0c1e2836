import type { By } from '#lib/indicators/selection.ts';
import { answer, answerColumns, askedSelection } from '#lib/release/question/answer.ts';
import type { AskedRelease } from '#lib/release/question/asked-release.ts';
import { findIndicator, indicatorsOf } from '#lib/release/question/find-indicator.ts';
import { membersOf } from '#lib/release/question/members.ts';
import { dimensionNames, type Question } from '#lib/release/question/question.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';
import { csvText } from '../answers/csv-text.ts';
import { ApiError } from './api-error.ts';
import { pageOf } from './paging.ts';
import type { Values } from './parameters.ts';
import type { ApiAnswer, ApiContent, ApiRequest } from './respond.ts';
import { chosenRelease, releaseToAsk, type ApiSources } from './sources.ts';

/** Rows of one answer, before it is cut into pages. */
const most = 200_000;

/** `/api/v1/observations`: one indicator, as `gongbang query` answers it. */
export async function observations(sources: ApiSources, request: ApiRequest): Promise<ApiAnswer> {
	const { values } = request;
	const { entry, of, fixed } = await chosenRelease(sources, values);
	const name = values.text('indicator') ?? '';
	const question = questionOf(values);
	const [format, encoding] = [values.text('format'), values.text('encoding')];
	const make = async (): Promise<ApiContent> => {
		const release = await releaseToAsk(sources, entry.release);
		const indicator = findIndicator(await indicatorsOf(release.connector), name);
		await refuseTooMany(release, indicator, question);
		const columns = answerColumns(question);
		const { rows, next, ...page } = pageOf(await answer(release, indicator, question), request);
		if (format === 'csv') {
			const text = csvText(columns, rows);
			return {
				csv: text,
				encoding: encoding === 'gb18030' ? encoding : 'utf-8',
				name: fileName(indicator, question),
				next
			};
		}
		const { release: id, profile } = entry;
		return { json: { release: id, profile, indicator: indicator.id, columns, ...page, next, rows }, next };
	};
	return { of, fixed, make };
}

function questionOf(values: Values): Question {
	const where = dimensionNames.flatMap((name) => {
		const value = values.text(name);
		return value === null ? [] : [[name, value] as const];
	});
	return {
		by: values.list('by') as By[],
		where: Object.fromEntries(where),
		language: values.text('lang') === 'en' ? 'en' : 'zh'
	};
}

/** Members without a figure have a row as well: what is split by everything at once is more than anybody reads. */
async function refuseTooMany(release: AskedRelease, indicator: Indicator, question: Question): Promise<void> {
	const { selection, sets } = await askedSelection(release, indicator, question);
	const sizes = question.by.map((name) =>
		name === 'period'
			? selection.period.length
			: name in sets
				? sets[name as keyof typeof sets].length
				: membersOf(release, name).length
	);
	const rows = sizes.reduce((product, size) => product * Math.max(1, size), 1);
	if (rows <= most) return;
	throw new ApiError(
		'too_many_rows',
		`这样分列可达 ${rows} 行，至多 ${most} 行；请少分一层，或先选定范围。`,
		`This splits into as many as ${rows} rows, at most ${most} are answered; split by less or narrow it first.`,
		'by'
	);
}

function fileName(indicator: Indicator, { where, language }: Question): string {
	const parts = [indicator.title[language], where.region, where.period];
	return parts
		.filter((part) => part !== undefined)
		.join('-')
		.replaceAll(/[\\/:*?"<>|\s]+/g, '_');
}
