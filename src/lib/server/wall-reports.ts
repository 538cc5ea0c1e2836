import type { WallReport } from '#lib/wall/report.ts';

/** A report and when it came, by the server's clock: that of a wall may be wrong. */
export interface ReceivedReport {
	readonly report: WallReport;
	/** ISO time. */
	readonly receivedAt: string;
}

/** Walls of one server; a hundred offices have fewer. */
const mostWalls = 200;
/** A wall that has not been heard for a month was taken down. */
const forgottenMs = 30 * 24 * 3600_000;

/** The last report of every wall, in memory alone: after a restart the walls tell again within half a minute. */
export class WallReports {
	readonly #walls = new Map<string, { report: WallReport; at: number }>();
	readonly #clock: () => number;

	constructor(clock: () => number = Date.now) {
		this.#clock = clock;
	}

	/** Takes a report. Where there are too many walls, the one that was silent longest is forgotten. */
	take(report: WallReport): void {
		const key = `${report.id} ${report.path}`;
		this.#walls.delete(key);
		this.#walls.set(key, { report, at: this.#clock() });
		const [oldest] = this.#walls.keys();
		if (this.#walls.size > mostWalls && oldest !== undefined) this.#walls.delete(oldest);
	}

	/** All of them, by name. */
	list(): ReceivedReport[] {
		const now = this.#clock();
		for (const [key, { at }] of this.#walls) if (now - at > forgottenMs) this.#walls.delete(key);
		return [...this.#walls.values()]
			.map(({ report, at }) => ({ report, receivedAt: new Date(at).toISOString() }))
			.sort(({ report: one }, { report: other }) => (label(one) < label(other) ? -1 : 1));
	}
}

const label = ({ name, path }: WallReport): string => `${name} ${path}`;

/** The walls that tell this server. */
export const wallReports = new WallReports();
