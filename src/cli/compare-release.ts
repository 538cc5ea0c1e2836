import { access, copyFile, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openNative } from '#lib/engine/native.ts';
import type { Profile } from '#lib/dimensions/profile.ts';
import type { Batch } from '#lib/import/batch.ts';
import { compareBatch, type BatchComparison } from '#lib/release/compare.ts';
import { openRelease, releaseFiles } from '#lib/release/open-release.ts';
import { releaseFormat } from '#lib/release/rules.ts';

/** A release folder that files are held against. */
export interface ComparedRelease {
	/** The id of the release's profile, where its manifest says. */
	readonly profile: string | null;
	compare(profile: Profile, batch: Batch): Promise<BatchComparison>;
	close(): Promise<void>;
}

/**
 * Opens a release for comparison; nothing is ever written into its folder. Throws an Error whose message says, in both
 * languages, that it is no release or one of another format.
 */
export async function openForComparison(folder: string): Promise<ComparedRelease> {
	const paths = Object.values(releaseFiles).map((name) => resolve(folder, name));
	for (const path of paths) {
		await access(path).catch(() => {
			throw new Error(`${folder} 不是发布文件夹 / ${folder} is no release: make one with gongbang build`);
		});
	}
	const text = await readFile(join(folder, 'manifest.json'), 'utf8').catch(() => '{}');
	const manifest = JSON.parse(text) as { format?: number; profile?: { id?: string } };
	if (manifest.format !== undefined && manifest.format !== releaseFormat)
		throw new Error(
			`${folder} 是格式 ${manifest.format} 的发布数据，请重新生成 / a release of format ${manifest.format}: build it anew`
		);
	const place = await mkdtemp(join(tmpdir(), 'gongbang-compare-'));
	const connector = await openNative({ folder: place });
	const close = async () => {
		await connector.close();
		await rm(place, { recursive: true, force: true });
	};
	try {
		for (const [index, name] of Object.values(releaseFiles).entries()) {
			const [from, to] = [paths[index] ?? '', join(place, name)];
			await symlink(from, to).catch(() => copyFile(from, to));
		}
		await openRelease(connector, { detail: true });
	} catch (error) {
		await close();
		throw error;
	}
	return {
		profile: manifest.profile?.id ?? null,
		compare: (profile, batch) => compareBatch(connector, profile, batch),
		close
	};
}
