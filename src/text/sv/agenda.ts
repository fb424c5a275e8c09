/** What preparing an agenda says, in Swedish: the master that other languages follow. */

export const sentences = {
  'agenda.title': 'Dagordning',
} as const
