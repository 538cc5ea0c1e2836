import { chartTheme, type ChartColours, type ChartTheme } from './theme.ts';

/**
 * Colours for a wall: dark, and every text at least 7:1 on what it stands on. The six steps of one hue leave out the middle,
 * on which neither dark nor light text would reach that. `wall.css` of the view holds the same values.
 */
export const wallColours: ChartColours = {
	name: 'dark',
	ink: '#f5f1e9',
	muted: '#b9b4ab',
	hairline: '#33373d',
	paper: '#0e1013',
	accent: '#ff8a75',
	mark: '#8cb0d0',
	markLight: '#5f778c',
	sequential: ['#16222d', '#1e3345', '#27475f', '#7fa6c6', '#a6c4dc', '#d3e4f1'],
	up: '#8bbce6',
	down: '#f0a95f',
	categorical: ['#8cb0d0', '#e0ad63', '#7cc2b8', '#bba6dc', '#cbc879', '#e2a4c3', '#b4b8bf'],
	hatch: ['#14171b', '#3a3e44']
};

/** The theme of a picture on a wall: `unit` is the smallest type of the screen, and of the picture. */
export function wallTheme(box: {
	width: number;
	height: number;
	unit: number;
	accent?: string | undefined;
}): ChartTheme {
	return {
		...chartTheme('dark', { width: box.width, height: box.height, size: box.unit / smallestText }),
		...wallColours,
		...(box.accent && { accent: box.accent })
	};
}

/** The smallest text that charts draw, as a share of their body size. */
const smallestText = 0.86;
