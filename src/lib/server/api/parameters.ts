import type { Bilingual } from '#lib/format/language.ts';
import { ApiError } from './api-error.ts';

/** What a parameter may hold, in the words of JSON Schema. */
export interface ParameterSchema {
	readonly type: 'string' | 'integer';
	readonly enum?: readonly string[];
	readonly pattern?: string;
	readonly maxLength?: number;
	readonly minimum?: number;
	readonly maximum?: number;
	readonly default?: string | number;
}

/** One parameter: requests are checked by it, and the documents are written from it. */
export interface Parameter {
	readonly name: string;
	readonly about: Bilingual;
	readonly schema: ParameterSchema;
	readonly required?: boolean;
	/** Several values with commas between them, each as the schema says. */
	readonly list?: boolean;
	readonly example?: string;
}

/** The parameters of a request, checked. Asking for one that is not declared is a mistake of the program. */
export class Values {
	readonly #declared: ReadonlyMap<string, Parameter>;
	readonly #given: ReadonlyMap<string, string>;
	readonly #unread: Set<string>;

	constructor(declared: readonly Parameter[], given: ReadonlyMap<string, string>) {
		this.#declared = new Map(declared.map((parameter) => [parameter.name, parameter]));
		this.#given = given;
		this.#unread = new Set(this.#declared.keys());
	}

	/** A value as text, or its default; null where there is neither. */
	text(name: string): string | null {
		const parameter = this.#declared.get(name);
		if (!parameter) throw new Error(`The parameter ${name} is not declared.`);
		this.#unread.delete(name);
		const standard = parameter.schema.default;
		return this.#given.get(name) ?? (standard === undefined ? null : String(standard));
	}

	/** The members of a list; none where it is not given. */
	list(name: string): string[] {
		return this.text(name)?.split(',') ?? [];
	}

	/** A whole number. */
	number(name: string): number {
		return Number(this.text(name));
	}

	/** The declared parameters that nobody has asked for so far. */
	get unread(): readonly string[] {
		return [...this.#unread];
	}
}

/** Checks a request against the declared parameters. Throws the first ApiError, which names the parameter. */
export function readParameters(declared: readonly Parameter[], params: URLSearchParams): Values {
	const given = new Map<string, string>();
	for (const [name, value] of params) {
		const parameter = declared.find((known) => known.name === name);
		if (!parameter) throw unknownParameter(declared, name);
		if (given.has(name)) throw repeated(name);
		check(parameter, value);
		given.set(name, value);
	}
	for (const { name, required } of declared)
		if (required && !given.has(name))
			throw new ApiError('missing_parameter', `缺少参数 ${name}。`, `The parameter ${name} is missing.`, name);
	return new Values(declared, given);
}

function unknownParameter(declared: readonly Parameter[], name: string): ApiError {
	const there = declared.map((parameter) => parameter.name);
	const [zh, en] =
		there.length === 0
			? ['这个地址不带参数', 'this address takes none']
			: [`可用：${there.join('、')}`, `there are ${there.join(', ')}`];
	const shown = shortened(name);
	return new ApiError(
		'unknown_parameter',
		`没有参数“${shown}”，${zh}。`,
		`There is no parameter “${shown}”; ${en}.`,
		shown
	);
}

function repeated(name: string): ApiError {
	return new ApiError(
		'repeated_parameter',
		`参数 ${name} 写了两次；几个值用逗号隔开，写在一个参数里。`,
		`The parameter ${name} is there twice; write several values in one, with commas.`,
		name
	);
}

/** Nothing that cannot be seen belongs into a value; blanks at its ends are a slip of the hand. */
const plain = /^(?!\s)[^\p{C}]+(?<!\s)$/u;

function check({ name, schema, list }: Parameter, value: string): void {
	const longest = schema.maxLength ?? 120;
	if (value.length > longest * (list ? 20 : 1) || !plain.test(value)) throw refused(name, value, schema);
	const members = list ? value.split(',') : [value];
	for (const member of members) if (!fits(schema, member)) throw refused(name, member, schema);
	if (new Set(members).size < members.length) throw refused(name, value, schema);
}

function fits(schema: ParameterSchema, value: string): boolean {
	if (schema.enum) return schema.enum.includes(value);
	if (schema.type === 'integer') {
		const { minimum = 0, maximum = Number.MAX_SAFE_INTEGER } = schema;
		return /^\d{1,15}$/.test(value) && Number(value) >= minimum && Number(value) <= maximum;
	}
	return value !== '' && (schema.pattern === undefined || new RegExp(schema.pattern, 'u').test(value));
}

function refused(name: string, value: string, schema: ParameterSchema): ApiError {
	const { zh, en } = wanted(schema);
	const shown = shortened(value);
	return new ApiError(
		'bad_parameter',
		`参数 ${name} 不能是“${shown}”，${zh}。`,
		`The parameter ${name} cannot be “${shown}”; ${en}.`,
		name
	);
}

function wanted({ enum: choices, type, minimum = 0, maximum, pattern, maxLength = 120 }: ParameterSchema): Bilingual {
	if (choices) return { zh: `可用：${choices.join('、')}`, en: `it may be ${choices.join(', ')}` };
	if (type === 'integer') {
		const [zh, en] = maximum === undefined ? ['', ''] : [`，至多 ${maximum}`, `, at most ${maximum}`];
		return { zh: `须是整数，至少 ${minimum}${zh}`, en: `it is a whole number, at least ${minimum}${en}` };
	}
	return pattern
		? { zh: `形式是 ${pattern}`, en: `its form is ${pattern}` }
		: { zh: `须是至多 ${maxLength} 字的文字`, en: `it is a text of at most ${maxLength} characters` };
}

/** What was asked, as it can stand in a sentence. */
function shortened(text: string): string {
	const seen = text.replaceAll(/\p{C}/gu, '�');
	return seen.length > 60 ? `${seen.slice(0, 60)}…` : seen;
}
