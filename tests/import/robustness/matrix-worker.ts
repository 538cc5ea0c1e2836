import { parentPort, workerData } from 'node:worker_threads';
import { runShare, type Extent } from './matrix.ts';

const { extent, share, threads } = workerData as { extent: Extent; share: number; threads: number };
parentPort?.postMessage(await runShare(extent, share, threads));
