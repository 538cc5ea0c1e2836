import { datasets } from '#lib/datasets/index.ts';
import type { DatasetName } from '#lib/datasets/dataset.ts';
import type { Decisions } from '#lib/import/decisions.ts';

/** How the columns of files with one header are read: what is remembered, and what a mapping file holds. */
export interface MappingMemory {
	readonly dataset?: DatasetName;
	readonly mapping?: Readonly<Record<string, string>>;
	readonly units?: Readonly<Record<string, string>>;
}

const storageKey = 'gongbang-mappings';
/** Headers remembered; the oldest goes first. */
const limit = 200;
const fileKind = 'gongbang-mapping';

/** The part of the decisions that other files with the same header share. */
export function mappingPart({ dataset, mapping, units }: Decisions): MappingMemory {
	return { ...(dataset && { dataset }), ...(mapping && { mapping }), ...(units && { units }) };
}

/** What was decided for files with this header before, in this browser; null when nothing was. */
export function recall(storage: Storage | undefined, signature: string): MappingMemory | null {
	const found = signature === '' ? undefined : readAll(storage).find(([known]) => known === signature);
	return found ? checked(found[1]) : null;
}

/** Remembers the decisions for files with this header; empty ones are forgotten. A full or closed storage is no error. */
export function remember(storage: Storage | undefined, signature: string, memory: MappingMemory): void {
	if (signature === '') return;
	const others = readAll(storage).filter(([known]) => known !== signature);
	const entries = Object.keys(memory).length === 0 ? others : [...others, [signature, memory]];
	try {
		storage?.setItem(storageKey, JSON.stringify(entries.slice(-limit)));
	} catch {
		// It would only have saved work the next time.
	}
}

/** A mapping as a file that another browser can read. */
export function mappingFile(memory: MappingMemory, headers: readonly string[]): string {
	return `${JSON.stringify({ kind: fileKind, version: 1, headers, ...memory }, null, '\t')}\n`;
}

/** The mapping of such a file; null when it is none. */
export function parseMappingFile(text: string): MappingMemory | null {
	try {
		const value: unknown = JSON.parse(text);
		return isRecord(value) && value.kind === fileKind ? checked(value) : null;
	} catch {
		return null;
	}
}

function readAll(storage: Storage | undefined): [string, unknown][] {
	try {
		const value: unknown = JSON.parse(storage?.getItem(storageKey) ?? '[]');
		if (!Array.isArray(value)) return [];
		return value.filter((entry): entry is [string, unknown] => Array.isArray(entry) && typeof entry[0] === 'string');
	} catch {
		return [];
	}
}

/** Only what has the right form: storage and files may hold anything. */
function checked(value: unknown): MappingMemory | null {
	if (!isRecord(value)) return null;
	const dataset = Object.keys(datasets).find((name) => name === value.dataset) as DatasetName | undefined;
	const mapping = texts(value.mapping);
	const units = texts(value.units);
	const memory = { ...(dataset && { dataset }), ...(mapping && { mapping }), ...(units && { units }) };
	return Object.keys(memory).length > 0 ? memory : null;
}

function texts(value: unknown): Record<string, string> | null {
	if (!isRecord(value)) return null;
	const entries = Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
	return entries.length > 0 ? Object.fromEntries(entries) : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
