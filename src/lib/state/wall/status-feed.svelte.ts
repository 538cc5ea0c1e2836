import { readReport, staleMs, type WallReport } from '#lib/wall/report.ts';
import { fetchInTime } from '../fetch-in-time.ts';
import { keptReports, reportPath } from './wall-reports.ts';

/** A wall as the health page shows it. */
export interface KnownWall {
	readonly report: WallReport;
	/** Ms since it told. */
	readonly silentMs: number;
	readonly stale: boolean;
	/** Whether only this browser knows of it, not the server. */
	readonly own: boolean;
}

const everyMs = 10_000;

/** What is known of walls: all that tell this server, and those of this browser, which are known without a server too. */
export class StatusFeed {
	#walls = $state.raw<readonly KnownWall[] | null>(null);
	#away = $state(false);

	/** By name; null while nobody has been asked. */
	get walls(): readonly KnownWall[] | null {
		return this.#walls;
	}
	/** Whether the server does not answer. */
	get away(): boolean {
		return this.#away;
	}

	/** Asks again and again; returns how to stop. */
	start(): () => void {
		let asking = false;
		const ask = async () => {
			if (asking) return;
			asking = true;
			try {
				await this.#ask();
			} finally {
				asking = false;
			}
		};
		void ask();
		const timer = setInterval(() => void ask(), everyMs);
		return () => clearInterval(timer);
	}

	async #ask(): Promise<void> {
		const served = await askServer().catch(() => null);
		this.#away = served === null;
		const known = new Set(served?.map(({ report }) => keyOf(report)));
		const own = keptReports()
			.filter((report) => !known.has(keyOf(report)))
			.map((report) => knownWall(report, Math.max(0, Date.now() - Date.parse(report.at)), true));
		this.#walls = [...(served ?? []), ...own];
	}
}

/** Ages are told by the server's clock alone, so that the one of whoever looks may be wrong. */
async function askServer(): Promise<KnownWall[]> {
	const response = await fetchInTime(reportPath, { cache: 'no-store' });
	if (!response.ok) throw new Error(`${reportPath}: ${response.status}`);
	const { at, walls } = (await response.json()) as { at: string; walls: { report: unknown; receivedAt: string }[] };
	return walls.flatMap(({ report: given, receivedAt }) => {
		const report = readReport(given);
		return report ? [knownWall(report, Math.max(0, Date.parse(at) - Date.parse(receivedAt)), false)] : [];
	});
}

const knownWall = (report: WallReport, silentMs: number, own: boolean): KnownWall => ({
	...{ report, silentMs, own },
	stale: silentMs > staleMs
});
const keyOf = ({ id, path }: WallReport): string => `${id} ${path}`;
