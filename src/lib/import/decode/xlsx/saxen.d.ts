declare module 'saxen' {
	/** A streaming XML parser; attributes and text come undecoded. */
	export class Parser {
		on(
			event: 'openTag',
			handler: (name: string, attributes: () => Record<string, string>, decode: (text: string) => string) => void
		): this;
		on(event: 'text', handler: (content: string, decode: (text: string) => string) => void): this;
		on(event: 'cdata', handler: (content: string) => void): this;
		on(event: 'closeTag', handler: (name: string) => void): this;
		on(event: 'error', handler: (error: Error) => void): this;
		write(xml: string): this;
		end(): Error | null;
		stop(): void;
	}
}
