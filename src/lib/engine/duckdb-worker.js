/*
 * DuckDB's own worker, whose address is this one's name: a service worker's answer loses what stands behind a #. It
 * copies the bytes of a file into the engine; what it was sent is given back at once, as a large import would else be
 * held twice until the collector comes by.
 */
importScripts(self.name);

const answer = self.onmessage;
self.onmessage = async (event) => {
	await answer(event);
	const { type, data } = event.data;
	// Without `transfer` it is left to the collector.
	if (type === 'REGISTER_FILE_BUFFER') data[1].buffer.transfer?.(0);
};
