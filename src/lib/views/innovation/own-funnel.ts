import type { FunnelBar } from '#lib/charts/funnel.ts';
import { formatExact, formatShare } from '#lib/format/number.ts';
import { m } from '#lib/messages/generated/messages.js';
import type { Scope } from '../scope.ts';
import { withUnit } from '../words.ts';
import { steps } from './measured.ts';
import { funnelValue, hundreds, type MemberFunnel } from './member-funnels.ts';

/** What the picture of the place's own funnel shows. */
export interface OwnFunnel {
	readonly row: MemberFunnel;
	/** One a step, with the rate from the step before. */
	readonly bars: readonly FunnelBar[];
	readonly title: string;
	/** What does not follow from step to step, each once. */
	readonly remarks: readonly string[];
}

/** The picture of one funnel. */
export function ownFunnel(row: MemberFunnel, { language }: Scope): OwnFunnel {
	const rateWords = [null, m.innovation_rate_adoption, m.innovation_rate_implementation];
	const bars = row.steps.flatMap((step, index): FunnelBar[] => {
		const indicator = steps[index];
		if (!indicator) return [];
		const rate = step.ofPrevious === null ? null : (rateWords[index]?.({ rate: formatShare(step.ofPrevious) }) ?? null);
		return [
			{
				key: step.id,
				name: indicator.short[language],
				value: step.value,
				label: step.value === null ? '' : withUnit(step.value, indicator, language),
				rate,
				provisional: step.provisional ?? false,
				notes: [formatExact(step.value), ...(step.remark ? [step.remark[language]] : [])]
			}
		];
	});
	const [adopted, through] = [funnelValue(row, 'adoption'), funnelValue(row, 'through')];
	const [adoptedText = '', implementedText = ''] = hundreds([adopted, through]);
	return {
		row,
		bars,
		title:
			adopted === null || through === null
				? m.innovation_funnel_partial()
				: m.innovation_funnel_title({ adopted: adoptedText, implemented: implementedText }),
		remarks: [...new Set(row.steps.flatMap(({ remark }) => (remark ? [remark[language]] : [])))]
	};
}
