const bare = { axisLabel: { show: false } };
const [across, up] = [{ type: 'category', data: ['1', '2'] }, { type: 'value' }];
const line = { type: 'line', data: [1, 2], label: { show: true }, markLine: { data: [{ yAxis: 1 }] } };

/**
 * Charts of nothing, each with a little more than the one before. A browser compiles code when it first runs: drawn before
 * the first real chart, each in its turn, they take apart what would be one long task.
 */
export const sketches: readonly object[] = [
	{},
	{ xAxis: { ...across, ...bare }, yAxis: { ...up, ...bare } },
	{ xAxis: across, yAxis: up },
	{ xAxis: across, yAxis: up, series: [line] }
];
