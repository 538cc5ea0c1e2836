import { expect, test } from 'vitest';
import { unescaped } from '#lib/import/decode/xlsx/parts.ts';

test('escaped characters of a workbook are what they stand for, halves of characters are unreadable', () => {
	expect(unescaped('甲_x000D_乙')).toBe('甲\r乙');
	expect(unescaped('_xD83D__xDE00_')).toBe('😀');
	expect(unescaped('_xD800_ und _xDC00_')).toBe('\ufffd und \ufffd');
	expect(unescaped('_x12_')).toBe('_x12_');
});
