import { periodTitle } from '#lib/dimensions/period-title.ts';
import type { Language } from '#lib/format/language.ts';
import type { Board } from '#lib/leaderboard/board.ts';
import type { BoardRules, MovementRule } from '#lib/leaderboard/rules.ts';
import { m } from '#lib/messages/generated/messages.js';
import type { FieldUnits } from './board-figures.ts';
import { freezeText } from './freeze-time.ts';
import { cutTitle, entityTitle, fieldTitle, kindTitle, marginText, quotaText, stepText } from './board-words.ts';

/** A rule in words: what it is about, and what it says. */
export interface RuleLine {
	readonly title: string;
	readonly text: string;
}

/** The rules of a board in words, for the foot of a list and the second sheet of a workbook. */
export function ruleLines(rules: BoardRules, units: FieldUnits, language: Language): RuleLine[] {
	const { kind, entity, chain, minimumDenominator, points, team, combined, progress, tiers, freeze, movement } = rules;
	const named = (field: string) => fieldTitle(rules, units, field, language);
	const join = language === 'zh' ? '；' : '; ';
	const lines: (RuleLine | null | false | undefined)[] = [
		{ title: m.rules_title(), text: rules.title[language] },
		{ title: m.rules_version(), text: m.rules_version_of({ id: rules.id, version: rules.version }) },
		{ title: m.rules_kind(), text: `${kindTitle(kind)} · ${entityTitle(entity)}` },
		{ title: m.rules_chain(), text: chain.map((step) => stepText(rules, units, step, language)).join(' → ') },
		{ title: m.rules_ties(), text: m.rules_ties_text() },
		minimumDenominator !== undefined && { title: m.rules_minimum(), text: minimumDenominator },
		points && {
			title: m.rules_points(),
			text: Object.entries(points)
				.map(([award, weight]) => `${named(award)} ${weight}`)
				.join(join)
		},
		team && {
			title: m.rules_team(),
			text: m.rules_team_text({
				best: team.best,
				field: named(team.field),
				short: team.short === 'counted' ? m.rules_team_counted() : m.rules_team_unranked()
			})
		},
		combined && {
			title: m.rules_combined(),
			text: combined.parts
				.map(({ field, weight, label, standardise }) =>
					m.rules_combined_part({
						part: label?.[language] ?? named(field),
						weight,
						how: standardiseTitle(standardise)
					})
				)
				.join(join)
		},
		progress && { title: m.rules_progress(), text: m.rules_progress_text({ minimum: progress.minimumBase }) },
		...tiers.map((tier) => ({
			title: tier.label[language],
			text: [
				quotaText(tier),
				...(tier.margin === undefined ? [] : [marginText(rules, units, tier.margin, language)]),
				m.rules_cut_text({ cut: cutTitle(tier.cut) })
			].join(join)
		})),
		...tiers.flatMap(({ label, decided }) =>
			(decided ?? []).map(({ group, keys, by, at, note }) => ({
				title: m.rules_decision_of({ tier: label[language] }),
				text: [group, keys.join(', '), by, at, note].filter((part) => part).join(join)
			}))
		),
		entity === 'person' && {
			title: m.rules_names(),
			text: { shown: m.rules_names_shown, masked: m.rules_names_masked, code: m.rules_names_code }[rules.names]()
		},
		movement && { title: m.rules_movement(), text: movementText(movement, language) },
		freeze && { title: m.rules_freeze(), text: freezeText(freeze) }
	];
	return lines.filter((line) => !!line);
}

function movementText({ against, which }: MovementRule, language: Language): string {
	return against === 'period'
		? m.rules_movement_to_period({ period: periodTitle(which, language) })
		: m.rules_movement_to_release({ release: which });
}

/** How a part of an index is made comparable. */
export function standardiseTitle(way: 'share-of-best' | 'min-max' | 'z'): string {
	return { 'share-of-best': m.rules_standard_best, 'min-max': m.rules_standard_range, z: m.rules_standard_z }[way]();
}

/** Where a board comes from: the release, the period, the filters in words, the fingerprint. */
export function originLines({ context, fingerprint }: Board, period: string, filters: string): RuleLine[] {
	return [
		{ title: m.rules_release(), text: context.release ?? '—' },
		...(period === '' ? [] : [{ title: m.rules_period(), text: period }]),
		{ title: m.rules_filters(), text: filters || m.rules_filters_none() },
		{ title: m.rules_fingerprint(), text: fingerprint }
	];
}
