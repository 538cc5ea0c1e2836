import type { BoardKind, BoardRules, ChainStep, Direction } from './rules.ts';

/** What the chain depends on where a rules file declares none. */
export type ChainInput = Pick<BoardRules, 'kind' | 'medals' | 'points' | 'team'> & { readonly direction: Direction };

const usual = ['gold', 'silver', 'bronze', 'merit'];

/** The awards of a medal table where none are declared: 金 银 铜 优胜. */
export function usualMedals(kind: BoardKind): readonly string[] | undefined {
	return kind === 'medals' ? usual : undefined;
}

/** The chain of a board whose file declares none; it is shown on the board like any other. */
export function usualChain({ kind, medals, points, team, direction }: ChainInput): readonly ChainStep[] {
	const down = (field: string): ChainStep => ({ field, direction: 'descending' });
	if (team) {
		const places = Array.from({ length: team.places }, (_, index) => down(`place${index + 1}`));
		return [{ field: 'team', direction: team.direction }, ...places];
	}
	if (kind === 'medals') return (medals ?? usual).map(down);
	if (kind === 'points')
		return [down('points'), ...(medals ?? []).filter((award) => award in (points ?? {})).map(down)];
	if (kind === 'combined') return [down('index')];
	if (kind === 'progress') return [down('improvement')];
	if (kind === 'results')
		return [down('total'), { field: 'time', direction: 'ascending' }, down('practical'), down('theory')];
	return [{ field: 'value', direction }];
}
