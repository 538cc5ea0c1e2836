import type { TraceQuestion } from '#lib/state/tracing.svelte.ts';

/** A number within a sentence, as it is printed there, and how it came about. */
export interface SentenceFigure {
	readonly text: string;
	/** Asked when it is pressed. */
	readonly explain: () => TraceQuestion | null;
}

/** A stretch of a sentence; one that is a number with an explanation has its figure. */
export interface SentencePart {
	readonly text: string;
	readonly figure: SentenceFigure | null;
}

/* In a Chinese sentence a line may break after a mark, never within a figure and its unit. */
const phrase = /[^，。；：]*[，。；：]+|[^，。；：]+/g;

/** Whether a stretch is a number of its own, rather than some digits of a longer one. */
function stands(sentence: string, from: number, to: number): boolean {
	const [before, after] = [sentence[from - 1] ?? '', sentence.slice(to, to + 2)];
	/* A count without a unit is no part of a day or of a name: 3月, Q3. */
	if (/^[\d,]+$/.test(sentence.slice(from, to)))
		return /^[\s/，：（(]?$/.test(before) && /^([\s/，。；）);]|[,.](\D|$)|$)/.test(after);
	return (
		!/[\d.,+−]/.test(before) && !/^(\d|[.,]\d)/.test(after) && !(after.startsWith('%') && sentence[to - 1] !== '%')
	);
}

/**
 * A sentence in phrases, these in parts: each figure is found where it is printed first and no other figure was found. One
 * that is not printed is left out. A sentence without Chinese is one phrase.
 */
export function sentenceParts(sentence: string, figures: readonly SentenceFigure[]): SentencePart[][] {
	const places: { from: number; to: number; figure: SentenceFigure }[] = [];
	for (const figure of figures) {
		const { length } = figure.text;
		if (length === 0) continue;
		for (let from = sentence.indexOf(figure.text); from >= 0; from = sentence.indexOf(figure.text, from + 1)) {
			const to = from + length;
			if (!stands(sentence, from, to) || places.some((place) => from < place.to && to > place.from)) continue;
			places.push({ from, to, figure });
			break;
		}
	}
	places.sort((a, b) => a.from - b.from);
	const chinese = /\p{Script=Han}/u.test(sentence);
	const phrases = chinese ? [...sentence.matchAll(phrase)].map(({ 0: text, index }) => ({ text, index })) : [];
	return (chinese ? phrases : [{ text: sentence, index: 0 }]).map(({ text, index }) => {
		const end = index + text.length;
		const parts: SentencePart[] = [];
		let at = index;
		for (const { from, to, figure } of places) {
			if (from < index || to > end) continue;
			if (from > at) parts.push({ text: sentence.slice(at, from), figure: null });
			parts.push({ text: sentence.slice(from, to), figure });
			at = to;
		}
		if (at < end) parts.push({ text: sentence.slice(at, end), figure: null });
		return parts;
	});
}

/** A part as a line holds it together: a figure keeps the bracket before it and the mark after it. */
export interface HeldPart extends SentencePart {
	readonly before: string;
	readonly after: string;
}

/** Parts with the marks beside a figure moved to it: a line may break around a button, but never before a comma. */
export function heldParts(parts: readonly SentencePart[]): HeldPart[] {
	return parts.map((part, index) => {
		const [last, next] = [parts[index - 1], parts[index + 1]];
		const opening = (text: string) => /[（(“]$/.exec(text)?.[0] ?? '';
		const closing = (text: string) => /^[，。；：、）”,.;:)]+/.exec(text)?.[0] ?? '';
		if (part.figure)
			return {
				...part,
				before: last && !last.figure ? opening(last.text) : '',
				after: next && !next.figure ? closing(next.text) : ''
			};
		const from = last?.figure ? closing(part.text).length : 0;
		const to = part.text.length - (next?.figure ? opening(part.text).length : 0);
		return { ...part, text: part.text.slice(from, Math.max(from, to)), before: '', after: '' };
	});
}
