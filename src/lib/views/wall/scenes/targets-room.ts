import { textWidth } from '#lib/wall/text-width.ts';
import { m } from '#lib/messages/generated/messages.js';
import { sceneBody, type ScreenShape } from '#lib/wall/screen.ts';
import { columnStretchesOf } from './panel-columns.ts';
import { placeRows, rowsIn, stretchesOf } from './panel-rows.ts';

/** How targets stand on a wall: lines of a table, or blocks where there is no width for one. Lengths in units. */
export interface TargetsRoom {
	readonly lines: boolean;
	readonly columns: number;
	readonly rows: number;
	readonly rowDown: number;
	/** Where rows keep off the frames of panels: what each has until the next begins, and what is left free above the first. */
	readonly placed: { readonly pitches: readonly number[]; readonly above: number } | null;
	/** On one page. */
	readonly each: number;
	readonly pages: number;
	readonly light: number;
	/** What a title has; longer ones are in the smallest type. */
	readonly name: number;
	readonly amounts: number;
	/** What is left free before the way, besides the gap of columns: its text begins behind the frame of a panel. */
	readonly beforeWay: number;
}

/** What is printed of a target. */
interface Printed {
	readonly lightTitle: string;
	readonly value: string;
	readonly goal: string;
	readonly title: string;
	readonly state: string;
	readonly place: string | null;
	readonly years: string;
	readonly provisional: boolean;
}

const leastLine = 47;
const leastName = 8;
const apart = { columns: 4, parts: 1.6 };
const down = { line: 4.1, block: 8.4, most: 6.2 };
/** What the bar needs at least, and what stands below it at most. */
const way = { least: 12, most: 14 };
/** Between a text and the frame of a panel. */
const air = 0.4;
/** The page stands below. */
const footDown = 1.8;
const large = 5 / 3;

/** What stands under a title: of whom, until when, and whether it is provisional. */
export function underTitle({ place, years, provisional }: Printed): string {
	return [place, years, provisional ? m.state_provisional() : ''].filter(Boolean).join(' · ');
}

const underAcross = (target: Printed) => textWidth(underTitle(target), 1) * 1.04;

/** Lays targets out, on as few pages as they need, all about equally full. */
export function targetsRoom(screen: ScreenShape, targets: readonly Printed[]): TargetsRoom {
	const body = sceneBody(screen);
	const lines = body.across >= leastLine;
	const columns = lines ? Math.max(1, Math.floor((body.across + apart.columns) / (leastLine + apart.columns))) : 1;
	const widest = (of: (target: Printed) => number) => Math.max(0, ...targets.map((target) => of(target)));
	const light = widest(({ lightTitle }) => textWidth(lightTitle, 1)) + 1.8;
	const amounts = widest(({ value, goal }) => Math.max(textWidth(value, large) * 1.04, textWidth(goal, 1) * 1.04));
	const across = (body.across - (columns - 1) * apart.columns) / columns;
	const left = across - light - amounts - 3 * apart.parts;
	const state = widest((target) => textWidth(target.state, 1) * 1.04);
	const wayAcross = Math.min(way.most, Math.max(way.least, state));
	const wanted = Math.max(
		leastName,
		widest(({ title }) => textWidth(title, large) * 1.04),
		widest(underAcross)
	);
	const free = lines ? Math.min(left - wayAcross, wanted) : across;
	const framed = lines && columns === 1 && screen.seams.columns.length > 0;
	const { name, beforeWay } = framed
		? clearWidths(screen, free, { light, amounts, state, left })
		: { name: free, beforeWay: 0 };
	const least = lines ? Math.max(down.line, widest((target) => whatDown(target, name)) + 0.3) : down.block;
	const most = lines ? Math.max(least, down.most) : down.block * 1.2;
	const stretches = stretchesOf(screen, 0, body.down - footDown);
	const perPage = columns * Math.max(1, rowsIn(stretches, least));
	const pages = Math.max(1, Math.ceil(targets.length / perPage));
	const each = Math.ceil(targets.length / pages);
	const rows = Math.max(1, Math.ceil(each / columns));
	const { row, tops, pitches } = placeRows(stretches, rows, { least, most });
	/* A panel that is lower than a row gives it no place to keep to. */
	const placed = stretches.length > 1 && tops.length === rows ? { pitches, above: tops[0] ?? 0 } : null;
	const rowDown = placed ? row : Math.min((body.down - footDown) / rows, most);
	return { lines, columns, rows, rowDown, placed, each, pages, light, name, amounts, beforeWay };
}

/** What stands in a line beside the title, in units; `left` is for title and way together. */
interface Line {
	readonly light: number;
	readonly amounts: number;
	readonly state: number;
	readonly left: number;
}

/**
 * The width of the titles, as near as possible to `wanted`, at which no frame between panels crosses the amounts, and if
 * possible none the titles and what stands below the bar, which may begin further to the right.
 */
function clearWidths(screen: ScreenShape, wanted: number, { light, amounts, state, left }: Line) {
	const title = light + apart.parts;
	const end = title + left + 2 * apart.parts + amounts;
	const panels = columnStretchesOf(screen, 0, end);
	const clear = (from: number, to: number) => panels.some((panel) => from >= panel.from && to <= panel.to);
	const amountsAt = (name: number) => title + name + apart.parts;
	const wayAt = (name: number) => amountsAt(name) + amounts + apart.parts;
	/** The nearest place for what stands below the bar; where there is none, it stays. */
	const beforeWayAt = (name: number) => {
		const begin = wayAt(name);
		const place = panels
			.map(({ from, to }) => ({ at: Math.max(begin, from === 0 ? 0 : from + air), to }))
			// On the last panel it breaks into lines.
			.find(({ at, to }) => (at + state <= to || to === end) && at + way.least <= end);
		return place ? place.at - begin : null;
	};
	const names = panels.flatMap(({ from, to }) => [
		to - air - title,
		from + air - amountsAt(0),
		to - air - amounts - amountsAt(0)
	]);
	const [best] = [wanted, ...names]
		.filter((name) => name === wanted || (name >= leastName && left - name >= way.least))
		.map((name) => {
			const beforeWay = beforeWayAt(name);
			const crossed =
				(clear(amountsAt(name), amountsAt(name) + amounts) ? 0 : 4) +
				(clear(title, title + name) ? 0 : 2) +
				(beforeWay === null ? 1 : 0);
			return { name, crossed, far: Math.abs(name - wanted), beforeWay: beforeWay ?? 0 };
		})
		.toSorted((one, other) => one.crossed - other.crossed || one.far - other.far);
	return best ?? { name: wanted, beforeWay: 0 };
}

/** The height of a title with what stands under it. */
function whatDown(target: Printed, name: number): number {
	const own = textWidth(target.title, 1);
	const title = own * large <= name ? large * 1.25 : Math.ceil((own * 1.04) / name) * 1.25;
	return title + Math.ceil(underAcross(target) / name) * 1.3;
}
