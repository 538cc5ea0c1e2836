/** Files that were dropped or chosen, and the names of those inside folders that are no tables. */
export interface FileListing {
	readonly files: readonly File[];
	readonly ignored: readonly string[];
}

const tableName = /\.(?:csv|tsv|txt|xlsx)$/i;
/** More files than this in one folder are somebody's whole disk. */
const limit = 500;

/** Whether something in a folder is a table by its name. Files that were picked one by one are always looked into. */
export function isTableName(name: string): boolean {
	return tableName.test(name) && !name.startsWith('.') && !name.startsWith('~$');
}

/** Sorts the files of a folder that was chosen into tables and others. */
export function listFolder(files: readonly File[]): FileListing {
	const tables = files.filter(({ name }) => isTableName(name));
	return {
		files: tables.slice(0, limit),
		ignored: [...files.filter(({ name }) => !isTableName(name)), ...tables.slice(limit)].map(({ name }) => name)
	};
}

/** What a drop brings; folders are looked through. Must be called within the event, before anything is awaited. */
export function droppedFiles(transfer: DataTransfer): Promise<FileListing> {
	const plain = [...transfer.files];
	const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry?.() ?? []);
	if (!entries.some((entry) => entry.isDirectory)) return Promise.resolve({ files: plain, ignored: [] });
	return lookThrough(entries);
}

async function lookThrough(entries: readonly FileSystemEntry[]): Promise<FileListing> {
	const picked: File[] = [];
	const inside: File[] = [];
	const walk = async (entry: FileSystemEntry, into: File[]): Promise<void> => {
		if (entry.isFile) into.push(await fileOf(entry as FileSystemFileEntry));
		else for (const child of await childrenOf(entry as FileSystemDirectoryEntry)) await walk(child, inside);
	};
	for (const entry of entries) await walk(entry, picked);
	const { files, ignored } = listFolder(inside);
	return { files: [...picked, ...files], ignored };
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
	return new Promise((resolve, reject) => entry.file(resolve, reject));
}

/** A folder gives its entries in portions until one is empty. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
	const reader = folder.createReader();
	const all: FileSystemEntry[] = [];
	for (;;) {
		const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
		if (some.length === 0) return all;
		all.push(...some);
	}
}
