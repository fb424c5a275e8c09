/** What is said of needs that are alike, in Swedish: the master that other languages follow. */

export const sentences = {
  'similar.level.very': 'Mycket lik',
  'similar.level.alike': 'Lik',
  'similar.level.some': 'Något lik',
  'similar.why': 'Gemensamt: {words}',
} as const
