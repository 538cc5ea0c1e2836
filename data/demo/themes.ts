import type { Random } from './random.ts';
import type { RegisterContext } from './register-context.ts';

/** What a theme takes of a register: entries of these kinds, any kind where none is named, and how readily. */
export interface ThemeRule {
	readonly theme: string;
	readonly dataset: 'competitions' | 'studios' | 'innovations' | 'trainings' | 'honours';
	readonly kinds: readonly string[];
	readonly weight: number;
}

/** `竞赛 劳动竞赛 3; 荣誉 工人先锋号|五一劳动奖状 2` as rules of a theme; `*` stands for every kind. */
export function themeRules(theme: string, text: string): ThemeRule[] {
	return text.split(';').map((part) => {
		const [register = '', kinds = '', weight = ''] = part.trim().split(' ');
		return {
			theme,
			dataset: registers[register]!,
			kinds: kinds === '*' ? [] : kinds.split('|'),
			weight: Number(weight)
		};
	});
}

const registers: Readonly<Record<string, ThemeRule['dataset']>> = {
	竞赛: 'competitions',
	工作室: 'studios',
	创新: 'innovations',
	培训: 'trainings',
	荣誉: 'honours'
};

/** How many of the things that a theme could take stand under one. */
const themed = 0.8;

/** The theme of one entry; null for none. */
export function themeOf(
	random: Random,
	context: RegisterContext,
	dataset: ThemeRule['dataset'],
	kind: string
): string | null {
	const { themes, campaigns } = context;
	// Federations without rules of their own name a theme for most competitions and half of their training.
	if (!themes) return random.chance(dataset === 'competitions' ? 0.7 : 0.5) ? random.pick(campaigns) : null;
	const taking = themes.filter(
		(rule) => rule.dataset === dataset && (rule.kinds.length === 0 || rule.kinds.includes(kind))
	);
	if (taking.length === 0 || !random.chance(themed)) return null;
	return random.pick(
		taking,
		taking.map(({ weight }) => weight)
	).theme;
}
