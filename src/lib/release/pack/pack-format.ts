import type { Bilingual } from '#lib/format/language.ts';
import type { ReleaseFile } from '../manifest.ts';

export const packFormat = 'gongbang-pack';
/** What this program writes, and the newest that it reads. */
export const packVersion = 1;
/** The program that writes; a test holds it to package.json. */
export const programVersion = '0.1.0';
/** The list of the pack: what is in it, and by which hash. */
export const packListName = 'pack.json';
export const packExtension = '.gongbang';
export const packType = 'application/vnd.gongbang.pack+zip';
/** A ZIP without its later extensions says no larger sizes. */
export const mostBytes = 2 ** 32 - 2 ** 20;

/** `pack.json`: what a pack is and what it holds. */
export interface PackList {
	readonly format: typeof packFormat;
	readonly version: number;
	readonly program: { readonly name: 'gongbang'; readonly version: string };
	/** Id of the release. */
	readonly release: string;
	readonly profile: string;
	readonly title: Bilingual;
	/** When the release was built, and when the pack was made; ISO. */
	readonly createdAt: string;
	readonly madeAt: string;
	/** Every other file of the pack. */
	readonly entries: readonly ReleaseFile[];
}

const names =
	/^(?:manifest\.json|summary\.duckdb|detail\.duckdb|map\.json|definitions\.json|boards\.json|kept\.json|batches\/[0-9a-f]{1,64}\.json)$/;

/** Whether a file of a pack may have that name: all there are, so that none leads anywhere else. */
export function isPackEntry(name: string): boolean {
	return names.test(name);
}

/** Files that are read by range lie in the pack as they are, so that a browser can read them out of it. */
export function isStored(name: string): boolean {
	return name === 'detail.duckdb';
}

/** 工榜交接-重庆市-2026-11-21.gongbang */
export function packName({ title, madeAt }: Pick<PackList, 'title' | 'madeAt'>): string {
	const profile = title.zh.replaceAll(/[\\/:*?"<>|\p{C}\s]+/gu, '_');
	return `工榜交接-${profile}-${madeAt.slice(0, 10)}${packExtension}`;
}
