import type { Bilingual } from '#lib/format/language.ts';

/** A mistake in a playlist: where, and in one sentence in each language what is wrong and what it must be. */
export interface PlaylistProblem {
	/** As in `[0].scenes[2].seconds`. */
	readonly path: string;
	readonly text: Bilingual;
}

type Members = Readonly<Record<string, unknown>>;

/** Whether a JSON value is an object, which lists are not. */
export function isObject(value: unknown): value is Members {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads the members of one object of a playlist and notes what is wrong. Never throws. */
export class JsonFields {
	readonly #members: Members;
	readonly path: string;
	readonly #problems: PlaylistProblem[];
	readonly #asked = new Set<string>();
	readonly #around: JsonFields | null;
	#sound = true;

	constructor(members: Members, path: string, problems: PlaylistProblem[], around: JsonFields | null = null) {
		this.#members = members;
		this.path = path;
		this.#problems = problems;
		this.#around = around;
	}

	/** Whether nothing was wrong so far; members that nobody knows do no harm. */
	get sound(): boolean {
		return this.#sound;
	}

	has(name: string): boolean {
		this.#asked.add(name);
		return Object.hasOwn(this.#members, name) && this.#members[name] !== null;
	}

	/** A member as it stands there; undefined where it is not. */
	peek(name: string): unknown {
		return this.has(name) ? this.#members[name] : undefined;
	}

	/** Notes a mistake; gives undefined, so that readers can end with it. */
	wrong(name: string, zh: string, en: string): undefined {
		for (const one of [this, this.#around]) if (one) one.#sound = false;
		return this.#tell(name, zh, en);
	}

	whole(name: string, least: number, most: number): number | undefined {
		const value = this.peek(name);
		if (value === undefined) return undefined;
		if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value;
		return this.wrong(name, `须是 ${least} 到 ${most} 的整数`, `must be a whole number from ${least} to ${most}`);
	}

	choice<T extends string>(name: string, allowed: readonly T[]): T | undefined {
		const value = this.peek(name);
		if (value === undefined) return undefined;
		return (
			allowed.find((word) => word === value) ??
			this.wrong(name, `须是 ${allowed.join('、')} 之一`, `must be one of ${allowed.join(', ')}`)
		);
	}

	text(name: string, most: number): string | undefined {
		const value = this.peek(name);
		if (value === undefined) return undefined;
		if (typeof value !== 'string' || value.trim() === '')
			return this.wrong(name, '须是文字，不能为空', 'must be a text that is not empty');
		return this.#short(name, value.trim(), most);
	}

	/** A text for both languages, or one for each; one of the two stands in for the other. */
	words(name: string, most: number): Bilingual | undefined {
		const value = this.peek(name);
		if (value === undefined) return undefined;
		if (typeof value === 'string') {
			const text = this.text(name, most);
			return text === undefined ? undefined : { zh: text, en: text };
		}
		const { zh, en } = isObject(value) ? value : {};
		const [chinese, english] = [zh, en].map((text) => (typeof text === 'string' ? text.trim() : ''));
		const either = chinese || english;
		if (!either) return this.wrong(name, '须写作 { "zh": …, "en": … }', 'must be { "zh": …, "en": … }');
		if ([chinese, english].some((text) => [...(text ?? '')].length > most))
			return this.wrong(name, `最多 ${most} 个字符`, `may have ${most} characters at most`);
		return { zh: chinese || either, en: english || either };
	}

	/** Short texts. */
	texts(name: string, most: number): readonly string[] | undefined {
		const value = this.peek(name);
		if (value === undefined) return undefined;
		if (!Array.isArray(value) || !value.every((text) => typeof text === 'string' && text !== '' && text.length <= 200))
			return this.wrong(name, '须是一列文字，如 ["甲", "乙"]', 'must be a list of texts such as ["a", "b"]');
		if (value.length > 0 && value.length <= most) return value as readonly string[];
		return this.wrong(name, `须有 1 到 ${most} 项`, `must have 1 to ${most} items`);
	}

	object(name: string): JsonFields | undefined {
		const value = this.peek(name);
		if (value === undefined) return undefined;
		if (isObject(value)) return new JsonFields(value, `${this.path && `${this.path}.`}${name}`, this.#problems, this);
		return this.wrong(name, '须是对象 { … }', 'must be an object { … }');
	}

	/** Tells of members that nobody asked for: a misspelt one would otherwise do nothing without a word. */
	close(): void {
		for (const name of Object.keys(this.#members).slice(0, 100))
			if (!this.#asked.has(name))
				this.#tell(name.slice(0, 60), '没有这一项，请检查拼写', 'is not known here; check the spelling');
	}

	#tell(name: string, zh: string, en: string): undefined {
		const path = name === '' ? this.path : this.path === '' ? name : `${this.path}.${name}`;
		this.#problems.push({ path, text: { zh: `“${path}”${zh}`, en: `"${path}" ${en}` } });
		return undefined;
	}

	#short(name: string, text: string, most: number): string | undefined {
		if ([...text].length <= most) return text;
		return this.wrong(name, `最多 ${most} 个字符`, `may have ${most} characters at most`);
	}
}
