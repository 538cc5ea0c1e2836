import { whereOf } from '../../lead.ts';
import { shownPeriod } from '../../panel-facts.ts';
import type { Scope } from '../../scope.ts';
import { titleWithUnit } from '../../words.ts';

/** What a scene of one indicator is about: 全国 · 2026年三季度 · 建议实施（件）. */
export function aboutScene(scope: Scope, period: string = shownPeriod(scope)): string {
	return [whereOf(scope), period, titleWithUnit(scope.indicator, scope.language)].join(' · ');
}
