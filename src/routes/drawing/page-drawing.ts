import { AsyncLocalStorage } from 'node:async_hooks';
import { composePicture, type ComposedPicture } from '#lib/charts/compose-picture.ts';
import { chartTheme, type ChartTheme } from '#lib/charts/theme.ts';
import type { LeavingPanel } from '#lib/components/export/leaving-panel.ts';
import { pictureWords } from '#lib/components/export/panel-words.ts';
import { firstPicture, type FirstSurroundings } from '#lib/components/first-picture.ts';
import { svgPicture } from '#lib/components/svg-picture.ts';
import type { PageAnswers } from '#lib/server/page-answers.ts';
import type { PageServer, ServedPicture } from '#lib/state/page-server.ts';

/** A picture that somebody wants of a page while it is drawn. */
export interface PictureWish {
	/** Null: the first panel with a chart. */
	readonly panel: string | null;
	picture: ComposedPicture | null;
}

/** The page that is being drawn now. */
export const drawing = new AsyncLocalStorage<PageDrawing>();
/** What is wanted of the page that is being drawn now. */
export const wishes = new AsyncLocalStorage<PictureWish>();

/** Px that a chart has across in a picture of its own. */
const pictureWidth = 760;

interface PanelChart {
	readonly option: (theme: ChartTheme) => object;
	readonly height: number | string;
}

/** What the server lends one page, and what it learns from it. */
export class PageDrawing implements PageServer {
	readonly #answers: PageAnswers;
	readonly #surroundings: FirstSurroundings | null;
	readonly #charts = new Map<string, PanelChart>();
	readonly #panels = new Map<string, () => LeavingPanel>();

	/** Without surroundings no chart is drawn with the page. */
	constructor(answers: PageAnswers, surroundings: FirstSurroundings | null) {
		this.#answers = answers;
		this.#surroundings = surroundings;
	}

	want(...statement: Parameters<PageServer['want']>): void {
		this.#answers.want(...statement);
	}

	panel(name: string, leave: () => LeavingPanel): void {
		this.#panels.set(name, leave);
	}

	chart(panel: string | null, option: PanelChart['option'], height: number | string): ServedPicture | null {
		if (panel !== null) this.#charts.set(panel, { option, height });
		// A drawing that lacks something is not the last one.
		if (!this.#surroundings || !this.#answers.isComplete) return null;
		return firstPicture(option, height, this.#surroundings);
	}

	/** Whether the page has drawn a chart of a panel; null: of any. Known when its body is drawn. */
	shows(panel: string | null): boolean {
		const name = this.#nameOf(panel);
		return this.#charts.has(name) && this.#panels.has(name);
	}

	/** The chart of a panel with its sentence and source, light on paper; null where the page shows none. */
	picture(panel: string | null, accent: string | undefined): ComposedPicture | null {
		const name = this.#nameOf(panel);
		const [chart, leave] = [this.#charts.get(name), this.#panels.get(name)];
		if (!chart || !leave) return null;
		const height = typeof chart.height === 'number' ? chart.height : 420;
		const theme = chartTheme('light', { width: pictureWidth, height, ...(accent && { accent }) });
		const svg = svgPicture(chart.option(theme), pictureWidth, height);
		return composePicture(svg, pictureWords(leave()), theme);
	}

	#nameOf(panel: string | null): string {
		return panel ?? this.#charts.keys().next().value ?? '';
	}
}
