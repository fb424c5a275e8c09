/** What the pictures say, in Swedish: the master that other languages follow. */

export const sentences = {
  // The frame of every picture.
  'pictures.showAs': 'Visa som',
  'pictures.asPicture': 'Bild',
  'pictures.asTable': 'Tabell',
  'pictures.copy': 'Kopiera bild',
  'pictures.print': 'Skriv ut',
  'pictures.copied': 'Bilden är kopierad. Klistra in den där du vill ha den.',
  'pictures.saved': 'Urklipp går inte att nå här. Bilden är sparad som {file}.',
  'pictures.notCopied': 'Bilden gick inte att göra. Ta en skärmbild i stället.',
  'pictures.legend': 'Förklaring',
  'pictures.keys': 'Piltangenterna flyttar mellan delarna.',
  'pictures.keysOpen': 'Piltangenterna flyttar mellan delarna, Enter öppnar.',
  'pictures.noRows': 'Inget att visa.',
  'pictures.more': 'Visa {count} till',
  'pictures.empty': 'Här syns verksamhetens initiativ i bild när de har lagts in. Inget är inlagt ännu.',
  'pictures.noHits': 'Inget initiativ passar filtret.',

  // Bubbles.
  'pictures.bubbles': 'Bubblor',

  // Road map.
  'pictures.roadmap': 'Färdplan',

  // Flow.
  'pictures.flow': 'Flöde',

  // Receiving capacity.
  'pictures.receiving': 'Mottagande',

  // Balance.
  'pictures.balance': 'Balans',

  // Changes between two dates.
  'pictures.changes': 'Ändringar',
} as const
