import type { Bilingual } from '#lib/format/language.ts';

/** One of the twelve rules: what holds and why. */
export interface RuleText {
	/** Name of its picture. */
	readonly picture: string;
	readonly title: Bilingual;
	readonly rule: Bilingual;
	readonly reason: Bilingual;
}

/** The rules in the order in which they are numbered. */
export const ruleTexts: readonly RuleText[] = [
	{
		picture: '01-ties',
		title: { zh: '同分同名次，按精确值', en: 'Equal is equal, on exact values' },
		rule: {
			zh: '名次是 1、2、2、4：前面有几个更好的，名次就是几加一。比较用精确值，不用四舍五入后的数；小数和分数都不经浮点近似。规则全部相同的并列，名称只决定并列者谁写在上面，不决定名次。',
			en: 'Ranks run 1, 2, 2, 4: one more than there are better ones. Exact values are compared, not rounded ones; decimals and fractions never pass through an approximation. Equal on all criteria is the same rank, and names only order the rows within it.'
		},
		reason: {
			zh: '按显示的两位小数排，图中四个都会并列；先四舍五入再排，一个千分之几的差距就能改变谁获奖。奖项发出去以后无法再解释。',
			en: 'By the two decimals shown, all four of the picture would tie. Rounding before ranking lets thousandths decide an award either way, and nobody can explain it afterwards.'
		}
	},
	{
		picture: '02-chain',
		title: { zh: '同分规则事先写明', en: 'Tie-breaks are declared' },
		rule: {
			zh: '规则写明比什么、先后次序和方向：成绩依次看总成绩 ↓、用时 ↑、实操 ↓、理论 ↓；奖牌看金、银、铜、优胜；团体看总和，再看第一名的个数、第二名的个数。每一行注明它和上一名由哪一项分出先后。缺的值排在有值的之后。',
			en: 'The rules name what is compared, in which order and direction: results by total ↓, time ↑, practical ↓, theory ↓; medals by gold, silver, bronze, merit; teams by their sum, then first places, then second places. Each row names the criterion that puts it behind the one above. A missing value comes after every known one.'
		},
		reason: {
			zh: '比完再定同分怎么办，就是替某个人定的。事先写明，并且印在榜上，谁都可以自己核对。',
			en: 'A tie-break chosen after the contest is chosen for somebody. Declared and printed on the board, anyone can check it.'
		}
	},
	{
		picture: '03-totals-rates',
		title: { zh: '总量和比率不同榜', en: 'Totals and rates are different boards' },
		rule: {
			zh: '人数、项数等总量是 `measure` 榜，参赛率、覆盖率等是 `rate` 榜。用比率指标做总量榜（或相反），程序会拒绝。比率由分子、分母相除后精确比较，不先取百分数。',
			en: 'Amounts are boards of kind `measure`, rates of kind `rate`; naming a rate for a board of totals, or the reverse, is refused. Rates are compared as exact quotients of their two sides, not as rounded percentages.'
		},
		reason: {
			zh: '大单位总量领先，小单位比率领先，混在一起谁都可以挑对自己有利的说。分开以后，各说各的。',
			en: 'Large units lead in totals, small ones in rates; mixed, everybody picks what suits. Apart, each board says one thing.'
		}
	},
	{
		picture: '04-minimum',
		title: { zh: '比率榜要有最小基数', en: 'Rates need a minimum base' },
		rule: {
			zh: '比率榜必须写明 `minimumDenominator`。分母低于它的单位照样列出，写“基数过小”，不排名；分母未报或为 0 的写“未报”，不排名。缺的数从不当作 0。',
			en: 'A board of rates has to declare `minimumDenominator`. Units below it are shown without a rank as “base too small”; without a denominator, or with 0, they are “not reported”. What is missing is never 0.'
		},
		reason: {
			zh: '三个人全参加就是 100%，多一人少一人就差几十个百分点，说明不了工作好坏。',
			en: 'Three of three is 100 %, and one person more or less moves it by a third; that says nothing about the work.'
		}
	},
	{
		picture: '05-completeness',
		title: { zh: '报齐没有，写在榜上', en: 'Completeness is on the board' },
		rule: {
			zh: '榜上写明“已报 3/4”，未报的逐个列出。没有报齐，或有的数还不完整，名次就是**暂定**。打星的不在应报之列；缺考、取消和基数过小的算已知。',
			en: 'The board says “3 of 4 reported” and lists the silent. While any is missing, or a figure is not whole yet, ranks are **provisional**. Guests owe no report; the absent, the disqualified and those with too small a base have been heard of.'
		},
		reason: {
			zh: '一家报来，可能前面所有人都退一名。没有报齐就宣布第一，等于替未报的单位认输。',
			en: 'One report may move everyone. Announcing a first place before all have reported concedes on behalf of the silent.'
		}
	},
	{
		picture: '06-movement',
		title: { zh: '升降要有同样的尺子', en: 'Movement needs the same yardstick' },
		rule: {
			zh: '升降 = 上次名次 − 这次名次，写明和哪个时期或发布比，而且规则和参评范围必须相同。有一样不同，就不显示升降，并说明原因。上次没有名次的写“新”，没有变化的不写。',
			en: 'Movement = earlier rank − present rank, against a named period or release, under the same rules and the same eligible set. Where either differs there is none, and the board says why. Those without an earlier rank are “new”; no change shows nothing.'
		},
		reason: {
			zh: '改了规则，名次当然会变，那不是进步也不是退步。',
			en: 'Other rules give other ranks; that is neither progress nor decline.'
		}
	},
	{
		picture: '07-guests',
		title: { zh: '打星不占名次，缺考、取消列在最后', en: 'Guests take no place; the absent and cancelled come last' },
		rule: {
			zh: '打星（非正式）选手按成绩排在该在的位置，没有名次，不占名额，后面的人不因此退后。缺考和取消的列在最后，没有名次，成绩再高也一样。规则文件的 `eligibility` 写明哪一列的哪个词是什么意思。',
			en: 'Guests stand where their result puts them, without a rank and without using up a place. The absent and the cancelled are listed last, unranked, whatever their result. `eligibility` in the rules says which word of which column means what.'
		},
		reason: {
			zh: '观众看得到打星选手的水平，正式选手的名次和奖项不受影响；缺考、取消不藏起来，名单才对得上报名表。',
			en: 'The audience sees how good the guests are, and nobody’s place or prize depends on them; with the absent listed, the board matches the register of entries.'
		}
	},
	{
		picture: '08-quotas',
		title: {
			zh: '名额按参评者算，并列跨线按规则办',
			en: 'Quotas count the eligible; a tie across the cut follows the declared policy'
		},
		rule: {
			zh: '名额是个数（`count`）或比例（`percent`，按有名次的人数算，写明怎样取整）。并列跨过名额线时，按事先写明的办法：都入 `all-up`、都不入 `all-down`、人工决定 `by-hand`。人工决定的记下谁、何时、为什么；并列者后来变了，原来的决定自动失效，要求重新决定。写了 `margin` 的等次，与其最好者相差不超过它的都入：世界技能大赛的奖牌就是这样，相差两分以内同获一种，只与最好的比，不一个接一个往下连。上一等多占的名额，从下一等里扣。',
			en: 'A quota is a number (`count`) or a share (`percent`, of those with a rank, rounded as declared). A tie across the cut is settled as declared: `all-up`, `all-down` or `by-hand`. A decision by hand is kept with who, when and why, and lapses when the tie is another one. A tier with a `margin` is shared by all within it of its best, as WorldSkills medals are within two points; the best alone is measured against, so nearness does not chain downwards. Places that a tier takes beyond its own come off the next.'
		},
		reason: {
			zh: '按报名人数算名额，缺考和打星的就会替别人挣出奖来；并列跨线当场商量，怎么定都有人不服。',
			en: 'Counting all entrants lets the absent and the guests win prizes for others; a tie across the cut settled on the spot leaves somebody wronged, whatever is chosen.'
		}
	},
	{
		picture: '09-published',
		title: { zh: '与公布的名次对照', en: 'Published ranks are compared, never trusted' },
		rule: {
			zh: '成绩表里原有的名次（`publishedRank`）照录，与计算的名次逐行比较，不同的列出由来：把打星也计入、只比到某一项、并列后不空名次、先四舍五入、各组合排……都解释不了的请核对原表。',
			en: 'A file’s own ranks (`publishedRank`) are kept and compared row by row. Differences name the rule that makes them: guests counted, the chain cut short, no gap after a tie, rounded first, groups ranked together. What nothing explains is to be checked at the source.'
		},
		reason: {
			zh: '公布的名次有出入，多半不是算错，而是用了另一条没有写明的规则。说出是哪一条，问题就解决了一半。',
			en: 'A differing published rank is seldom a slip; usually another, unstated rule was used. Naming it is half the answer.'
		}
	},
	{
		picture: '10-freeze',
		title: { zh: '封榜与揭榜', en: 'Freeze and reveal' },
		rule: {
			zh: '封榜固定发布、规则和分值：观众看到的只有封榜时刻**以前**的成绩，榜上写“已封榜”和时间；工作人员两种都看得到。没有写时间的成绩不公开。揭榜从最后一名往上：揭晓最低一行的下一项，重新排名，该行移到新位置，遇到奖项停下。',
			en: 'A freeze pins release, rules and points: viewers see what came strictly **before** it, with “frozen” and the time on the board; staff see both. A result without a time stays hidden. The reveal goes from the last place up: the next item of the lowest row, the ranking anew, the row moves, and it halts at award tiers.'
		},
		reason: {
			zh: '封榜后如果还有一处（同分项、分值、公布名次）跟着变，细心的人就能猜出结果。揭榜的每一步都由同一个引擎重排，最后一步一定等于最终名次。',
			en: 'If anything still moves after the freeze, a tie-break, a point value, a published rank, a careful viewer can guess the end. Every step is ranked by the same engine, so the last is the final board.'
		}
	},
	{
		picture: '11-explanation',
		title: { zh: '每一行都能说明自己', en: 'Every row explains itself' },
		rule: {
			zh: '点开任何一行：与上一名、下一名由哪一项分出先后，差多少，怎样就能改变；没有名次的说明为什么，打星的说明若计名次在第几。比率榜直接说分子还差几个。',
			en: 'Open any row: what decided against the next above and below, by how much, and what would change it; without a rank, why; for a guest, where it would stand. In a rate it says how many more of the count it takes.'
		},
		reason: {
			zh: '“为什么我是第二”是每个榜都会被问到的问题，答案应当就在榜上，而不是在做榜的人那里。',
			en: '“Why am I second?” is asked of every board; the answer belongs on the board, not with whoever made it.'
		}
	},
	{
		picture: '12-fingerprint',
		title: { zh: '榜单有指纹', en: 'A board has a fingerprint' },
		rule: {
			zh: '榜单、导出文件、打印件和链接都带同一个指纹：发布（或成绩文件）、规则、条件三者的 SHA-256。任何一项变了，指纹就变；书写次序不影响。',
			en: 'A board, its exports, prints and link carry the same fingerprint: SHA-256 over the release (or results file), the rules and the filters. When any of them changes, so does it; the order of writing does not count.'
		},
		reason: {
			zh: '两张榜名次不同，先看指纹：指纹不同，就不是同一个榜；指纹相同，名次一定相同。',
			en: 'When two prints disagree, look at the fingerprints: different ones are different boards, and equal ones have equal ranks.'
		}
	}
];
