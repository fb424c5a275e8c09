/** Swedish sentences that every page about meetings says. */

export const sentences = {}
