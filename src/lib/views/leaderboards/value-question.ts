import type { FigureQuestion } from '#lib/state/tracing.svelte.ts';
import { rowQuestion } from '../trace-question.ts';
import { boardSpans, type BoardAnswer } from './board-source.ts';

/** The question how a value of a board came about; null where it is no figure of an indicator. */
export function valueQuestion(
	{ board, scope, rules }: BoardAnswer,
	{ key, name }: { readonly key: string; readonly name: string },
	field: string
): FigureQuestion | null {
	if (board.source.from !== 'indicators') return null;
	const isBase = rules.progress?.base === field;
	const indicator = board.indicators[isBase ? (rules.progress?.field ?? field) : field];
	const spans = boardSpans(board, scope);
	const current = isBase ? spans.base : spans.current;
	const last = current.at(-1);
	if (!indicator || last === undefined) return null;
	const at = { ...scope, filters: { ...scope.filters, period: last }, spans: { ...scope.spans, current, base: [] } };
	return rowQuestion(at, { key, name }, indicator);
}
