import type { MetricDeclaration } from '#lib/dimensions/profile.ts';
import type { IssuePlace } from '../issue-log.ts';
import { parseUnit, unitsAgree } from '../map/unit.ts';

/** The finding about a figure whose unit contradicts what the profile declares of its indicator. */
export type UnitFinding = Pick<IssuePlace, 'severity' | 'details'>;

/**
 * Holds units against the declarations of a profile: 人 where an indicator is declared in 元 is another figure under the
 * same name, and must not be added to it. Null where they agree, or where either says nothing.
 */
export function unitCheck(
	metrics: readonly MetricDeclaration[]
): (indicator: string, unit: string) => UnitFinding | null {
	const declared = new Map(metrics.map(({ indicator, unit }) => [indicator, { unit, parsed: parseUnit(unit) }]));
	return (indicator, text) => {
		const expected = declared.get(indicator);
		const unit = expected?.parsed && text !== '' ? parseUnit(text) : null;
		if (!expected?.parsed || !unit || unitsAgree(unit.family, expected.parsed.family)) return null;
		return {
			severity: 'E',
			details: {
				found: unit.base,
				expected_zh: `${expected.unit}（“${indicator}”在方案中声明的单位；该数未载入）`,
				expected_en: `${expected.unit} (the declared unit of “${indicator}”; the figure was not loaded)`
			}
		};
	};
}
