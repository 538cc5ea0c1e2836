import { indicatorById } from '#lib/indicators/index.ts';
import type { Indicator } from '#lib/indicators/indicator.ts';
import { narrowed } from '#lib/indicators/measures.ts';
import { kindName } from '../kind-names.ts';

function declared(id: string): Indicator {
	const indicator = indicatorById(id);
	if (!indicator) throw new Error(`No indicator “${id}” is declared.`);
	return indicator;
}

/** 培训人次 as the returns state it, and as the register of trainings adds up. */
export const [trainees, attendances] = [declared('trainees'), declared('training_attendances')];

/** 取证人数, 取证率, 高级工及以上取证占比. */
export const certified = declared('certified');
export const certificationRate = declared('certification_rate');
export const highCertifiedShare = declared('high_certified_share');

/** 高技能人才占比. */
export const highSkilled = declared('high_skilled_share');

/** 每证成本. */
export const certificateCost = declared('cost_per_certificate');

/** 求学圆梦: people, subsidy per head, degrees. */
export const degreeStudies: readonly Indicator[] = [
	declared('degree_students'),
	declared('subsidy_per_degree_student'),
	declared('degrees')
];

/** The kind of trainings that 师带徒 is, in the register's own code. */
const mentoringKind = 'mentoring';

/** 参训人数 under the name of 师带徒: of this kind of trainings alone. */
export const mentoring: Indicator = {
	...declared('enrolled'),
	numerator: narrowed('trainings.enrolled', { kind: [mentoringKind] }),
	short: { zh: kindName(mentoringKind, 'zh'), en: kindName(mentoringKind, 'en') },
	title: { zh: kindName(mentoringKind, 'zh'), en: kindName(mentoringKind, 'en') }
};

/** What tells trainings apart: people, attendances, certificates, their rate, subsidy and cost, in this order. */
export const splitMeasures: readonly Indicator[] = [
	declared('enrolled'),
	attendances,
	certified,
	certificationRate,
	declared('training_subsidy'),
	certificateCost
];

/** 竞赛晋级: as the competition register states it, its rate, and one by one in the result register. */
export const promoted = declared('promoted');
export const promotionRate = declared('promotion_rate');
export const promotedEntrants = declared('promoted_entrants');
