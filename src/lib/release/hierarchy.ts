/** A member of a dimension, numbered so that number order is code order and joins compare integers. */
export interface Node {
	readonly id: number;
	readonly code: string;
	readonly parent: number | null;
	/** Steps up to the member without a parent. */
	readonly depth: number;
	/** Whether a complete sum needs it. */
	readonly expected: boolean;
	/** How many expected members its parent has. */
	readonly siblings: number;
	/** 1-based place among the parts of its parent; counts for periods only. */
	readonly ordinal: number;
}

/** What a dimension knows of a member. */
export interface Member {
	readonly code: string;
	readonly parent: string | null;
	readonly expected?: boolean;
	readonly ordinal?: number;
	/** How many parts the parent has in full, where the members here may be fewer. */
	readonly siblings?: number;
}

/** Numbers the members of a dimension. A parent that is not among them counts as none. */
export function numbered(members: readonly Member[]): Node[] {
	const sorted = [...members].sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
	const ids = new Map(sorted.map((member, index) => [member.code, index]));
	const byCode = new Map(sorted.map((member) => [member.code, member]));
	const expectedParts = new Map<string, number>();
	for (const { parent, expected } of sorted) {
		if (parent !== null && byCode.has(parent) && expected !== false)
			expectedParts.set(parent, (expectedParts.get(parent) ?? 0) + 1);
	}
	return sorted.map((member, id) => ({
		id,
		code: member.code,
		parent: member.parent === null ? null : (ids.get(member.parent) ?? null),
		depth: ancestors(member, byCode).length - 1,
		expected: member.expected !== false,
		siblings: member.siblings ?? expectedParts.get(member.parent ?? '') ?? 0,
		ordinal: member.ordinal ?? 0
	}));
}

/** A member's code and those above it, itself first. Throws an Error on a circle. */
export function ancestors(member: Member, byCode: ReadonlyMap<string, Member>): string[] {
	const chain: string[] = [];
	for (let at: Member | undefined = member; at; at = at.parent === null ? undefined : byCode.get(at.parent)) {
		if (chain.includes(at.code)) throw new Error(`The members ${chain.join(', ')} are each above the other.`);
		chain.push(at.code);
	}
	return chain;
}
