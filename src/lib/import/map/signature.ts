import { isRemarkColumn } from '../receipt/remark-column.ts';
import { headerText } from './header-text.ts';

/**
 * A stable text for a header: the same for files of one origin, whatever the width of letters, blanks, brackets or
 * notes of units in it. What a person decided about one file can be remembered under it and offered for the next.
 */
export function headerSignature(headers: readonly string[], groups: readonly string[] = []): string {
	const keys = headers.map((printed, column) => {
		const group = headerText(groups[column] ?? '').key;
		// Added when the file was sent back: it is the same file.
		if (isRemarkColumn(printed)) return '';
		const { key, unit } = headerText(printed);
		// Another unit is another meaning: figures in 万元 must not be read by what was decided about 元.
		return `${group === '' ? '' : `${group}>`}${key}${unit ? `(${unit.text})` : ''}`;
	});
	while (keys.at(-1) === '') keys.pop();
	return keys.join('|');
}
