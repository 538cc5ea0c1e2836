import type { CleanTable } from './clean-tables.ts';
import { writeCell, writeLine, writeLines, writeRows } from './delimited.ts';
import { encode } from './encode.ts';
import { flagged, kindsOf, same, type Expectation, type Pollute } from './kind.ts';
import { isText, placeOf, withCell, withRows, type Place } from './places.ts';

const { list, add } = kindsOf('structure');

/** Quotes and line ends within cells. */
export const quoteKinds = list;

const file = (text: string) => encode(text, 'utf-8');

/** One text cell written by hand. */
function oneCell(
	write: (text: string) => string,
	expect: (place: Place, table: CleanTable) => Expectation,
	extraLines = 0
): Pollute {
	return (table, random) => {
		const place = placeOf(table, random, isText, (text) => !/[",\s]/.test(text) && text.length > 2);
		if (!place || place.row === 0 || place.row >= table.rows.length - 1) return null;
		const lines = [table.header, ...table.rows].map((row) => writeLine(row));
		const cells = (table.rows[place.row] as readonly string[]).map((cell) => writeCell(cell));
		lines[place.row + 1] = cells.with(place.column, write(place.text)).join(',');
		const shifted = table.rows.map((_, at) => at + 2 + (at > place.row ? extraLines : 0));
		return { bytes: file(writeLines(lines)), expect: expect(place, table), lines: shifted };
	};
}

const quoted = (change: (text: string) => string) => (place: Place, table: CleanTable) =>
	withRows(table, withCell(table, place, change(place.text)));

add('all quoted', '全部加引号', 'Every cell in quotes', (table) => ({
	bytes: file(writeRows([table.header, ...table.rows], { quoteAll: true })),
	expect: same()
}));
add('some quoted', '部分加引号', 'Some cells in quotes for no reason', (table, random) => ({
	bytes: file(
		writeLines(
			[table.header, ...table.rows].map((row) =>
				row.map((cell) => writeCell(cell, { quoteAll: random.next() < 0.5 })).join(',')
			)
		)
	),
	expect: same()
}));
add(
	'stray quote in a cell',
	'单元格中间有引号',
	'A quote within a cell without quotes',
	oneCell(
		(text) => `${text.slice(0, 1)}"${text.slice(1)}`,
		(place, table) => ({
			...flagged(['QUOTE_STRAY'], place.line),
			orSame: true,
			may: ['QUOTE_STRAY', 'QUOTE_LITERAL'],
			reference: quoted((text) => `${text.slice(0, 1)}"${text.slice(1)}`)(place, table)
		})
	)
);
add(
	'text after a closing quote',
	'引号后还有文字',
	'Text after a closing quote',
	oneCell(
		(text) => `"${text}"附`,
		(place) => flagged(['QUOTE_STRAY', 'QUOTE_UNCLOSED'], place.line)
	)
);
add(
	'quotes not doubled',
	'引号未写成两个',
	'Quotes within quotes, not doubled',
	oneCell(
		(text) => `"${text.slice(0, 1)}"${text.slice(1)}"附"`,
		(place) => flagged(['QUOTE_STRAY', 'QUOTE_UNCLOSED'], place.line)
	)
);
add(
	'unclosed quote',
	'引号未闭合',
	'A quote that never closes',
	oneCell(
		(text) => `"${text}`,
		(place) => flagged(['QUOTE_UNCLOSED', 'QUOTE_STRAY'], place.line)
	)
);
add(
	'closing quote only',
	'只有右引号',
	'A closing quote only',
	oneCell(
		(text) => `${text}"`,
		(place, table) => ({
			...flagged(['QUOTE_STRAY'], place.line),
			orSame: true,
			may: ['QUOTE_STRAY', 'QUOTE_LITERAL'],
			reference: quoted((text) => `${text}"`)(place, table)
		})
	)
);
add(
	'escaped quotes',
	'反斜杠转义的引号',
	'Quotes escaped by a backslash',
	oneCell(
		(text) => `"${text.slice(0, 1)}\\"${text.slice(1)}\\"甲"`,
		(place, table) => ({
			...flagged(['QUOTE_STRAY'], place.line),
			orSame: true,
			reference: quoted((text) => `${text.slice(0, 1)}"${text.slice(1)}"甲`)(place, table)
		})
	)
);
add(
	'escaped quotes before a comma',
	'反斜杠引号后接逗号',
	'A quote escaped by a backslash before a comma',
	oneCell(
		(text) => `"${text}\\",甲"`,
		(place, table) => ({
			...flagged(['QUOTE_STRAY', 'ROW_TOO_MANY', 'QUOTE_UNCLOSED'], place.line),
			orSame: true,
			reference: quoted((text) => `${text}",甲`)(place, table)
		})
	)
);
add('unclosed quotes in two rows', '两行各有一个未闭合的引号', 'Unclosed quotes in two rows', (table, random) => {
	const column = table.fields.findIndex(isText);
	if (column < 0 || table.rows.length < 8) return null;
	const first = random.between(1, 3);
	const second = random.between(5, table.rows.length - 2);
	const lines = [table.header, ...table.rows].map((row, at) => {
		const cells = row.map((cell) => writeCell(cell.replace(/[",]/g, '')));
		return (at === first + 1 || at === second + 1 ? cells.with(column, `"${cells[column]}`) : cells).join(',');
	});
	const plain = withRows(
		table,
		table.rows.map((row) => row.map((cell) => cell.replace(/[",]/g, '')))
	);
	return {
		bytes: file(writeLines(lines)),
		expect: { ...flagged(['QUOTE_UNCLOSED', 'QUOTE_STRAY'], first + 2), reference: plain }
	};
});
add("quote '", "引号是 '", "Quotes are '", (table) => ({
	bytes: file(writeRows([table.header, ...table.rows], { quote: "'", quoteAll: true })),
	expect: same()
}));
add('curly quotes', '引号是“”', 'Every cell in curly quotes', (table) => {
	const plain = (cell: string) => cell.replace(/[",“”]/g, '');
	const rows = table.rows.map((row) => row.map(plain));
	return {
		bytes: file(
			writeLines([table.header, ...rows].map((row) => row.map((cell) => (cell === '' ? '' : `“${cell}”`)).join(',')))
		),
		expect: {
			...flagged([
				'QUOTE_STRAY',
				'DIALECT_AMBIGUOUS',
				'CODE_UNKNOWN',
				'CELL_TYPE',
				'COLUMN_REQUIRED_MISSING',
				'HEADER_MISSING'
			]),
			orSame: true,
			reference: withRows(table, rows)
		}
	};
});
add(
	'line end in a quoted cell',
	'引号内有换行',
	'A line end within a quoted cell',
	oneCell(
		(text) => `"${text.slice(0, 1)}\n${text.slice(1)}"`,
		(place, table) => ({
			outcome: 'same',
			reference: quoted((text) => `${text.slice(0, 1)}\n${text.slice(1)}`)(place, table)
		}),
		1
	)
);
add(
	'three line ends in a quoted cell',
	'引号内有空行',
	'Blank lines within a quoted cell',
	oneCell(
		(text) => `"${text.slice(0, 1)}\n\n\n${text.slice(1)}"`,
		(place, table) => ({
			outcome: 'same',
			reference: quoted((text) => `${text.slice(0, 1)}\n\n\n${text.slice(1)}`)(place, table)
		}),
		3
	)
);
add(
	'line end in a bare cell',
	'未加引号的单元格内有换行',
	'A line end within a cell without quotes',
	oneCell(
		(text) => `${text.slice(0, 1)}\n${text.slice(1)}`,
		// Broken in its last cell, a row is as wide as the others: only what follows tells.
		(place, table) =>
			place.column < table.header.length - 1
				? flagged(['ROW_TOO_FEW'], place.line)
				: { ...flagged(['ROW_TOO_FEW'], place.line + 1), beside: [place.line] },
		1
	)
);
add('every row broken', '每行被折成两行', 'Every row is broken into two lines', (table) => {
	const lines = [table.header, ...table.rows].flatMap((row, at) => {
		const cells = row.map((cell) => writeCell(cell));
		const half = Math.ceil(cells.length / 2);
		return at === 0 ? [cells.join(',')] : [cells.slice(0, half).join(','), cells.slice(half).join(',')];
	});
	return {
		bytes: file(writeLines(lines)),
		expect: flagged(['ROW_TOO_FEW', 'HEADER_MISSING', 'COLUMN_REQUIRED_MISSING'])
	};
});
