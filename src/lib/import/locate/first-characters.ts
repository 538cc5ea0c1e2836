const table = new Uint8Array(0x10000);
for (const character of '注备说附资数来填制审负单报打导联第①②③④⑤*＊(（123456789NnSs')
	table[character.charCodeAt(0)] = 1;
for (const character of '合总小共全本所汇tTsSgG \u3000')
	table[character.charCodeAt(0)] = (table[character.charCodeAt(0)] as number) | 2;

/** Whether a row whose first cell begins so may be a note. A cheap first look, for every row of a file. */
export function mayBeNote(cell: string): boolean {
	return cell !== '' && ((table[cell.charCodeAt(0)] as number) & 1) !== 0;
}

const closing = '计'.charCodeAt(0);

/** Whether a label that begins or ends so may name a sum, such as 合计, 全省 or 江苏省合计. */
export function mayBeTotal(cell: string): boolean {
	if (cell === '') return false;
	return ((table[cell.charCodeAt(0)] as number) & 2) !== 0 || cell.charCodeAt(cell.length - 1) === closing;
}
