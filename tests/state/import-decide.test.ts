import { expect, test } from 'vitest';
import {
	countDecisions,
	decide,
	decideAccepted,
	decideCell,
	decideCode,
	decideColumn,
	decideSkip,
	decideTotals,
	decideUnit
} from '#lib/state/import-decide.ts';
import { record, redo, startHistory, undo } from '#lib/state/import-history.ts';

test('each decision stands beside the others and can be taken back until nothing is left', () => {
	let decisions = decide({ encoding: 'gb18030', mode: 'replace' })({});
	decisions = decideColumn('数', 'participants')(decisions);
	decisions = decideColumn('#3', '')(decisions);
	decisions = decideUnit('数', '万人')(decisions);
	decisions = decideCode('region', '普陀区', '310107')(decisions);
	decisions = decideCode('region', '普陀区', '330903')(decisions);
	decisions = decideCell(4, 2, '12')(decisions);
	decisions = decideSkip([9, 7], true)(decisions);
	decisions = decideAccepted('ROW_TOO_FEW', true)(decisions);
	decisions = decideTotals([{ field: 'participants', region: null, period: null, value: '12' }])(decisions);
	expect(decisions).toEqual({
		encoding: 'gb18030',
		mode: 'replace',
		mapping: { 数: 'participants', '#3': '' },
		units: { 数: '万人' },
		codes: [{ field: 'region', text: '普陀区', code: '330903' }],
		cells: [{ line: 4, column: 2, text: '12' }],
		skip: [7, 9],
		accepted: ['ROW_TOO_FEW'],
		totals: [{ field: 'participants', region: null, period: null, value: '12' }]
	});
	expect(countDecisions(decisions)).toBe(11);
	decisions = decide({ encoding: undefined, mode: undefined })(decisions);
	decisions = decideColumn('数', null)(decideColumn('#3', null)(decisions));
	decisions = decideUnit('数', null)(decisions);
	decisions = decideCode('region', '普陀区', null)(decisions);
	decisions = decideCell(4, 2, null)(decisions);
	decisions = decideSkip([7, 9], false)(decisions);
	decisions = decideAccepted('ROW_TOO_FEW', false)(decisions);
	expect(decideTotals([])(decisions)).toEqual({});
});

test('no quotes and no header are decisions, not their absence', () => {
	expect(decide({ quote: '', headerRow: 0 })({})).toEqual({ quote: '', headerRow: 0 });
	expect(countDecisions({ quote: '', headerRow: 0 })).toBe(2);
});

test('undo and redo walk the decisions; a new one ends what was undone', () => {
	let history = record(record(startHistory('a'), 'b'), 'c');
	history = undo(undo(undo(history)));
	expect(history.now).toBe('a');
	history = redo(history);
	expect(history).toEqual({ past: ['a'], now: 'b', future: ['c'] });
	history = record(history, 'd');
	expect(redo(history)).toBe(history);
	expect(history.past).toEqual(['a', 'b']);
});
