import type { Bilingual } from '#lib/format/language.ts';

/** A command of the page: a table, a rules file, and what it shows. */
export interface Example {
	readonly title: Bilingual;
	readonly table: 'results' | 'units';
	readonly rules: string;
	readonly text: Bilingual;
}

/** Where tables and rules of the examples are, from the folder of the program. */
export const exampleFolder = 'data/boards/sample';

/** One of each kind of board that ranks a results table. */
export const examples: readonly Example[] = [
	{
		title: { zh: '成绩和同分规则', en: 'Results and a tie-break chain' },
		table: 'results',
		rules: 'chain',
		text: {
			zh: '按赛项分组；乙、丙总成绩相同，用时少的在前；丁、戊全部相同，并列第 4，争一个三等奖，由加赛决定给戊并记录在规则里。己是打星，没有名次。第 5 名是公布时给并列者排出来的，规则里没有这样的依据。',
			en: 'Grouped by event. Two have the same total and the quicker is ahead; two are equal on everything, share rank 4 and the one third prize was decided by a play-off, recorded in the rules. W06 is a guest. The published 5 puts equals in an order that the rules do not have.'
		}
	},
	{
		title: { zh: '相差不多的同获一等', en: 'Medals within a margin' },
		table: 'results',
		rules: 'margin',
		text: {
			zh: '每个赛项金、银、铜各 1 枚，与该枚奖牌最好者相差 1 分以内的同获。焊工两个 92.8 都得银牌；电工 88.6 与 89.48 差 0.88，也得银牌；多发的一枚银牌占了铜牌的名额。名次不变，变的只是奖项。',
			en: 'One gold, silver and bronze an event, shared by whoever is within 1 point of that medal’s best. Both 92.8 of the welders have silver, and among the electricians 88.6 is 0.88 behind 89.48; the second silver takes the place of the bronze. Ranks stay as they are; only the awards differ.'
		}
	},
	{
		title: { zh: '奖牌', en: 'Medals' },
		table: 'results',
		rules: 'medals',
		text: {
			zh: '同一张成绩册，按代表队数奖牌：先比金，再比银、铜、优胜。一队和二队四项都相同，并列第 1，下一名是第 3。',
			en: 'The same results counted by team: gold first, then silver, bronze, merit. The first two are equal in all four, share rank 1, and the next is 3.'
		}
	},
	{
		title: { zh: '积分', en: 'Points' },
		table: 'results',
		rules: 'points',
		text: {
			zh: '一等奖 5 分、二等奖 3 分、三等奖 2 分、优胜 1 分；表里写“金、银、铜”，用 `awards` 对应。同分看一等奖个数，再看参赛人数（`entries`），少者在前。',
			en: 'Five, three, two and one point; the table says 金, 银, 铜 and `awards` translates them. Equal points go by first prizes, then by the number of entries (`entries`), fewer first.'
		}
	},
	{
		title: { zh: '团体', en: 'Teams' },
		table: 'results',
		rules: 'teams',
		text: {
			zh: '每队取最好两人的总成绩之和；`places` 让同分时比各赛项第一名、第二名的个数。四队只有一个有效成绩，不排名。',
			en: 'The sum of each team’s two best totals; `places` breaks ties by first and second places in the events. The fourth team has one valid result and no rank.'
		}
	},
	{
		title: { zh: '比率', en: 'Rates' },
		table: 'units',
		rules: 'rate',
		text: {
			zh: '参赛人数 ÷ 职工数，两列都写在 `columns.values` 里。三厂 45 人全部参赛，低于 100 的最小基数，不排名；五厂没有报职工数。',
			en: 'Two columns of the table make the rate. The third unit is below the minimum base of 100, the fifth did not report its workers.'
		}
	},
	{
		title: { zh: '综合指数', en: 'A combined index' },
		table: 'units',
		rules: 'combined',
		text: {
			zh: '三项按 50 : 30 : 20 加权，先各自标准化。权重和标准化方法是规则的一部分，印在榜上，也算进指纹。缺一项就没有指数，不拿别的补。',
			en: 'Three parts weighted 50 : 30 : 20 after each is standardised. Weights and standardisation are part of the rules, the board and the fingerprint. Who lacks a part has no index.'
		}
	},
	{
		title: { zh: '进步', en: 'Progress' },
		table: 'units',
		rules: 'progress',
		text: {
			zh: '比上年增长多少；上年不到 50 人的不排名，以免从 12 人到 45 人的“增长 275%”排第一。',
			en: 'Growth over last year; below 50 there is no rank, so that 12 to 45, “275 % more”, does not lead.'
		}
	},
	{
		title: { zh: '封榜', en: 'Frozen' },
		table: 'results',
		rules: 'frozen',
		text: {
			zh: '14:46 封榜：这一刻及以后提交的成绩不显示（恰好 14:46:00 的也不显示），缺考、取消也还不知道；姓名按规则隐去。',
			en: 'Frozen at 14:46: what was handed in at that moment or later is not shown, nor who was absent or disqualified; names are masked by rule.'
		}
	}
];
