/** What a chart needs to know about its surroundings: colours, type, its own box and whether it may move. */
export interface ChartTheme {
	readonly name: 'light' | 'dark';
	readonly ink: string;
	/** Secondary text, at least 4.5:1 on paper. */
	readonly muted: string;
	/** Hairlines and grid lines. */
	readonly hairline: string;
	readonly paper: string;
	/** 工会红: selected, own or first; nothing else. */
	readonly accent: string;
	/** A plain bar or line that is nobody in particular. */
	readonly mark: string;
	/** The same, for comparison values. */
	readonly markLight: string;
	/** One hue in six steps, little to much. */
	readonly sequential: readonly string[];
	/** Up is blue, down is orange; red and green judge, these do not. */
	readonly up: string;
	readonly down: string;
	/** At most seven, told apart by colour-blind readers too. */
	readonly categorical: readonly string[];
	/** Ground and line of the hatch for missing values. */
	readonly hatch: readonly [ground: string, line: string];
	readonly fontFamily: string;
	/** Body size in px; every other size follows from it. */
	readonly size: number;
	/** The chart's box in px. */
	readonly width: number;
	readonly height: number;
	/** Length of a transition in ms, 0 for none. */
	readonly motion: number;
}

/** Colours of a theme; `app.css` holds the same values for the page. */
export type ChartColours = Omit<ChartTheme, 'fontFamily' | 'size' | 'width' | 'height' | 'motion'>;

const light: ChartColours = {
	name: 'light',
	ink: '#1a1c1f',
	muted: '#5d6066',
	hairline: '#dcdad4',
	paper: '#fcfbf8',
	accent: '#b3261e',
	mark: '#3f6284',
	markLight: '#9fb0c0',
	sequential: ['#e4ebf0', '#c3d2de', '#97b1c6', '#6789a8', '#3f6284', '#1e3d5c'],
	up: '#2f6ca3',
	down: '#b95f13',
	categorical: ['#3f6284', '#b9771c', '#4a8c84', '#7a619c', '#8d8a3c', '#a85f85', '#6c7178'],
	hatch: ['#f4f2ed', '#c9c6be']
};

const dark: ChartColours = {
	name: 'dark',
	ink: '#ece8e0',
	muted: '#a09d97',
	hairline: '#34373c',
	paper: '#15171a',
	accent: '#ff7a63',
	mark: '#7ea3c4',
	markLight: '#5d7489',
	sequential: ['#22303c', '#2c455a', '#3d627f', '#5c88ab', '#86abca', '#c5dbec'],
	up: '#74abdb',
	down: '#e8994a',
	categorical: ['#7ea3c4', '#d9a152', '#6fb5ab', '#ab93cf', '#bcb96a', '#d591b4', '#9da2a9'],
	hatch: ['#1c1f23', '#3d4147']
};

/** The system's Chinese faces after Inter, as in `app.css`. Single quotes: the text ends up in SVG attributes. */
export const chartFont =
	"'Inter Figures', 'PingFang SC', 'HarmonyOS Sans SC', 'Microsoft YaHei', 'Noto Sans SC', 'Noto Sans CJK SC', sans-serif";

/** A full theme for a box; what is left out gets the values of a still picture at 14 px. */
export function chartTheme(
	name: 'light' | 'dark',
	box: { width: number; height: number; size?: number; motion?: number; fontFamily?: string; accent?: string }
): ChartTheme {
	return {
		...(name === 'dark' ? dark : light),
		...(box.accent && { accent: box.accent }),
		fontFamily: box.fontFamily ?? chartFont,
		size: box.size ?? 14,
		width: box.width,
		height: box.height,
		motion: box.motion ?? 0
	};
}

/** Options every chart shares: type, motion, no toolbox, text tooltips that cannot hold markup. */
export function baseOption(theme: ChartTheme) {
	return {
		backgroundColor: 'transparent',
		animation: theme.motion > 0,
		animationDuration: theme.motion,
		animationDurationUpdate: theme.motion,
		animationEasing: 'cubicOut' as const,
		animationEasingUpdate: 'cubicInOut' as const,
		textStyle: { fontFamily: theme.fontFamily, fontSize: theme.size, color: theme.ink },
		/* With a transition, every element of every update gets an animation of its own, whether it is pointed at or not. */
		stateAnimation: { duration: 0 }
	};
}

/** The common look of tooltips: paper, hairline, text only. */
export function tooltipStyle(theme: ChartTheme) {
	return {
		renderMode: 'richText' as const,
		confine: true,
		transitionDuration: 0,
		backgroundColor: theme.name === 'dark' ? '#24272c' : '#ffffff',
		borderColor: theme.hairline,
		borderWidth: 1,
		padding: [theme.size * 0.6, theme.size * 0.85],
		shadowBlur: 0,
		shadowColor: 'transparent',
		textStyle: {
			color: theme.ink,
			fontFamily: theme.fontFamily,
			fontSize: theme.size * 0.93,
			lineHeight: theme.size * 1.45
		}
	};
}
