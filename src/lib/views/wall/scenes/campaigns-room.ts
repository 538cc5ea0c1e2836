import { textWidth } from '#lib/wall/text-width.ts';
import { firstPanel, sceneBody, type ScreenShape } from '#lib/wall/screen.ts';
import { figureSize } from './figures-room.ts';
import { placeRows, rowsIn, stretchesOf, type Stretch } from './panel-rows.ts';

/** How campaigns stand beside each other, each with its figures in a grid. Lengths in units. */
export interface CampaignsRoom {
	/** On one page. */
	readonly campaigns: number;
	readonly pages: number;
	/** Of a campaign's name. */
	readonly nameSize: number;
	readonly nameAcross: number;
	readonly nameDown: number;
	readonly columns: number;
	readonly rows: number;
	/** Of all its figures. */
	readonly size: number;
	readonly cell: { readonly across: number; readonly down: number };
	/** What a row of figures has until the next begins, and what is left free above the first. */
	readonly pitches: readonly number[];
	readonly above: number;
}

const apart = { campaigns: 4, cells: 2 };
const least = { campaign: 33, across: 11, down: 4.3 };
const mostDown = 11;

/** Lays campaigns out: side by side where the wall is wide enough, else one after the other. */
export function campaignsRoom(
	screen: ScreenShape,
	campaigns: readonly { readonly name: string; readonly facts: readonly Fact[] }[]
): CampaignsRoom {
	const body = sceneBody(screen);
	const fitting = Math.floor((body.across + apart.campaigns) / (least.campaign + apart.campaigns));
	const pages = Math.max(1, Math.ceil(campaigns.length / Math.max(1, fitting)));
	const count = Math.max(1, Math.ceil(campaigns.length / pages));
	const across = (body.across - (count - 1) * apart.campaigns) / count;
	const longest = Math.max(1, ...campaigns.map(({ name }) => textWidth(name, 1)));
	// Alone it begins on the first panel, and stays there.
	const nameAcross = count === 1 ? Math.min(across, firstPanel(screen)) : across;
	const nameSize = Math.min(10 / 3, Math.max(5 / 3, (nameAcross * 0.95) / longest));
	const nameDown = nameSize * 1.3 * Math.ceil((longest * nameSize * 1.05) / nameAcross) + 1.2;
	const most = Math.max(1, ...campaigns.map(({ facts }) => facts.length));
	const facts = campaigns.flatMap((campaign) => campaign.facts);
	const stretches = stretchesOf(screen, nameDown, body.down);
	const fits = Math.max(2, Math.floor((across + apart.cells) / (least.across + apart.cells)));
	const counts = Array.from({ length: Math.min(fits, Math.max(2, most)) - 1 }, (_, index) => index + 2);
	// On a video wall a figure stays on its panel.
	const panels = screen.seams.columns.length + 1;
	const whole = counts.filter((columns) => (columns * count) % panels === 0);
	// As many columns as leave the figures largest.
	const grids = (whole.length > 0 ? whole : counts).map((columns) =>
		gridOf(columns, most, facts, { across, stretches })
	);
	const best = grids.reduce((one, other) => (other.score > one.score ? other : one));
	const { score: _, ...grid } = best;
	return { campaigns: count, pages, nameSize, nameAcross, nameDown, ...grid };
}

interface Fact {
	readonly title: string;
	readonly value: string;
	readonly unit: string;
}

function gridOf(
	columns: number,
	most: number,
	facts: readonly Fact[],
	{ across, stretches }: { readonly across: number; readonly stretches: readonly Stretch[] }
) {
	const rows = Math.max(1, Math.min(Math.ceil(most / columns), rowsIn(stretches, least.down)));
	const { row, tops, pitches } = placeRows(stretches, rows, { least: least.down, most: mostDown });
	const cell = { across: (across - (columns - 1) * apart.cells) / columns, down: row };
	const titleDown = facts.some(({ title }) => textWidth(title, 1) > cell.across) ? 2.6 : 1.3;
	const largest = Math.min(20 / 3, (cell.down - titleDown - 1) / 1.3);
	const size = Math.min(largest, ...facts.map(({ value, unit }) => figureSize(value, unit, cell.across, largest, 1)));
	// What has no room is left out: better smaller.
	const left = Math.max(0, most - rows * columns);
	const above = (tops[0] ?? 0) - (stretches[0]?.from ?? 0);
	return { columns, rows, cell, pitches, above, size: Math.max(1, size), score: Math.max(1, size) / (1 + left) };
}
