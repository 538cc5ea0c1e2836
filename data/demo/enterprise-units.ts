import { readFileSync } from 'node:fs';
import { readCsv } from '#lib/dimensions/csv.ts';
import type { Place } from './places.ts';
import { createRandom } from './random.ts';
import type { Site } from './register-context.ts';

/** A unit of the group as `data/profiles/enterprise/regions.csv` has it; size in workers, that of its parts added up. */
export interface EnterpriseUnit extends Place {
	readonly short: string;
	/** 0 the group, 1 its companies, 2 workshops, 3 teams. */
	readonly depth: number;
	readonly children: readonly EnterpriseUnit[];
	/** Of manufacturing, the division of its company. */
	readonly division: string | null;
}

/** What the companies work in: sections by weight, a division of manufacturing, workers in a team. */
const companies: Readonly<Record<string, { trades: Record<string, number>; division: string | null; team: number }>> = {
	JT01: { trades: { C: 9, M: 1 }, division: 'C35', team: 46 },
	JT02: { trades: { C: 9, M: 1 }, division: 'C37', team: 52 },
	JT03: { trades: { C: 1 }, division: 'C38', team: 44 },
	JT04: { trades: { C: 1 }, division: 'C36', team: 58 },
	JT05: { trades: { C: 1 }, division: 'C31', team: 62 },
	JT06: { trades: { D: 1 }, division: null, team: 36 },
	JT07: { trades: { B: 1 }, division: null, team: 54 },
	JT08: { trades: { E: 1 }, division: null, team: 48 },
	JT09: { trades: { G: 1 }, division: null, team: 40 },
	JT10: { trades: { I: 4, M: 1 }, division: null, team: 28 }
};

/** The group with everything below it. */
export function enterpriseGroup(seed: string): EnterpriseUnit {
	const file = new URL('../profiles/enterprise/regions.csv', import.meta.url);
	const rows = readCsv('regions.csv', readFileSync(file, 'utf8')).map(({ cells }) => cells);
	const random = createRandom(`${seed}/enterprise/sizes`);
	const unit = (cells: Readonly<Record<string, string>>, depth: number): EnterpriseUnit => {
		const { code = '', name = '', short = '' } = cells;
		const company = companies[code.slice(0, 4)];
		const children = rows.filter(({ parent }) => parent === code).map((row) => unit(row, depth + 1));
		const own = children.length > 0 ? 0 : Math.round((company?.team ?? 40) * random.around(0.25));
		return {
			...{ code, name, short, depth, children, leaning: {} },
			size: children.reduce((sum, { size }) => sum + size, own),
			division: company?.division ?? null,
			...(company && { trades: company.trades }),
			ownership: '国有企业'
		};
	};
	const root = rows.find(({ parent }) => parent === 'none');
	if (!root) throw new RangeError('The enterprise profile has no unit without a parent');
	return unit(root, 0);
}

/** A unit and everything below it, from the top down. */
export function unitsOf(unit: EnterpriseUnit): EnterpriseUnit[] {
	return [unit, ...unit.children.flatMap(unitsOf)];
}

/** Where things are registered: most in workshops, some in companies and teams. The group itself works in nothing. */
export function enterpriseSites(group: EnterpriseUnit): { sites: Site[]; siteWeights: number[] } {
	const share = [0, 0.25, 0.55, 0.2];
	const units = unitsOf(group).filter(({ depth }) => depth > 0);
	return {
		sites: units.map((unit) => ({ unit, name: unit.name, code: unit.code, organisation: unit.name })),
		siteWeights: units.map(({ size, depth }) => size * share[depth]!)
	};
}
