import type { Bilingual } from '#lib/format/language.ts';
import type { DeclaredBoard } from '#lib/leaderboard/declared.ts';
import { fieldUnits, type FieldUnits } from '../board-figures.ts';
import type { ReleaseBoard } from './board-source.ts';

const plain = (unit: Bilingual) => ({ unit, scale: 1, digits: null });

/** Units of what registers hold, as the datasets declare them. */
const byOrigin: Readonly<Partial<Record<DeclaredBoard['source']['from'], FieldUnits>>> = {
	studios: {
		benefit: plain({ zh: '元', en: 'yuan' }),
		patents: plain({ zh: '件', en: '' }),
		transferred: plain({ zh: '项', en: '' }),
		projects: plain({ zh: '项', en: '' }),
		trained: plain({ zh: '人次', en: 'people' })
	},
	results: { total: plain({ zh: '分', en: 'points' }), team: plain({ zh: '分', en: 'points' }) }
};

/** What the values of a board are measured in: its indicators' units, those of its register, and points. */
export function boardUnits({ rules, source, indicators }: ReleaseBoard): FieldUnits {
	const points: FieldUnits = rules.points ? { points: plain({ zh: '分', en: 'points' }) } : {};
	return { ...byOrigin[source.from], ...points, ...fieldUnits(rules, indicators) };
}
