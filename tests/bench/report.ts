import { cpus, totalmem } from 'node:os';
import type { BoardTimes } from './board.ts';
import type { Spread } from './filter-change.ts';
import type { ImportTimes, OneImport } from './import-rows.ts';
import type { PageVitals, PhoneStart } from './phone-start.ts';
import type { RangeTimes } from './results-by-range.ts';
import type { Start } from './startup.ts';
import type { ViewTimes } from './views.ts';
import type { WallMemory } from './wall-memory.ts';
import { soakReport, type Soak } from './wall-soak.ts';

export interface Measured {
	readonly browser: string;
	readonly startup: { readonly cold: Start; readonly second: Start };
	/** Gzipped bytes. */
	readonly scripts: number;
	/** A shared link on a phone, with the figures in its first bytes and with the engine before them. */
	readonly phone: Readonly<Record<'served' | 'engineFirst', PhoneStart & PageVitals>>;
	readonly changes: {
		readonly demo: Spread;
		readonly million: Spread;
		/** The same without a pointer that rests on the bar first. */
		readonly demoUnforeseen: Spread;
		readonly millionUnforeseen: Spread;
		readonly bare: Spread & { readonly facts: number };
	};
	readonly views: readonly ViewTimes[];
	readonly imported: ImportTimes & { readonly bytes: number };
	/** As many rows as one file may have. */
	readonly most: OneImport & { readonly bytes: number };
	readonly range: RangeTimes & { readonly fileBytes: number };
	readonly board: BoardTimes;
	/** One page through ten thousand scenes and a thousand releases. */
	readonly wall: Soak;
	readonly wallMemory: WallMemory | null;
}

const ms = (value: number) => `${Math.round(value).toLocaleString('en')} ms`;
const kB = (value: number) => (value < 1e6 ? `${Math.round(value / 1e3)} kB` : `${(value / 1e6).toFixed(1)} MB`);
const times = (value: number) => `${value.toFixed(2)}×`;

/** The page docs/benchmarks.md. */
export function report(measured: Measured): string {
	const { browser, startup, scripts, phone, changes, views, imported, most, range, board, wall, wallMemory } = measured;
	const kinds = ['document', 'script', 'font', 'engine', 'data', 'other'] as const;
	const start = (name: string, { milliseconds, traffic }: Start) =>
		`| ${name} | ${ms(milliseconds)} | ${kinds.map((kind) => kB(traffic[kind])).join(' | ')} |`;
	const change = (name: string, { p50, p95 }: Spread) =>
		`| ${name} | ${ms(p50)} | ${ms(p95)} | ${times(p50 / changes.bare.p50)} | ${times(p95 / changes.bare.p95)} |`;
	const onPhone = (name: string, start: PhoneStart & PageVitals) =>
		`| ${name} | ${ms(start.milliseconds)} | ${kB(start.bytes)} | ${ms(start.firstPaint)} | ${ms(start.largestPaint)} | ${ms(start.blocked)} | ${start.shift.toFixed(3)} |`;
	const view = ({ path, hand, finger, bare }: ViewTimes) =>
		`| ${path} | ${ms(hand.p50)} | ${ms(hand.p95)} | ${ms(bare.p50)} | ${times(hand.p50 / bare.p50)} | ${times(hand.p95 / bare.p95)} | ${ms(finger.p50)} |`;
	return `# Benchmarks

Written by \`npm run bench\` (Node ${process.versions.node}, headless Chromium ${browser}, ${cpus().length} cores,
${Math.round(totalmem() / 2 ** 30)} GB). Medians of several runs; both sides of a ratio are measured in the same run.

## Start of the overview (national demo, 1920 × 1080)

From navigation to the first chart on the screen, with the bytes on the wire until then.

| start | first chart | ${kinds.join(' | ')} |
|---|---|${kinds.map(() => '---').join('|')}|
${start('nothing kept', startup.cold)}
${start('second start', startup.second)}

Scripts that the overview needs before anything runs, gzip, without ECharts and the engine: **${kB(scripts)}** (limit 120 kB).

## A shared link on a phone

The overview of an industry in a quarter, opened with nothing kept on a line of 1.6 Mbit/s with 150 ms and a processor of
a quarter of this one. Served: the figures and pictures stand in the page's first bytes, asked of the same release on the
server. Engine first: the same page of the same server with \`PAGE_FIGURES=off\`.

| | first chart | bytes until then | first paint | largest paint | blocked | layout shift |
|---|---|---|---|---|---|---|
${onPhone('served', phone.served)}
${onPhone('engine first', phone.engineFirst)}

Served ÷ engine first: time **${times(phone.served.milliseconds / phone.engineFirst.milliseconds)}** (limit 0.25×), bytes **${times(phone.served.bytes / phone.engineFirst.bytes)}** (limit 0.1×).
Paints and shifts until five seconds after the chart; blocked: what tasks of the main thread took beyond 50 ms, in that time.

## Filter change, until all panels of the overview are painted

Measured from a real click on an industry’s bar; every change asks for an industry in a quarter whose answers are not
kept. With a mouse, the pointer has come to rest on the bar before the click and the page has asked ahead; a finger gives
no such notice. Bare: the same four groupings of the ${changes.bare.facts.toLocaleString('en')} unrolled facts through DuckDB-wasm alone, drawn by
plain ECharts.

| release | p50 | p95 | p50 ÷ bare | p95 ÷ bare |
|---|---|---|---|---|
${change('national demo, mouse', changes.demo)}
${change('one million summary facts, mouse', changes.million)}
${change('national demo, finger', changes.demoUnforeseen)}
${change('one million summary facts, finger', changes.millionUnforeseen)}
${change('bare', changes.bare)}

Limit: 0.5× of bare, with a mouse.

## The same on every page (national demo)

From the choice of another place in the filter sentence until nothing changes any more of which at least a quarter is in
sight (1920 × 1080), by turns with the bare parts, in quarters by turns. With a mouse, the pointer has come to rest on the
choice before the click and the page has asked ahead; a finger gives no such notice.

| page | p50 | p95 | bare p50 | p50 ÷ bare | p95 ÷ bare | p50, finger |
|---|---|---|---|---|---|---|
${views.map(view).join('\n')}

Limit: as for the overview, 0.5× of bare, with a mouse.

## Import of ${imported.rows.toLocaleString('en')} rows (${kB(imported.bytes)}) into DuckDB, in the browser

| | time | ÷ bare |
|---|---|---|
| all steps of the import | ${ms(imported.ours)} | ${times(imported.ours / imported.bare)} |
| bare \`read_csv\` | ${ms(imported.bare)} | 1.00× |

Limit: 3×. Longest task of the main thread: ${imported.longestTask === 0 ? 'none over 50 ms' : ms(imported.longestTask)}. Memory of the page's process grew by
${kB(imported.memory)} at its highest, ${times(imported.memory / imported.bytes)} of the file (limit 6×; in the worst run ${kB(imported.mostMemory)}); bare \`read_csv\` alone makes it
grow by ${kB(imported.bareMemory)}.

As many rows as one file may have, ${most.count.toLocaleString('en')} (${kB(most.bytes)}): ${(most.milliseconds / 1000).toFixed(1)} s, memory ${times(most.growth / most.bytes)} of the file,
longest task of the main thread ${most.longestTask === 0 ? 'none over 50 ms' : ms(most.longestTask)}.

## One competition's board out of 58.06 million results

\`detail.duckdb\` of ${kB(range.fileBytes)} on a static server, read by range and ranked by the product’s rules of a competition
(limit 500 ms, cold).

| step | time | bytes moved |
|---|---|---|
| attach | ${ms(range.attach.milliseconds)} | ${kB(range.attach.bytes)} |
| board, cold | ${ms(range.cold.milliseconds)} | ${kB(range.cold.bytes)} |
| board, warm | ${ms(range.warm.milliseconds)} | ${kB(range.warm.bytes)} |

## A board of ${board.results.toLocaleString('en')} results, ranked in the browser

Four criteria with ties, an award tier, exact values: the first board of a page **${ms(board.first)}**, later ones ${ms(board.later)}
(limit 300 ms). Processor time of the page’s main thread: ${ms(board.cpuFirst)} and ${ms(board.cpuLater)}.

${soakReport(wall, wallMemory)}`;
}
