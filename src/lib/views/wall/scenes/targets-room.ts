import { textWidth } from '#lib/wall/text-width.ts';
import { m } from '#lib/messages/generated/messages.js';
import { sceneBody, type ScreenShape } from '#lib/wall/screen.ts';

/** How targets stand on a wall: lines of a table, or blocks where there is no width for one. Lengths in units. */
export interface TargetsRoom {
	readonly lines: boolean;
	readonly columns: number;
	readonly rows: number;
	readonly rowDown: number;
	/** On one page. */
	readonly each: number;
	readonly pages: number;
	readonly light: number;
	/** What a title has; longer ones are in the smallest type. */
	readonly name: number;
	readonly amounts: number;
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
const apart = { columns: 4, parts: 1.6 };
const down = { line: 4.1, block: 8.4, most: 6.2 };
/** What the bar needs at least, and what stands below it at most. */
const way = { least: 12, most: 14 };
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
	const wayAcross = Math.min(
		way.most,
		Math.max(
			way.least,
			widest(({ state }) => textWidth(state, 1) * 1.04)
		)
	);
	const wanted = Math.max(
		8,
		widest(({ title }) => textWidth(title, large) * 1.04),
		widest(underAcross)
	);
	const name = lines ? Math.min(left - wayAcross, wanted) : across;
	const least = lines ? Math.max(down.line, widest((target) => whatDown(target, name)) + 0.3) : down.block;
	const perPage = columns * Math.max(1, Math.floor((body.down - footDown) / least));
	const pages = Math.max(1, Math.ceil(targets.length / perPage));
	const each = Math.ceil(targets.length / pages);
	const rows = Math.max(1, Math.ceil(each / columns));
	return {
		...{ lines, columns, rows, each, pages, light, name, amounts },
		rowDown: Math.min((body.down - footDown) / rows, lines ? Math.max(least, down.most) : down.block * 1.2)
	};
}

/** The height of a title with what stands under it. */
function whatDown(target: Printed, name: number): number {
	const own = textWidth(target.title, 1);
	const title = own * large <= name ? large * 1.25 : Math.ceil((own * 1.04) / name) * 1.25;
	return title + Math.ceil(underAcross(target) / name) * 1.3;
}
