import { factsOf } from './facts.ts';
import { barPictures, figureLines } from './pictures.ts';
import type { Answers, Asked } from './queries.ts';
import { briefingOf } from './sentences.ts';

/** Everything that a briefing shows, from its answers alone. `known` is whether there is anything to tell. */
export function briefingDrawn(answers: Asked & Answers) {
	const facts = factsOf(answers);
	const known =
		facts !== null &&
		[facts.lead, ...facts.main, ...facts.parts].some((one) => ('value' in one ? one : one.now)?.value != null);
	return {
		known,
		parts: facts && known ? briefingOf(facts) : [],
		lines: facts ? figureLines(facts) : [],
		pictures: facts ? barPictures(facts) : []
	};
}
