import type { Bilingual } from '#lib/format/language.ts';
import { indicatorById } from '#lib/indicators/index.ts';
import { readDeclared, type BoardTemplate, type DeclaredProblem } from './declared.ts';

/** What of a profile its boards may name. */
export interface BoardSurroundings {
	readonly metrics: readonly { readonly indicator: string }[];
}

/** The boards of a file that can be made, as they stand in it, and what is wrong with the others. */
export function checkBoards(
	boards: readonly unknown[],
	surroundings: BoardSurroundings
): { readonly usable: readonly unknown[]; readonly problems: readonly DeclaredProblem[] } {
	const { templates, problems } = readDeclared(boards);
	const unknown = templates.flatMap((template) => strangers(template, surroundings, boards));
	const all = [...problems, ...unknown];
	const wrong = new Set(all.map(({ index }) => index));
	return { usable: boards.filter((_, index) => !wrong.has(index)), problems: all };
}

/** A figure that nobody knows cannot be ranked. */
function strangers(
	template: BoardTemplate,
	{ metrics }: BoardSurroundings,
	boards: readonly unknown[]
): DeclaredProblem[] {
	const index = boards.findIndex((board) => idOf(board) === template.id && eachOf(board) === template.each);
	return Object.entries(template.source.values).flatMap(([field, id]) => {
		const metric = /^metric:([^@]+)/.exec(id)?.[1];
		const known = metric === undefined ? indicatorById(id) : metrics.some(({ indicator }) => indicator === metric);
		if (known || id === '{indicator}') return [];
		const details = { path: `source.values.${field}`, found: id, allowed: '' };
		return [{ index, id: template.id, problem: { code: 'RULE_CHOICE' as const, details } }];
	});
}

const idOf = (board: unknown) => (board as { id?: unknown }).id;
const eachOf = (board: unknown) => (board as { each?: unknown }).each;

/** Which board of the list, where in it, what is wrong and what to do. */
export function boardProblemText({ index, id, problem }: DeclaredProblem): Bilingual {
	const { code, details } = problem;
	const { path = '', needed = '', found = '', allowed = '', name = '', other = '' } = details;
	const what: Record<typeof code, Bilingual> = {
		RULE_NOT_OBJECT: { zh: '须是对象 { … }', en: 'must be an object { … }' },
		RULE_MISSING: { zh: '缺少，请补上', en: 'is missing; add it' },
		RULE_TYPE: { zh: `类型不对，须是 ${needed}`, en: `is of the wrong type; it must be ${needed}` },
		RULE_UNKNOWN: { zh: '没有这一项，请检查拼写', en: 'is no part of a board; check the spelling' },
		RULE_CHOICE: {
			zh: `“${found}”不能用${allowed && `，可用：${allowed}`}`,
			en: `cannot be "${found}"${allowed && `; it may be ${allowed}`}`
		},
		RULE_NUMBER: { zh: `数值须 ${needed}`, en: `must be ${needed}` },
		RULE_EMPTY: { zh: '不能为空', en: 'must not be empty' },
		RULE_REPEATED: { zh: `“${name}”出现了两次`, en: `holds "${name}" twice` },
		RULE_CONFLICT: { zh: `不能与“${other}”同时写`, en: `cannot stand beside "${other}"` }
	};
	const where = { zh: `第${index + 1}个榜${id && `“${id}”`}`, en: `board ${index + 1}${id && ` "${id}"`}` };
	return {
		zh: `${where.zh}${path && `的“${path}”`}${what[code].zh}`,
		en: `${where.en}${path && `, ${path}`} ${what[code].en}`
	};
}
