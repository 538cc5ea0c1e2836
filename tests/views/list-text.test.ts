import { expect, test } from 'vitest';
import { listText } from '#lib/views/list-text.ts';

test('names that hold the usual mark are parted by a stronger one', () => {
	expect(listText(['采矿业', '制造业'])).toBe('采矿业、制造业');
	expect(listText(['采矿业', '农、林、牧、渔业', '制造业'])).toBe('采矿业；农、林、牧、渔业；制造业');
});
