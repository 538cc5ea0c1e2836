import { periodTitle } from '#lib/dimensions/period.ts';
import type { TargetLight } from '#lib/indicators/target.ts';
import { m } from '#lib/messages/generated/messages.js';
import type { Scope } from '../scope.ts';
import type { SentenceFigure } from '#lib/components/sentence-figures.ts';
import type { YearStart } from '#lib/dimensions/period.ts';
import { countQuestion } from '../derived-question.ts';
import { sentence } from '../words.ts';
import { targetFigure } from '../target-questions.ts';
import type { TargetRow } from '../target-rows.ts';

/** Those with a figure whose pace is not rated, and those without one: the page lists the latter apart. */
const unratedOf = (rows: readonly TargetRow[]) => rows.filter(({ light, pace }) => light === 'none' && pace !== null);
const untoldOf = (rows: readonly TargetRow[]) => rows.filter(({ pace }) => pace === null);

/** The sentence that opens the page: 截至2026年三季度，上海市 7 项目标中 4 项正常，2 项偏慢，1 项滞后。 */
export function targetsSentence(rows: readonly TargetRow[], scope: Scope): string {
	const period = periodTitle(scope.filters.period, scope.language);
	const place = scope.place.name;
	if (rows.length === 0) return sentence(m.targets_lead_none({ place }));
	const count = (light: TargetLight) => rows.filter((row) => row.light === light).length;
	const [green, yellow, red] = [count('green'), count('yellow'), count('red')];
	const [unrated, untold] = [unratedOf(rows).length, untoldOf(rows).length];
	return sentence(
		m.targets_lead_until({ period }),
		m.targets_lead({ place, count: rows.length }),
		green > 0 && m.targets_lead_green({ count: green }),
		yellow > 0 && m.targets_lead_yellow({ count: yellow }),
		red > 0 && m.targets_lead_red({ count: red }),
		unrated > 0 && m.targets_lead_unrated({ count: unrated }),
		untold > 0 && m.targets_lead_untold({ count: untold })
	);
}

/** The numbers of that sentence, in its order: how many targets are in each light. */
export function targetsFigures(rows: readonly TargetRow[], scope: Scope, yearStart: YearStart): SentenceFigure[] {
	const lights = ['green', 'yellow', 'red'] as const;
	const counts = [
		rows,
		...lights.map((light) => rows.filter((row) => row.light === light)),
		unratedOf(rows),
		untoldOf(rows)
	];
	return counts
		.filter((some) => some.length > 0)
		.map((some) => ({
			text: String(some.length),
			explain: () =>
				countQuestion(
					[scope.place.name, m.targets_nav(), periodTitle(scope.filters.period, scope.language)].join(' · '),
					some.map((row) => ({
						label: [row.place, row.title].join(' · '),
						value: row.lightTitle,
						question: targetFigure(row, yearStart)
					}))
				)
		}));
}
