import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openNative } from '#lib/engine/native.ts';
import { openRelease, releaseFiles } from '#lib/release/open-release.ts';
import { askedRelease, type AskedRelease } from '#lib/release/question/asked-release.ts';
import { UsageError } from '#lib/release/question/usage-error.ts';
import { releaseFormat } from '#lib/release/rules.ts';

/** Opens a folder that `gongbang build` wrote. Throws a UsageError when it is none. */
export async function openReleaseFolder(folder: string): Promise<AskedRelease> {
	await access(join(folder, releaseFiles.summary)).catch(() => {
		throw new UsageError(
			`${folder} 不是发布文件夹：其中没有 ${releaseFiles.summary}，请先用 gongbang build 生成。`,
			`${folder} is no release: it holds no ${releaseFiles.summary}; make one with gongbang build.`
		);
	});
	const manifest = await readManifest(folder);
	if (manifest && manifest.format !== releaseFormat) {
		throw new UsageError(
			`${folder} 是格式 ${manifest.format} 的发布数据，本程序读格式 ${releaseFormat}：请用 gongbang build 重新生成。`,
			`${folder} is a release of format ${manifest.format}, and this program reads ${releaseFormat}; make it anew with gongbang build.`
		);
	}
	const connector = await openNative({ folder });
	try {
		await openRelease(connector);
		return await askedRelease(connector, manifest?.profile?.home);
	} catch (error) {
		await connector.close();
		throw error;
	}
}

interface ManifestHead {
	readonly format?: number;
	readonly profile?: { readonly home?: unknown };
}

/** What of a manifest is needed here; null where there is none. */
async function readManifest(folder: string): Promise<ManifestHead | null> {
	const text = await readFile(join(folder, 'manifest.json'), 'utf8').catch(() => null);
	return text === null ? null : (JSON.parse(text) as ManifestHead);
}
