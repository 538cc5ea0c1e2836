import type { Finding, RuleCode } from './codes.ts';
import { compareExact, known } from './exact.ts';

/** A problem of a rules file: where, what, and what to do are in the code's sentence. `path` is among the details. */
export type RuleProblem = Finding<RuleCode>;

/** Reads one object of a rules file, notes what is wrong with it and which members nobody asked for. */
export class JsonReader {
	readonly #value: Readonly<Record<string, unknown>>;
	readonly #path: string;
	readonly #asked = new Set<string>();
	readonly problems: RuleProblem[];

	constructor(value: Readonly<Record<string, unknown>>, path: string, problems: RuleProblem[]) {
		this.#value = value;
		this.#path = path;
		this.problems = problems;
	}

	/** The path of a member, as in `tiers[0].count`. */
	path(name: string): string {
		return this.#path === '' ? name : `${this.#path}.${name}`;
	}

	note(code: RuleCode, name: string, details: Readonly<Record<string, string>> = {}): void {
		this.problems.push({ code, details: { path: this.path(name), ...details } });
	}

	has(name: string): boolean {
		this.#asked.add(name);
		return Object.hasOwn(this.#value, name) && this.#value[name] !== null;
	}

	/** A member as it stands in the file. */
	peek(name: string): unknown {
		return this.has(name) ? this.#value[name] : undefined;
	}

	/** A member that must not be there. */
	refuse(name: string, beside: string): void {
		if (this.has(name)) this.note('RULE_CONFLICT', name, { other: beside });
	}

	text(name: string, required = false): string | undefined {
		const value = this.#member(name, required);
		if (value === undefined) return undefined;
		if (typeof value !== 'string') return this.#wrong(name, 'text');
		if (value.trim() !== '') return value;
		this.note('RULE_EMPTY', name);
		return undefined;
	}

	/** Decimal text; numbers are taken as they print. */
	decimal(name: string, limits: { required?: boolean; above?: string; least?: string } = {}): string | undefined {
		const value = this.#member(name, limits.required ?? false);
		if (value === undefined) return undefined;
		const exact = typeof value === 'number' || typeof value === 'string' ? known(value) : null;
		if (exact === null || typeof exact === 'object') return this.#wrong(name, 'number');
		const text = String(exact).trim();
		if (limits.above !== undefined && compareExact(text, limits.above) <= 0) {
			this.note('RULE_NUMBER', name, { needed: `> ${limits.above}` });
			return undefined;
		}
		if (limits.least !== undefined && compareExact(text, limits.least) < 0) {
			this.note('RULE_NUMBER', name, { needed: `≥ ${limits.least}` });
			return undefined;
		}
		return text;
	}

	whole(name: string, least: number, required = false): number | undefined {
		const value = this.#member(name, required);
		if (value === undefined) return undefined;
		if (typeof value === 'number' && Number.isSafeInteger(value) && value >= least) return value;
		this.note('RULE_NUMBER', name, { needed: `≥ ${least}` });
		return undefined;
	}

	choice<T extends string>(name: string, allowed: readonly T[], required = false): T | undefined {
		const value = this.#member(name, required);
		if (value === undefined) return undefined;
		const found = allowed.find((each) => each === value);
		if (found === undefined) this.note('RULE_CHOICE', name, { found: String(value), allowed: allowed.join(', ') });
		return found;
	}

	object(name: string, required = false): JsonReader | undefined {
		const value = this.#member(name, required);
		if (value === undefined) return undefined;
		if (!isObject(value)) return this.#wrong(name, 'object');
		return new JsonReader(value, this.path(name), this.problems);
	}

	objects(name: string, required = false): readonly JsonReader[] | undefined {
		const value = this.#list(name, required);
		return value?.flatMap((each, index) => {
			const path = `${name}[${index}]`;
			if (isObject(each)) return new JsonReader(each, this.path(path), this.problems);
			this.#wrong(path, 'object');
			return [];
		});
	}

	texts(name: string, required = false): readonly string[] | undefined {
		const value = this.#list(name, required);
		if (value?.every((each) => typeof each === 'string')) return value;
		return value && this.#wrong(name, 'texts');
	}

	/** Names of an object whose members are free, in its order. */
	names(): string[] {
		return Object.keys(this.#value);
	}

	/** Notes members that nobody asked for: a misspelt rule would otherwise be no rule at all. */
	close(): void {
		for (const name of Object.keys(this.#value)) if (!this.#asked.has(name)) this.note('RULE_UNKNOWN', name);
	}

	#list(name: string, required: boolean): readonly unknown[] | undefined {
		const value = this.#member(name, required);
		if (value === undefined) return undefined;
		if (!Array.isArray(value)) return this.#wrong(name, 'list');
		if (required && value.length === 0) this.note('RULE_EMPTY', name);
		return value;
	}

	#member(name: string, required: boolean): unknown {
		if (this.has(name)) return this.#value[name];
		if (required) this.note('RULE_MISSING', name);
		return undefined;
	}

	#wrong(name: string, needed: 'text' | 'number' | 'object' | 'list' | 'texts'): undefined {
		this.note('RULE_TYPE', name, { needed });
		return undefined;
	}
}

/** Whether a JSON value is an object, which lists are not. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
