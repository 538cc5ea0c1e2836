import { getLocale, overwriteGetLocale } from '#lib/messages/generated/runtime.js';

/*
 * A page speaks one language for as long as it is loaded: changing it loads the page anew. Asked of the cookies for every
 * text, it would change under a page whose neighbour changed it, and take its part of every change of filters.
 */
const locale = getLocale();
overwriteGetLocale(() => locale);
