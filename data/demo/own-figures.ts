import { createRandom } from './random.ts';
import type { Place } from './places.ts';
import type { Cell, TableFile } from './table-files.ts';

/**
 * A figure that one profile reports of its own: an amount in proportion to a unit's size, a share between two ends, so many
 * percent of an earlier amount, or the percentage that one earlier amount is of another.
 */
export type OwnFigure = { readonly name: string; readonly unit: string } & (
	| {
			/** In the first year, for each person or 10,000 persons that sizes are given in. */
			readonly perWorker: number;
			/** From year to year. */
			readonly growth: number;
			readonly spread: number;
	  }
	| {
			readonly between: readonly [low: number, high: number];
			/** Whether the home reports a share of its own: it is no sum of the units'. */
			readonly whole: boolean;
	  }
	| { readonly of: string; readonly between: readonly [low: number, high: number] }
	| { readonly of: string; readonly part: string }
);

/** By year: those of the units and, where the home reports its own, the home's behind them. */
type Values = ReadonlyMap<number, readonly (number | null)[]>;

const years = [2023, 2024, 2025];

/** Two files: a long one with a line a figure for the first years, and one as wide as offices like it for the last. */
export function ownMetricFiles(
	seed: string,
	profile: string,
	setting: {
		readonly units: readonly Place[];
		readonly whole: string;
		readonly regionHeader: string;
		readonly figures: readonly OwnFigure[];
	}
): TableFile[] {
	const { units, whole, regionHeader, figures } = setting;
	const lastYear = years.at(-1)!;
	const places = [...units.map(({ name }) => name), whole];
	const known = new Map<string, Values>();
	for (const figure of figures) known.set(figure.name, valuesOf(seed, profile, figure, units, known));
	const columns = figures.map(({ name }) => known.get(name)!);
	const long = figures.flatMap((figure, column) =>
		years
			.filter((year) => year !== lastYear)
			.flatMap((year) =>
				places.flatMap((place, at): Cell[][] => {
					const value = columns[column]!.get(year)![at] ?? null;
					return value === null ? [] : [[figure.name, place, `${year}年`, value, figure.unit, '示例数据']];
				})
			)
	);
	return [
		{
			name: '其他指标/专项指标（2023-2024）',
			format: 'utf8-bom',
			rows: [['指标', regionHeader, '统计时期', '数值', '单位', '来源'], ...long]
		},
		{
			name: `其他指标/${lastYear}年专项指标`,
			format: 'gb18030',
			rows: [
				[`${lastYear}年专项指标（示例数据）`],
				[regionHeader, ...figures.map((figure) => `${figure.name}（${figure.unit}）`)],
				...places.map((place, at) => [place, ...columns.map((values) => values.get(lastYear)![at] ?? null)])
			]
		}
	];
}

function valuesOf(
	seed: string,
	profile: string,
	figure: OwnFigure,
	units: readonly Place[],
	known: ReadonlyMap<string, Values>
): Values {
	if ('part' in figure) return percentages(known.get(figure.part)!, known.get(figure.of)!);
	const random = createRandom(`${seed}/${profile}/own/${figure.name}`);
	const habits = units.map(() => random.next());
	return new Map(
		years.map((year, index) => {
			if ('of' in figure) {
				const [low, high] = figure.between;
				const parts = known
					.get(figure.of)!
					.get(year)!
					.slice(0, -1)
					.map((amount, at) => {
						const habit = habits[at]! * 0.8 + 0.06 * index + 0.08 * random.next();
						return Math.round(amount! * (low + (high - low) * habit)) / 100;
					});
				return [year, [...parts, null]];
			}
			if ('between' in figure) {
				const [low, high] = figure.between;
				const share = (habit: number) =>
					Math.round(Math.min(high, low + (high - low) * (habit * 0.8 + 0.06 * index + 0.08 * random.next())) * 10) /
					10;
				const mean = habits.reduce((sum, habit) => sum + habit, 0) / habits.length;
				return [year, [...habits.map(share), figure.whole ? share(mean) : null]];
			}
			const amounts = units.map(({ size }, at) => {
				const habit = Math.exp(figure.spread * (habits[at]! * 2 - 1));
				const amount = size * figure.perWorker * figure.growth ** index * habit * random.around(0.05);
				return figure.unit.startsWith('万') ? Math.round(amount * 100) / 100 : Math.max(1, Math.round(amount));
			});
			return [year, [...amounts, null]];
		})
	);
}

/** Of the units, and of the home by the sums of theirs. */
function percentages(parts: Values, wholes: Values): Values {
	const sum = (values: readonly (number | null)[]) => values.reduce<number>((total, value) => total + (value ?? 0), 0);
	const share = (part: number, whole: number) => Math.round((part / whole) * 1000) / 10;
	return new Map(
		[...parts].map(([year, some]) => {
			const all = wholes.get(year)!;
			const units = some.slice(0, -1).map((part, at) => share(part!, all[at]!));
			return [year, [...units, share(sum(some), sum(all))]];
		})
	);
}
