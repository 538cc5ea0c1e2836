/** Bytes of a file, both ends included. */
export interface ByteRange {
	readonly first: number;
	readonly last: number;
}

/**
 * What a Range header asks of a file of `size` bytes. Several ranges at once, other units and damaged headers are
 * answered with the whole file, as RFC 9110 allows; a range beyond the end is unsatisfiable.
 */
export function parseByteRange(header: string | null, size: number): ByteRange | 'whole' | 'unsatisfiable' {
	const match = /^bytes=\s*(\d*)-(\d*)\s*$/.exec(header ?? '');
	if (!match || (match[1] === '' && match[2] === '')) return 'whole';
	const [from, to] = [match[1] ?? '', match[2] ?? ''];
	if (from === '') {
		const length = Math.min(Number(to), size);
		return length === 0 ? 'unsatisfiable' : { first: size - length, last: size - 1 };
	}
	const first = Number(from);
	const last = to === '' ? size - 1 : Math.min(Number(to), size - 1);
	if (to !== '' && Number(to) < first) return 'whole';
	return first >= size ? 'unsatisfiable' : { first, last };
}
