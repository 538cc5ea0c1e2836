import type { Bilingual } from '#lib/format/language.ts';

/** A part of the guide after the rules: its points, and what is to be typed or written. */
export interface Chapter {
	readonly title: Bilingual;
	readonly points: readonly Bilingual[];
	readonly code?: readonly string[];
}

/** What the page is about. */
export const introduction: readonly Bilingual[] = [
	{
		zh: '排行榜要打印、拍照、在会上念，名次一公布就有人来问“为什么”。所以工榜把规则当作数据：写在一个文件里，有版本，印在榜上，在网页、命令行和每一块屏幕上算出同样的名次。下面先讲十二条规则和它们的道理，再讲怎样给自己的竞赛写一份规则。',
		en: 'A leaderboard is printed, photographed and read out, and somebody asks why. So the rules are data: in a file, with a version, printed on the board, and the same ranks come out in the page, on the command line and on every screen. First the twelve rules with their reasons, then how to write rules for a contest of your own.'
	},
	{
		zh: '图中的甲、乙、丙和文中的“示例”都是虚构的。',
		en: 'Everybody on this page is invented.'
	}
];

/** How a release is ranked, between the examples and the fields. */
export const releaseChapter: readonly Chapter[] = [
	{
		title: { zh: '发布数据的榜单', en: 'Boards of a release' },
		points: [
			{
				zh: '`gongbang board` 的第一个参数也可以是 `gongbang build` 生成的发布文件夹。地区、行业、产业工会：`measure` 和 `rate` 榜写明 `measure`（指标），`medals` 和 `points` 榜数发布中的奖牌。时期和条件用 `--period`、`--where`，与 `gongbang query` 相同。',
				en: 'The first argument may also be a release folder made by `gongbang build`. Regions, industries and union systems: `measure` and `rate` name an indicator as `measure`, `medals` and `points` count the awards of the release. `--period` and `--where` are those of `gongbang query`.'
			},
			{
				zh: '单位（`entity: "organisation"`）：`medals` 和 `points` 榜，从成绩明细按参赛单位数 gold、silver、bronze、merit。',
				en: 'Organisations (`entity: "organisation"`): medals and points, counted as gold, silver, bronze and merit from the results in detail.'
			},
			{
				zh: '工作室（`entity: "studio"`）：`measure` 榜，`chain` 写 benefit、patents、transferred、projects、members、trained 中的几项；截至时期末已命名的都在内，`--where kind=` 换一种平台。台账每个工作室只有一行现在的数，没有升降。',
				en: 'Studios (`entity: "studio"`): a measure whose `chain` names benefit, patents, transferred, projects, members or trained, over those named by the end of the period; `--where kind=` ranks another kind of platform. The register states each studio once, so there is no movement.'
			},
			{
				zh: '个人和团体（`entity: "person"` 或 `"team"`）：一场竞赛的成绩，用 `--where competition=编号` 指定。可用的项是 total、time、practical、theory；`groupBy: "event"` 按赛项分组；团体写 `team`，或用 `medals`、`points` 数代表队的奖项。',
				en: 'People and teams (`entity: "person"` or `"team"`): the results of one competition, named by `--where competition=ID`. Fields are total, time, practical and theory; `groupBy: "event"` ranks each event apart; teams use `team`, or count awards by `medals` or `points`.'
			}
		],
		code: [
			'```text',
			'npx gongbang board releases/chongqing-2026-11 --rules 奖牌榜.json --period 2026Q3',
			'npx gongbang board releases/chongqing-2026-11 --rules 赛项排名.json --where competition=C00017 --format json',
			'```'
		]
	},
	{
		title: { zh: '网页上的榜单', en: 'Boards in the page' },
		points: [
			{
				zh: '“排行榜”页（`/leaderboards`）自带各主要指标、奖牌、积分、单位、竞赛、工作室、进步、综合和比学赶帮超榜；它们也是规则文件，在 `data/boards/usual.json`。',
				en: 'The page Leaderboards (`/leaderboards`) comes with boards of the main indicators, medals, points, organisations, competitions, studios, progress and a combined index; they are rules files too, in `data/boards/usual.json`.'
			},
			{
				zh: '一个方案的文件夹里放 `boards.json`，就有自己的榜单：一个列表，每项是上面的规则加 `source`（从哪里取数）；编号相同的代替自带的。写错的榜单不上榜，其余照常，`gongbang build` 会说明哪里不对。',
				en: 'A `boards.json` in a profile’s folder adds boards of its own: a list of rules with a `source` each; one of the same id takes the place of the usual. One with a mistake is left out and named by `gongbang build`; the others work.'
			},
			{
				zh: '榜单的“规则”页可以直接改：改动会带来什么（“3 个名次变化”）当场列出，存为本浏览器的草稿，满意后导出 JSON。',
				en: 'A board’s page of rules edits them in a form: the consequences (“3 places change”) are stated at once, it is kept as a draft of this browser and exported as JSON.'
			}
		]
	}
];

/** What surrounds a ranking once its rules are written. */
export const chapters: readonly Chapter[] = [
	{
		title: { zh: '封榜和揭榜', en: 'Freeze and reveal' },
		points: [
			{
				zh: '在规则里写 `freeze`：成绩文件按时间（`at`，带时区，表里要有时间列 `columns.at`），发布数据按发布（`release`）。命令行给出的是观众看到的榜；封榜以后到的成绩没有值、没有名次，写“封榜后的成绩，揭榜后显示”。封在另一个发布上的榜，命令行拒绝计算，不会漏出后来的数。',
				en: 'Declare `freeze` in the rules: by time for results files (`at` with its zone, and a column of times as `columns.at`), by `release` for releases. The command line gives what viewers see; what came later has neither value nor rank. A board frozen at another release is refused, so nothing later leaks.'
			},
			{
				zh: '封榜后改了分值、同分规则，公开榜仍用封榜时那一版规则（`freeze.version`）；找不到那一版会说明。',
				en: 'Points or tie-breaks changed after the freeze do not show: the public board keeps the version named by `freeze.version`, and says so where it is not at hand.'
			},
			{
				zh: '“揭榜”页（`/leaderboards/榜单/reveal`）准备典礼：标题、揭晓前几名、每个奖项怎样停顿、颁奖词和主持人备注、自动的间隔；自动保存，可导出 JSON 带到现场的电脑。先彩排，再“开始揭榜”。',
				en: 'The page Reveal (`/leaderboards/BOARD/reveal`) prepares the ceremony: title, how many places, how each tier halts, citations, notes for the presenter, pace. It is kept by itself and exported as JSON for the machine on stage. Rehearse first.'
			},
			{
				zh: '有封榜的，从公开的名次开始，每次揭晓最低一行的一项并重排；颁奖典礼从最后一名起逐行揭晓。按键和翻页笔：→ ↓ PageDown 空格 下一步，← ↑ PageUp 后退，A 自动，P 暂停，B 或 . 黑屏，F 全屏，Esc 离开（先询问）。',
				en: 'A frozen board begins with the public order and reveals the lowest row item by item, ranking anew; an award ceremony goes from the last place up. Keys and remotes: → ↓ Page Down or space steps, ← ↑ Page Up goes back, A runs by itself, P pauses, B or . blacks out, F is full screen, Esc leaves after asking.'
			},
			{
				zh: '主持人窗口在另一块屏幕上，看得到下一个是谁；开场后不用网络，拔掉网线也能进行到底。',
				en: 'The presenter’s window on another screen shows who is next; once begun it needs no network and goes on with the cable pulled.'
			}
		]
	},
	{
		title: { zh: '获奖名单和证书', en: 'Award lists and certificates' },
		points: [
			{
				zh: '“获奖名单”页（`/leaderboards/榜单/awards`）按奖项、按竞赛名次列出获奖者，存成 XLSX（名单和规则两张表）或按 A4 打印，也可以打印证书。并列待定的单独列出，不算获奖。',
				en: 'The page Award list (`/leaderboards/BOARD/awards`) has the winners by tier in competition order, as XLSX (list and rules) or printed on A4, and certificates. A tie that is open stands apart and has won nothing yet.'
			},
			{
				zh: '名单上有规则和指纹。报送未齐的写“暂定”；封榜的是公开名次，工作人员可以切换到含封榜后成绩的名单。个人姓名按规则的 `names`。',
				en: 'The list carries rules and fingerprint. While reports are missing it says provisional; of a frozen board it is the public order, and staff can switch. People’s names follow `names`.'
			}
		]
	},
	{
		title: { zh: '指纹', en: 'Fingerprint' },
		points: [
			{
				zh: '指纹由三样得出：发布的编号（成绩文件是它的 SHA-256）、规则的全部内容、条件（地区、时期等）。CSV 的每一行、JSON、打印件和榜单下方都有。',
				en: 'It is made from the id of the release (the SHA-256 of a results file), all of the rules, and the filters. Every line of the CSV, the JSON, prints and the foot of the board carry it.'
			},
			{
				zh: '核对一张打印的榜：用同样的文件和规则再算一次，指纹相同，名次必然相同；不同，就是数据、规则或条件变了。',
				en: 'To check a print, rank the same file by the same rules: with an equal fingerprint the ranks are equal; otherwise data, rules or filters have changed.'
			}
		]
	},
	{
		title: { zh: '同样的名次，两种算法', en: 'The same ranks, computed twice' },
		points: [
			{
				zh: '名次由一段 TypeScript 在浏览器和命令行里算；同样的规则也能写成一条带窗口函数的 SQL（`src/lib/leaderboard/rank-sql.ts`），测试里两种算法在两个引擎上逐行相同。真实竞赛的公布名次也在测试里重放（`tests/fixtures/contests`）。',
				en: 'Ranks are worked out in TypeScript, in the browser as on the command line; the same rules as one SQL statement with window functions (`src/lib/leaderboard/rank-sql.ts`) agree row by row on both engines in the tests. The published standings of a real contest are replayed there too (`tests/fixtures/contests`).'
			}
		]
	}
];
