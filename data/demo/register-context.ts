import type { Random } from './random.ts';
import type { Place } from './places.ts';
import { ownershipShares, sections, type Section } from './sections.ts';
import type { ThemeRule } from './themes.ts';

/** A place where registered things happen: a reporting unit or, below it, a prefecture. */
export interface Site {
	/** The reporting unit that the site belongs to. */
	readonly unit: Place;
	/** Written in the file: a name, or a code where the file has codes. */
	readonly name: string;
	readonly code: string;
	/** What is registered as the organisation here, where the site is one itself. */
	readonly organisation?: string;
}

/** What the registers of one profile are made from. */
export interface RegisterContext {
	readonly profile: string;
	/** Prefix of the numbers that registers give. */
	readonly prefix: string;
	readonly sites: readonly Site[];
	readonly siteWeights: readonly number[];
	/** What the column of places is called where it is not 地区. */
	readonly regionHeader?: string;
	/** Themes under which things are done. */
	readonly campaigns: readonly string[];
	/** Which theme takes what; without these any theme takes competitions and training, and other registers name none. */
	readonly themes?: readonly ThemeRule[];
	/** Files into which the register of studios is cut. */
	readonly studioFiles: number;
	/** Whether entrants of all competitions come from everywhere, not only those of national ones. */
	readonly entrantsFromAll: boolean;
	/** Whether lists of results are kept of competitions of all years alike, not of the highest ones first. */
	readonly resultsOfAllYears?: boolean;
	/** People in a competition or training, compared with those of a federation. */
	readonly crowd?: number;
	/** Kinds of training by weight, in the order of the register's kinds. */
	readonly trainingWeights: readonly number[];
	/** Levels of competitions, honours and studios by weight, where they are not those of a federation. */
	readonly levelWeights?: {
		readonly competitions: readonly number[];
		readonly honours: Readonly<Record<string, number>>;
		readonly studios: readonly number[];
	};
	/** How many rows the registers have. */
	readonly sizes: {
		readonly competitions: number;
		readonly results: number;
		readonly studios: readonly [year: number, founded: number][];
		readonly academies: readonly [year: number, founded: number][];
		readonly innovations: number;
		readonly trainings: number;
		readonly honours: number;
	};
}

/** Half of what a unit with prefectures registers is registered by these. */
export function sitesOf(units: readonly Place[]): { sites: Site[]; siteWeights: number[] } {
	const sites: Site[] = [];
	const siteWeights: number[] = [];
	for (const unit of units) {
		sites.push({ unit, name: unit.name, code: unit.code });
		siteWeights.push(unit.children.length > 0 ? unit.size / 2 : unit.size);
		for (const child of unit.children) {
			sites.push({ unit, name: child.name, code: child.code });
			siteWeights.push(child.size / 2);
		}
	}
	return { sites, siteWeights };
}

/** Where a section’s unions belong; most report through their region alone. */
const systems: Record<string, readonly string[]> = {
	A: ['农林水利气象'],
	B: ['能源化学地质'],
	C: ['机械冶金建材', '财贸轻纺烟草', '国防邮电'],
	D: ['能源化学地质'],
	E: ['海员建设'],
	F: ['财贸轻纺烟草'],
	G: ['海员建设', '铁路', '民航', '国防邮电'],
	I: ['国防邮电'],
	J: ['金融'],
	N: ['农林水利气象'],
	P: ['教科文卫体'],
	Q: ['教科文卫体'],
	R: ['教科文卫体']
};

const sectionWeights = sections.map((section) => section.share * section.zeal);

const ownershipWeights = ownershipShares.map(({ workers, zeal }) => workers * zeal);

/** An invented organisation that something is registered by. */
export interface Organisation {
	readonly section: Section;
	readonly system: string | null;
	readonly ownership: string;
	readonly unit: string;
}

/** An organisation at a site. */
export function organisation(random: Random, site: Site): Organisation {
	const section = sectionAt(random, site);
	const all = systems[section.code];
	const system = all && random.chance(0.55) ? random.pick(all) : null;
	const ownership =
		section.code === 'S'
			? '机关'
			: 'PQR'.includes(section.code)
				? '事业单位'
				: random.pick(ownershipShares, ownershipWeights).name;
	const unit = site.organisation ?? `示例单位${String(random.integer(1, 9999)).padStart(4, '0')}`;
	return { section, system, ownership: site.unit.ownership ?? ownership, unit };
}

function sectionAt(random: Random, site: Site): Section {
	const { trades, leaning } = site.unit;
	if (trades) {
		const codes = Object.keys(trades);
		const code = random.pick(
			codes,
			codes.map((one) => trades[one]!)
		);
		return sections.find((section) => section.code === code)!;
	}
	const section = random.pick(sections, sectionWeights);
	// A place takes what it leans to: another try where the section is rare here.
	return random.next() > (leaning[section.code] ?? 1) ? random.pick(sections, sectionWeights) : section;
}
