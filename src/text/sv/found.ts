/** What a search finds besides what the page shows, in Swedish. */

export const sentences = {
  'found.also': 'Också',
  'found.decisions': 'Beslut',
  'found.meetings': 'Möten',
  'found.all': 'Sök i alla beslut',
  'found.none': 'Inga beslut eller möten.',
  'found.coming': 'Söker också bland beslut och möten …',
}
