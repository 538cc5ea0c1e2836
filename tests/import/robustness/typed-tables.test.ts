import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Field } from '#lib/datasets/dataset.ts';
import { datasets } from '#lib/datasets/index.ts';
import { industries } from '#lib/dimensions/industry.ts';
import { divisions } from '#lib/dimensions/region.ts';
import { importFile } from '#lib/import/index.ts';
import { optionsFor } from '../profile.ts';
import { recordsOf } from '../records.ts';
import { writeRows } from './delimited.ts';
import { encode, encodingNames } from './encode.ts';
import { movedPoint } from './kinds-cells.ts';

// A table is made from its values, written in any dialect, encoding and spelling, and read: the batch has the values.
// Nothing of the import takes part in saying what they are.

interface Written {
	/** As the batch must have it. */
	readonly value: string;
	/** As the file has it. */
	readonly cell: string;
}

const regions = divisions().filter(({ level, expected }) => expected && level === 'county');
const industryCodes = industries.filter(({ code }) => code !== 'all');
const wide = (text: string) => text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
const grouped = (text: string) => text.replace(/\B(?=(\d{3})+(?!\d))/g, ',');

const whole = fc
	.tuple(
		fc.integer({ min: 0, max: 2 ** 31 }),
		fc.constantFrom('plain', 'grouped', 'wide', 'padded', 'point', 'unit', 'wan', 'blanks')
	)
	.map(([number, spelling]): Written => {
		const value = String(number);
		const spellings: Record<string, string> = {
			plain: value,
			grouped: grouped(value),
			wide: wide(value),
			padded: ` ${value}　`,
			point: `${value}.0`,
			unit: value,
			wan: number >= 10_000 ? `${movedPoint(value, 4)}万` : value,
			blanks: grouped(value).replaceAll(',', ' ')
		};
		return { value, cell: spellings[spelling] ?? value };
	});
const decimal = fc
	.tuple(fc.integer({ min: 0, max: 10 ** 9 }), fc.integer({ min: 0, max: 9999 }), fc.boolean())
	.map(([units, parts, separators]): Written => {
		const fraction = String(parts).padStart(4, '0').replace(/0+$/, '');
		const value = fraction === '' ? String(units) : `${units}.${fraction}`;
		return { value, cell: separators ? `${grouped(String(units))}${fraction === '' ? '' : `.${fraction}`}` : value };
	});
const day = fc
	.tuple(fc.integer({ min: 0, max: 9000 }), fc.integer({ min: 0, max: 5 }))
	.map(([days, spelling]): Written => {
		const value = new Date(Date.UTC(2001, 0, 1 + days)).toISOString().slice(0, 10);
		const [year, month, date] = value.split('-').map(Number) as [number, number, number];
		const cell = [
			value,
			`${year}/${month}/${date}`,
			`${year}.${month}.${date}`,
			`${year}年${month}月${date}日`,
			value.replaceAll('-', ''),
			`${value} 00:00:00`
		][spelling];
		return { value, cell: cell ?? value };
	});
const period = fc
	.tuple(fc.integer({ min: 2000, max: 2030 }), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 4 }))
	.map(([year, quarter, spelling]): Written => {
		const numeral = '一二三四'.charAt(quarter - 1);
		const cell = [
			`${year}Q${quarter}`,
			`${year}年${numeral}季度`,
			`${year}年第${numeral}季度`,
			`${year}年${quarter}季度`,
			wide(`${year}Q${quarter}`)
		][spelling];
		return { value: `${year}Q${quarter}`, cell: cell ?? '' };
	});
/** Text that is only ever text: quotes, delimiters, line ends and any script, with a letter at both ends. */
const words = fc
	.array(
		fc.constantFrom(
			'焊',
			'工',
			'“',
			'"',
			"'",
			',',
			';',
			'|',
			'，',
			'；',
			'\t',
			'\n',
			' ',
			'é',
			'𠮷',
			'한',
			'=',
			'+',
			'<b>',
			'%',
			'{0}',
			'😀',
			'\u3400'
		),
		{ maxLength: 12 }
	)
	.map((parts): Written => {
		const text = `甲${parts.join('')}乙`;
		return { value: text, cell: text };
	});

function valueOf(field: Field, row: number): fc.Arbitrary<Written> {
	switch (field.type) {
		case 'integer':
			return whole;
		case 'decimal':
			return decimal;
		case 'date':
			return day;
		case 'year':
			return fc.integer({ min: 1990, max: 2035 }).map((year) => ({ value: String(year), cell: `${year}年` }));
		case 'period':
			return period;
		case 'region':
			return fc.constantFrom(...regions).map(({ code }) => ({ value: code, cell: code }));
		case 'industry':
			return fc
				.constantFrom(...industryCodes)
				.map(({ code, title }) => ({ value: code, cell: code.length === 1 ? title.zh : code }));
		case 'id':
			return fc
				.integer({ min: 0, max: 999 })
				.map((number) => ({ value: `№${row}-00${number}`, cell: `№${row}-00${number}` }));
		case 'code':
			return fc.constantFrom(...(field.codes ?? [])).map(({ code, title }) => ({ value: code, cell: title.zh }));
		default:
			return words;
	}
}

/** Fields whose values no rule compares with others, and which need no further list. */
function usable(name: keyof typeof datasets): Field[] {
	const { fields, rules } = datasets[name];
	const bound = new Set(rules.flatMap(({ lesser, greater }) => [lesser, greater]));
	const listed = ['union_system', 'ownership', 'skill_level', 'competition_level'];
	return fields.filter((field) => field.required || (!bound.has(field.name) && !listed.includes(field.type)));
}

const unitNames: Readonly<Record<string, string>> = { yuan: '（元）', second: '（秒）' };
const names = ['studios', 'results', 'honours', 'metrics', 'trainings', 'summary'] as const;

const tables = fc.constantFrom(...names).chain((name) => {
	const fields = usable(name).filter(({ name: field }) => name !== 'metrics' || field !== 'unit');
	const optional = fields.filter((field) => !field.required && !field.key);
	const columns = fc.subarray(optional, { minLength: Math.min(2, optional.length) }).chain((chosen) => {
		const all = fields.filter((field) => field.required || field.key || chosen.includes(field));
		return fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length });
	});
	return columns.chain((chosen) => {
		const row = (at: number) =>
			fc.tuple(
				...chosen.map((field) =>
					field.required || field.key
						? valueOf(field, at)
						: fc.oneof(
								{ weight: 6, arbitrary: valueOf(field, at) },
								{ weight: 1, arbitrary: fc.constant({ value: '', cell: '' }) }
							)
				)
			);
		return fc.tuple(fc.constant(name), fc.constant(chosen), fc.tuple(row(0), row(1), row(2), row(3)));
	});
});

const writings = fc.record({
	delimiter: fc.constantFrom(',', ';', '\t', '|'),
	newline: fc.constantFrom('\n', '\r\n', '\r'),
	quoteAll: fc.boolean(),
	open: fc.boolean()
});

test('any typed table in any dialect, encoding and spelling is a batch of exactly these values', async () => {
	await fc.assert(
		fc.asyncProperty(
			tables,
			writings,
			fc.constantFrom(...encodingNames),
			async ([name, fields, rows], writing, encoding) => {
				const keys = rows.map((row) => fields.map((field, at) => (field.key ? row[at]?.value : '')).join('\u0000'));
				fc.pre(new Set(keys).size === rows.length);
				// CR within a cell of a file with CR line ends is another matter than the values.
				const header = fields.map((field) => `${field.title.zh}${unitNames[field.unit ?? ''] ?? ''}`);
				const text = writeRows([header, ...rows.map((row) => row.map(({ cell }) => cell))], writing);
				const result = await importFile(encode(text, encoding), optionsFor('表.csv', { dataset: name }));
				const records = recordsOf(result).map((record) => fields.map((field) => record[field.name] ?? ''));
				const said = result.receipt.issues.map(({ code, line, sample }) => `${code} ${line} ${sample}`).join('; ');
				expect(records, `${said}\n${text}`).toEqual(rows.map((row) => row.map(({ value }) => value)));
			}
		),
		{ numRuns: Number(process.env.ROBUSTNESS_RUNS ?? 150), seed: 20_241_107 }
	);
}, 60_000);
