import { m } from '#lib/messages/generated/messages.js';

/** The word for a panel in the name of a file, by how its name begins. */
const kinds: readonly (readonly [start: string, word: () => string])[] = [
	['map', m.exports_kind_map],
	['trend', m.exports_kind_trend],
	['benefit-industries', m.exports_kind_industries],
	['benefit', m.exports_kind_trend],
	['mentoring', m.exports_kind_trend],
	['stock', m.exports_kind_trend],
	['schools', m.exports_kind_trend],
	['ranking', m.exports_kind_ranking],
	['members', m.exports_kind_ranking],
	['parts', m.exports_kind_ranking],
	['peers', m.exports_kind_ranking],
	['cost', m.exports_kind_ranking],
	['campaigns', m.exports_kind_ranking],
	['industries', m.exports_kind_industries],
	['sections', m.exports_kind_industries],
	['divisions', m.exports_kind_industries],
	['movers', m.exports_kind_movers],
	['table', m.exports_kind_table],
	['output', m.exports_kind_table],
	['standing', m.exports_kind_table],
	['register', m.exports_kind_register],
	['board', m.exports_kind_board],
	['matrix', m.exports_kind_matrix],
	['heat', m.exports_kind_matrix],
	['coverage', m.exports_kind_matrix],
	['funnel', m.exports_kind_funnel],
	['lorenz', m.exports_kind_lorenz],
	['spread', m.exports_kind_spread],
	['drift', m.exports_kind_drift],
	['gaps', m.exports_kind_gaps],
	['blanks', m.exports_kind_gaps],
	['kinds', m.exports_kind_kinds],
	['levels', m.exports_kind_kinds],
	['history', m.exports_kind_history],
	['changes', m.exports_kind_changes],
	['pursuit', m.exports_kind_pursuit],
	['results', m.exports_kind_results],
	['scores', m.exports_kind_results],
	['targets', m.exports_kind_targets]
];

/** 地图, 走势, 排名 …; 图形 or 表格 for a panel of another kind. */
export function panelKind(name: string, asPicture: boolean): string {
	const known = kinds.find(([start]) => name.startsWith(start));
	return known ? known[1]() : asPicture ? m.panel_picture() : m.panel_table();
}
