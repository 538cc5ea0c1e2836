import { version } from '$app/environment';
import { clockJump } from '#lib/wall/age.ts';
import { isQuietNow, nextQuiet, quietSpreadMinutes } from '#lib/wall/quiet-hour.ts';
import type { ReloadCause } from '#lib/wall/reloads.ts';
import type { WallReport } from '#lib/wall/report.ts';
import { lookEveryMs, Watchdog } from '#lib/wall/watch.ts';
import type { WantedRelease } from '../release-engine.ts';
import { whenIdle } from '../when-idle.ts';
import { isPageKept, keepPage } from './page-keeper.ts';
import { PageRenewal } from './page-renewal.ts';
import { ScreenHold } from './screen-hold.svelte.ts';
import type { WallHealth } from './wall-health.svelte.ts';
import type { WallPlayer } from './wall-player.svelte.ts';
import { keepReport, sendReport, wallId } from './wall-reports.ts';
import type { WallSource } from './wall-source.svelte.ts';

/** What a caretaker looks after. */
export interface Charge {
	readonly source: Pick<WallSource<unknown, unknown>, 'shown' | 'heard' | 'outdated' | 'look' | 'take' | 'clockSet'>;
	readonly health: WallHealth;
	readonly player: WallPlayer;
	readonly wanted: () => WantedRelease;
	/** `HH:MM`. */
	readonly quietHour: () => string;
	/** What the wall is called by whoever set it up; empty where it has no name. */
	readonly name: string;
	/** The kind of the scene that is on. */
	readonly scene: () => string;
}

/** How often the server is asked for another release, told how the wall is, and asked to be kept again. */
const lookMs = 20_000;
const reportMs = 30_000;
const keepMs = 10 * 60_000;

/** Keeps a wall going without anybody: asks for releases, holds the screen, watches, reloads when it must, and reports. */
export class Caretaker {
	readonly #charge: Charge;
	readonly #screen = new ScreenHold();
	readonly #watchdog = new Watchdog();
	readonly #renewal = new PageRenewal();
	readonly #late = Math.random() * quietSpreadMinutes;
	/** By the clock that nobody sets, and by the wall's own, when it last took the time. */
	#ticked = performance.now();
	#tickedAt = Date.now();
	#quietAt: number | null = null;
	#kept = false;
	#reporting = false;
	#keeping = false;

	constructor(charge: Charge) {
		this.#charge = charge;
	}

	/** Begins when the first picture stands; returns how to end. */
	start(): () => void {
		const { source, health, wanted } = this.#charge;
		const look = () => void source.look(wanted());
		const ending = new AbortController();
		const { signal } = ending;
		// What the page shows may still have to be worked out.
		const keepFirst = () => void source.look(wanted()).then(() => this.#keep());
		const stops = [this.#screen.start(), health.watchPage(), whenIdle(keepFirst)];
		const timers = [
			setInterval(look, lookMs),
			setInterval(() => void this.report(), reportMs),
			setInterval(() => this.#watch(), lookEveryMs),
			setInterval(() => void this.#keep(), keepMs)
		];
		this.#planNight();
		// Whatever was asleep or cut off asks at once.
		addEventListener('online', look, { signal });
		document.addEventListener('visibilitychange', look, { signal });
		look();
		void this.report();
		return () => {
			ending.abort();
			for (const stop of stops) stop();
			for (const timer of timers) clearInterval(timer);
		};
	}

	/** The wall has taken the time. */
	ticked(now: number): void {
		const steady = performance.now();
		const jump = clockJump(now - this.#tickedAt, steady - this.#ticked);
		this.#ticked = steady;
		this.#tickedAt = now;
		if (jump !== 0) this.#clockSet(jump);
		// Where no scene comes after this one, no change brings the new data.
		if (this.#staysOn) this.between();
	}

	/** One scene gives way to the next: the moment for whatever would disturb at others. Says whether the data is another. */
	between(): boolean {
		const { source } = this.#charge;
		const taken = source.take();
		if (taken) void this.#keep();
		if (source.outdated) void this.#renew('program');
		else if (this.#quietAt !== null && Date.now() >= this.#quietAt) {
			if (isQuietNow(this.#quietAt, Date.now())) void this.#renew('night');
			else this.#planNight();
		}
		return taken;
	}

	/** Tells the server, and this browser, how the wall is. */
	async report(): Promise<void> {
		if (this.#reporting) return;
		this.#reporting = true;
		try {
			this.#kept = await isPageKept();
			const report = this.#report();
			keepReport(report);
			await sendReport(report);
		} catch (error) {
			this.#charge.health.fault('report', error);
		} finally {
			this.#reporting = false;
		}
	}

	get #staysOn(): boolean {
		const { player } = this.#charge;
		return player.nextPlace === null || player.paused;
	}

	#watch(): void {
		const { player } = this.#charge;
		const { turn } = player;
		const stuck = this.#watchdog.look({
			now: performance.now(),
			ticked: this.#ticked,
			place: player.place,
			standsMs: turn && !this.#staysOn ? turn.end - turn.since : null
		});
		if (stuck) void this.#renew('stuck');
	}

	#renewed = 0;
	/** Asked at every change, a server that is away is not asked more than every half minute. */
	async #renew(cause: ReloadCause): Promise<void> {
		if (this.#renewed > 0 && performance.now() - this.#renewed < reportMs) return;
		this.#renewed = performance.now();
		try {
			await this.#renewal.try(cause);
		} catch (error) {
			this.#charge.health.fault('reload', error);
		}
	}

	#planNight(): void {
		this.#quietAt = nextQuiet(Date.now(), this.#charge.quietHour(), this.#late);
	}

	/** A clock that was set, or a machine that slept. */
	#clockSet(by: number): void {
		const { source, health, wanted } = this.#charge;
		health.fault('clock', `It went ${by > 0 ? 'forward' : 'back'} by ${Math.round(Math.abs(by) / 1000)} s.`);
		source.clockSet(by);
		this.#planNight();
		void source.look(wanted());
	}

	/** The page that is shown comes again without a network. Only a wall that stands is worth it. */
	async #keep(): Promise<void> {
		if (!this.#charge.source.shown || this.#keeping) return;
		this.#keeping = true;
		await keepPage().catch((error: unknown) => this.#charge.health.fault('keeping', error));
		this.#keeping = false;
	}

	#report(): WallReport {
		const { source, health, player, name, scene } = this.#charge;
		const release = source.shown?.release;
		const { memory } = performance as Performance & { memory?: { usedJSHeapSize: number } };
		return {
			id: wallId(),
			name,
			path: location.pathname + location.search,
			at: new Date().toISOString(),
			started: new Date(health.started).toISOString(),
			program: version,
			profile: release?.entry.profile ?? '',
			release: release?.entry.release ?? '',
			releasedAt: release?.manifest.createdAt ?? null,
			heardAt: source.heard === null ? null : new Date(source.heard).toISOString(),
			scene: scene(),
			playing: !player.paused && !player.pinned,
			counts: { ...health.counts, longTasks: health.longTasks },
			longestTask: health.longestTask,
			memory: memory?.usedJSHeapSize ?? null,
			nodes: document.getElementsByTagName('*').length,
			screen: { width: innerWidth, height: innerHeight, ratio: devicePixelRatio },
			kept: this.#kept,
			awake: this.#screen.awake,
			faults: health.faults.slice(0, 8)
		};
	}
}
