import { compile, type CompilerOptions } from '@inlang/paraglide-js';

/** How the message files become typed functions; Vite’s plugin is told the same. */
export const messageOptions: CompilerOptions = {
	project: './src/lib/messages/project.inlang',
	outdir: './src/lib/messages/generated',
	strategy: ['cookie', 'baseLocale'],
	cookieName: 'lang',
	emitTsDeclarations: true
};

if (import.meta.main) await compile(messageOptions);
