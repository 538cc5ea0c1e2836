/** Milder kinds of CELL_PRECISION, in the form of details: the row is loaded all the same. */
export const precisionWords = {
	scientific: {
		what_zh: '科学计数法只写出了前几位，按写出的数值载入',
		action_zh: '请核对数值，在原表中改为常规格式',
		what_en: 'Scientific notation shows only the leading digits; the figure was loaded as shown',
		action_en: 'Check the figure, and use a plain number format in the original'
	},
	rounded: {
		what_zh: '小数超过四位，已四舍五入到四位',
		action_zh: '如需更高精度，请改用更小的单位',
		what_en: 'More than four decimals; rounded to four',
		action_en: 'Use a smaller unit if that is not enough'
	},
	partialDate: {
		what_zh: '日期只写到年或月，按其第一天保存',
		action_zh: '如有具体日期，请补上',
		what_en: 'The date is given by year or month only; its first day was stored',
		action_en: 'Add the day if it is known'
	}
} as const;
