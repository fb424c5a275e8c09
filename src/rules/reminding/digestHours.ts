/** When digests come: the hour of the day, and the hours that can be chosen. */

/** 08:00 for whoever hasn't chosen. */
export const DIGEST_TIME = '08:00'
/** Digests come within these hours, whatever is chosen. */
export const DIGEST_HOURS = { from: '06:00', to: '18:00' } as const
