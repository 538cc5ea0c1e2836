import { createContext } from 'svelte';

/** Opens the dialogs of the shell's drop zone. */
export interface FileChoice {
	files(): void;
	folder(): void;
}

/** The one drop zone of the page: set by the root layout. */
export const [getFileChoice, setFileChoice] = createContext<FileChoice>();
