import { usualChain, usualMedals } from './chain.ts';
import { isObject, JsonReader, type RuleProblem } from './json-reader.ts';
import { readColumns, readEligibility } from './read-columns.ts';
import { readTiers } from './read-tiers.ts';
import { readTitle } from './read-title.ts';
import {
	boardEntities,
	boardKinds,
	type BoardRules,
	type ChainStep,
	type CombinedRule,
	type Direction,
	type ProgressRule,
	type TeamRule
} from './rules.ts';

const directions = ['descending', 'ascending'] as const;

/** The rules of a board from JSON, with every problem; `rules` is null where a problem leaves no board to be made. */
export function readRules(json: unknown): { rules: BoardRules | null; problems: readonly RuleProblem[] } {
	const problems: RuleProblem[] = [];
	if (!isObject(json)) return { rules: null, problems: [{ code: 'RULE_NOT_OBJECT', details: { path: '' } }] };
	const file = new JsonReader(json, '', problems);
	const rules = boardOf(file);
	file.close();
	return { rules: problems.length === 0 ? rules : null, problems };
}

function boardOf(file: JsonReader): BoardRules {
	const kind = file.choice('kind', boardKinds, true) ?? 'measure';
	const direction: Direction = file.choice('direction', directions) ?? 'descending';
	const medals = readMedals(file) ?? usualMedals(kind);
	const points = readPoints(file, kind === 'points');
	const team = readTeam(file, direction);
	const combined = kind === 'combined' ? readCombined(file) : refused(file, 'combined', kind);
	const progress = kind === 'progress' ? readProgress(file, direction) : refused(file, 'progress', kind);
	const chain = readChain(file, 'chain') ?? usualChain({ kind, medals, points, team, direction });
	const minimumDenominator = file.decimal('minimumDenominator', { least: '0', required: kind === 'rate' });
	const freeze = readFreeze(file);
	return defined({
		id: file.text('id', true) ?? '',
		version: file.whole('version', 1) ?? 1,
		title: readTitle(file, 'title') ?? { zh: '', en: '' },
		kind,
		entity: file.choice('entity', boardEntities, true) ?? 'person',
		measure: file.text('measure'),
		groupBy: file.text('groupBy'),
		chain,
		minimumDenominator,
		points,
		medals,
		awards: readAwards(file),
		team,
		combined,
		progress,
		eligibility: readEligibility(file),
		tiers: readTiers(file),
		movement: readMovement(file),
		freeze,
		names: file.choice('names', ['shown', 'masked', 'code']) ?? 'shown',
		columns: readColumns(file)
	}) as BoardRules;
}

/** An object without the members that nothing was said for. */
function defined<T extends object>(value: T): Partial<T> {
	return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as Partial<T>;
}

function refused(file: JsonReader, name: string, kind: string): undefined {
	file.refuse(name, `kind: ${kind}`);
}

function readChain(file: JsonReader, name: string): ChainStep[] | undefined {
	const steps = file.objects(name)?.map((step) => {
		const label = readTitle(step, 'label', false);
		const read: ChainStep = {
			field: step.text('field', true) ?? '',
			direction: step.choice('direction', directions) ?? 'descending',
			...(label ? { label } : {})
		};
		step.close();
		return read;
	});
	if (steps?.length === 0) file.note('RULE_EMPTY', name);
	const repeated = steps?.find(({ field }, index) => steps.findIndex((other) => other.field === field) < index);
	if (repeated) file.note('RULE_REPEATED', name, { name: repeated.field });
	return steps;
}

function readMedals(file: JsonReader): readonly string[] | undefined {
	const medals = file.texts('medals');
	if (medals?.length === 0) file.note('RULE_EMPTY', 'medals');
	if (medals && new Set(medals).size < medals.length) file.note('RULE_REPEATED', 'medals', { name: medals.join(', ') });
	return medals;
}

function readPoints(file: JsonReader, required: boolean): Readonly<Record<string, string>> | undefined {
	const weights = file.object('points', required);
	if (!weights) return undefined;
	if (weights.names().length === 0) file.note('RULE_EMPTY', 'points');
	return Object.fromEntries(weights.names().flatMap((award) => [[award, weights.decimal(award) ?? '0']]));
}

function readAwards(file: JsonReader): Readonly<Record<string, string>> | undefined {
	const awards = file.object('awards');
	return awards && Object.fromEntries(awards.names().map((word) => [word, awards.text(word, true) ?? '']));
}

function readTeam(file: JsonReader, direction: Direction): TeamRule | undefined {
	const team = file.object('team');
	if (!team) return undefined;
	const field = team.text('field', true) ?? '';
	const way = team.choice('direction', directions) ?? direction;
	const rule: TeamRule = {
		best: team.whole('best', 1, true) ?? 1,
		field,
		direction: way,
		with: team.choice('with', ['sum', 'average']) ?? 'sum',
		short: team.choice('short', ['unranked', 'counted']) ?? 'unranked',
		places: team.whole('places', 0) ?? 0,
		memberChain: readChain(team, 'memberChain') ?? [{ field, direction: way }]
	};
	team.close();
	return rule;
}

function readCombined(file: JsonReader): CombinedRule | undefined {
	const combined = file.object('combined', true);
	if (!combined) return undefined;
	const parts = (combined.objects('parts', true) ?? []).map((part) => {
		const label = readTitle(part, 'label', false);
		const read = {
			field: part.text('field', true) ?? '',
			weight: part.decimal('weight', { required: true, above: '0' }) ?? '1',
			standardise: part.choice('standardise', ['share-of-best', 'min-max', 'z'], true) ?? 'min-max',
			direction: part.choice('direction', directions) ?? 'descending',
			...(label ? { label } : {})
		} as const;
		part.close();
		return read;
	});
	const digits = combined.whole('digits', 0);
	combined.close();
	return { parts, digits: digits ?? (parts.some(({ standardise }) => standardise === 'z') ? 6 : null) };
}

function readProgress(file: JsonReader, direction: Direction): ProgressRule | undefined {
	const progress = file.object('progress', true);
	if (!progress) return undefined;
	const guard = progress.text('guard');
	const rule: ProgressRule = {
		field: progress.text('field') ?? 'value',
		base: progress.text('base') ?? 'base',
		as: progress.choice('as', ['relative', 'difference']) ?? 'relative',
		direction: progress.choice('direction', directions) ?? direction,
		minimumBase: progress.decimal('minimumBase', { required: true }) ?? '0',
		...(guard === undefined ? {} : { guard })
	};
	progress.close();
	return rule;
}

function readMovement(file: JsonReader): BoardRules['movement'] {
	const movement = file.object('movement');
	if (!movement) return undefined;
	const against = movement.choice('against', ['release', 'period'], true) ?? 'period';
	const which = movement.text('which', true) ?? '';
	movement.close();
	return { against, which };
}

function readFreeze(file: JsonReader): BoardRules['freeze'] {
	const freeze = file.object('freeze');
	if (!freeze) return undefined;
	const [at, release] = [freeze.text('at'), freeze.text('release')];
	if (at !== undefined && release !== undefined) freeze.note('RULE_CONFLICT', 'at', { other: 'release' });
	if (at === undefined && release === undefined) freeze.note('RULE_MISSING', 'at');
	// Without a zone the same text is another time on another machine.
	if (at !== undefined && !(/(?:Z|[+-]\d\d:?\d\d)$/.test(at) && Number.isFinite(Date.parse(at))))
		freeze.note('RULE_TYPE', 'at', { needed: 'time' });
	const version = freeze.whole('version', 1) ?? file.whole('version', 1) ?? 1;
	freeze.close();
	return { ...(at === undefined ? {} : { at }), ...(release === undefined ? {} : { release }), version };
}
