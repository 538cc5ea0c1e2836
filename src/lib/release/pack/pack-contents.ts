import usualBoards from '#data/boards/usual.json' with { type: 'json' };
import type { Indicator } from '#lib/indicators/indicator.ts';
import { datasetDefinitions, indicatorDefinition } from '../definitions.ts';
import { sha256 } from '../digest.ts';
import type { Manifest } from '../manifest.ts';
import { packFormat, packVersion, programVersion, type PackList } from './pack-format.ts';
import type { PackedFile } from './write-pack.ts';

/** What a pack is made of. */
export interface PackInput {
	readonly manifest: Manifest;
	/** Its text as it lies there: its bytes stay what they are. */
	readonly manifestText: string;
	/** All that the release can answer, its own metrics included. */
	readonly indicators: readonly Indicator[];
	/** The files that the manifest lists, then the receipts of its batches. */
	readonly files: readonly PackedFile[];
	/** What the browser kept that the pack is made in: notes and links, checked by who reads them. */
	readonly kept?: unknown;
	/** ISO time. */
	readonly madeAt: string;
}

/** The list of a pack and its files in order: definitions first, so that a cut-off copy still says what it was. */
export async function packContents(input: PackInput): Promise<{ list: PackList; files: readonly PackedFile[] }> {
	const { manifest, manifestText, indicators, files: given, kept, madeAt } = input;
	const { id, profile, createdAt } = manifest;
	const own = await Promise.all([
		textFile('manifest.json', manifestText),
		jsonFile('definitions.json', { indicators: indicators.map(indicatorDefinition), datasets: datasetDefinitions() }),
		jsonFile('boards.json', { usual: usualBoards, own: profile.boards ?? [] }),
		...(kept === undefined || kept === null ? [] : [jsonFile('kept.json', kept)])
	]);
	const files = [...own, ...given];
	const list: PackList = {
		format: packFormat,
		version: packVersion,
		program: { name: 'gongbang', version: programVersion },
		release: id,
		profile: profile.id,
		title: profile.title,
		createdAt,
		madeAt,
		entries: files.map(({ name, bytes, sha256: hash }) => ({ name, bytes, sha256: hash }))
	};
	return { list, files };
}

function jsonFile(name: string, value: unknown): Promise<PackedFile> {
	return textFile(name, `${JSON.stringify(value, null, '\t')}\n`);
}

/** A file of a pack that is at hand as text. */
export async function textFile(name: string, text: string): Promise<PackedFile> {
	const bytes = new TextEncoder().encode(text);
	return {
		name,
		bytes: bytes.length,
		sha256: await sha256(bytes),
		bytesOf: async function* () {
			yield bytes;
		}
	};
}
