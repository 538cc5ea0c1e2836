import { nextOf, ownedBy, type RevealPlan } from '#lib/leaderboard/reveal.ts';

/**
 * The steps of a reveal that nobody conducts: after each, the keys of the rows that are out. A step is a row, or all rows
 * of equal rank; the first has none out but the rows without a rank, and those behind the last place that is revealed.
 */
export function revealSteps(plan: RevealPlan, places: number): ReadonlySet<string>[] {
	const { rows } = plan.final;
	const [out, log] = [new Set<string>(), [] as string[]];
	const steps: Set<string>[] = [];
	let last: number | null = null;
	for (let key = nextOf(plan, log, plan.final); key !== null; key = nextOf(plan, log, plan.final)) {
		const owner: string = key;
		const row = rows.find((one) => ownedBy(plan, one).includes(owner));
		// A team's members come out together: nothing shows before the last of them.
		const owned = row ? ownedBy(plan, row) : [key];
		log.push(...owned.flatMap((one) => (plan.hidden.get(one) ?? []).map(() => one)));
		if (!row) continue;
		const called = row.rank !== null && row.rank <= places;
		if (called && row.rank !== last) steps.push(new Set(out));
		out.add(row.entry.key);
		if (called) last = row.rank;
	}
	return [...steps, out];
}
