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

const pieces = plain({ zh: '枚', en: 'medals' });

/** Awards that are counted by the board itself, out of a register; those of indicators have the indicators' units. */
const awards: FieldUnits = {
	gold: { ...pieces, title: { zh: '金牌', en: 'Gold' } },
	silver: { ...pieces, title: { zh: '银牌', en: 'Silver' } },
	bronze: { ...pieces, title: { zh: '铜牌', en: 'Bronze' } },
	merit: { ...plain({ zh: '个', en: 'awards' }), title: { zh: '优胜', en: 'Merit' } }
};

/** What the values of a board are measured in: its indicators' units, those of its register, awards and points. */
export function boardUnits({ rules, source, indicators }: ReleaseBoard): FieldUnits {
	const points: FieldUnits = rules.points ? { points: plain({ zh: '分', en: 'points' }) } : {};
	const counted = rules.kind === 'medals' || rules.kind === 'points' ? awards : {};
	return { ...byOrigin[source.from], ...counted, ...points, ...fieldUnits(rules, indicators) };
}
