/** An amount beside the word that says its direction already: 下降 1.8%, not 下降 −1.8%. */
export const unsigned = (text: string): string => text.replace(/^[+−]/, '');
