/** Milliseconds after which a pointer means what it is on; one that passes over marks on its way means none of them. */
export const rest = 50;
