import type { Competition } from './competitions.ts';
import { createRandom, type Random } from './random.ts';
import type { RegisterContext, Site } from './register-context.ts';
import type { Cell } from './table-files.ts';

/** Headers of the lists of results. */
export const resultHeaders = [
	'竞赛编号',
	'赛项',
	'选手编号',
	'选手',
	'代表队',
	'地区',
	'所属行业',
	'理论成绩',
	'实操成绩',
	'总成绩',
	'用时（秒）',
	'名次',
	'奖项',
	'晋升等级',
	'状态'
] as const;

/** The list of results of one competition. */
export interface ResultList {
	readonly competition: Competition;
	readonly rows: readonly (readonly Cell[])[];
}

interface Entry {
	readonly site: Site;
	readonly theory: number | null;
	readonly practical: number | null;
	readonly total: number | null;
	readonly time: number | null;
	readonly status: '正式' | '打星' | '缺考' | '取消';
}

const inHundredths = (score: number): number => Math.round(Math.max(18, Math.min(99.5, score)) * 100) / 100;

function makeEntry(random: Random, site: Site, difficulty: number, home: number): Entry {
	const status = random.pick(['正式', '打星', '缺考', '取消'] as const, [95.2, 1.6, 2.8, 0.4]);
	if (status === '缺考') return { site, theory: null, practical: null, total: null, time: null, status };
	const talent = random.normal() * 8 + home;
	const theory = Math.round(Math.max(20, Math.min(100, difficulty + 4 + talent * 0.6 + random.normal() * 5)) * 2) / 2;
	const practical = inHundredths(difficulty + talent + random.normal() * 6);
	const total = status === '取消' ? null : Math.round(theory * 30 + practical * 70) / 100;
	return { site, theory, practical, total, time: Math.round(5400 - talent * 60 + random.normal() * 420), status };
}

/** Published ranks follow the total, then the time; one list in forty has two neighbours swapped by hand. */
function publishedRanks(random: Random, entries: readonly Entry[]): Map<Entry, number> {
	const formal = entries.filter((entry) => entry.status === '正式');
	const order = formal.toSorted((a, b) => b.total! - a.total! || a.time! - b.time!);
	if (order.length > 12 && random.chance(0.025)) {
		const at = random.integer(6, order.length - 2);
		[order[at], order[at + 1]] = [order[at + 1]!, order[at]!];
	}
	return new Map(order.map((entry, index) => [entry, index + 1]));
}

function awardOf(rank: number | undefined, entrants: number, kind: string): string | null {
	if (rank === undefined) return null;
	const names = kind === '技能竞赛' ? ['金', '银', '铜', '优胜'] : ['一等奖', '二等奖', '三等奖', '优胜'];
	const ends = [0.05, 0.14, 0.28, 0.42].map((share) => Math.max(1, Math.round(entrants * share)));
	const place = ends.findIndex((end) => rank <= end);
	return place < 0 ? null : names[place]!;
}

/** Lists of results for the higher competitions first, until the profile has as many rows as it should. */
export function makeResults(
	seed: string,
	context: RegisterContext,
	competitions: readonly Competition[]
): ResultList[] {
	const random = createRandom(`${seed}/${context.profile}/results`);
	const strength = new Map(context.sites.map((site) => [site, random.normal() * 1.8]));
	/** Numbers run on through the years. */
	const numberOf = (id: string) => Number(id.split('-')[1]);
	const rankOf = (level: string) =>
		['国家一类', '国家二类', '省一类', '省二类', '市级', '县区级', '企业级'].indexOf(level);
	const chosen = competitions
		.filter((one) => one.kind !== '安康杯')
		.toSorted(
			(a, b) =>
				(context.resultsOfAllYears ? numberOf(a.id) - numberOf(b.id) : rankOf(a.level) - rankOf(b.level)) ||
				(a.id < b.id ? -1 : 1)
		);
	const lists: ResultList[] = [];
	let entrant = 0;
	let made = 0;
	for (const competition of chosen) {
		if (made >= context.sizes.results) break;
		const national = competition.level.startsWith('国家');
		const events = random.chance(0.25)
			? [`${competition.occupation}（职工组）`, `${competition.occupation}（青年组）`]
			: [competition.occupation];
		const rows: Cell[][] = [];
		for (const event of events) {
			const count = random.integer(28, national ? 160 : 70);
			const difficulty = 66 + 12 * random.next();
			const entries = Array.from({ length: count }, () => {
				const site =
					national || context.entrantsFromAll ? random.pick(context.sites, context.siteWeights) : competition.site;
				return makeEntry(random, site, difficulty, strength.get(site) ?? 0);
			});
			const ranks = publishedRanks(random, entries);
			entries.forEach((entry, index) => {
				entrant++;
				const rank = ranks.get(entry);
				rows.push([
					competition.id,
					event,
					`${String(index + 1).padStart(3, '0')}`,
					`示例选手${String(entrant).padStart(6, '0')}`,
					`${entry.site.name}代表队`,
					entry.site.name,
					competition.section,
					entry.theory,
					entry.practical,
					entry.total,
					entry.time,
					rank ?? null,
					awardOf(rank, ranks.size, competition.kind),
					rank !== undefined && rank <= Math.max(1, ranks.size * 0.1) && competition.kind === '技能竞赛'
						? rank <= 2
							? '技师'
							: '高级工'
						: null,
					entry.status
				]);
			});
		}
		made += rows.length;
		lists.push({ competition, rows });
	}
	return lists.toSorted((a, b) => (a.competition.id < b.competition.id ? -1 : 1));
}
