import { parentPort, workerData } from 'node:worker_threads';
import { fuzz } from './fuzzing.ts';

const { share, threads, count, milliseconds } = workerData as Record<string, number>;
parentPort?.postMessage(await fuzz(share ?? 0, threads ?? 1, count ?? 0, milliseconds ?? 0));
