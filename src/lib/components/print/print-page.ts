/** Prints the page at a panel. */
export function printPanel(name: string): void {
	void name;
	window.print();
}
