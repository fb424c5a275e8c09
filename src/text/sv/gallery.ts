/** What the gallery of parts says, in Swedish, and the samples it shows. Kept apart from the product's own sentences: the gallery is not in it. */

export const sentences = {
  title: 'Galleri',
  about: 'Varje del i varje läge. Finns bara där produkten utvecklas och prövas.',
  open: 'Visa',
  close: 'Stäng',
  need: 'Digitala lås i hemtjänsten',
  other: 'Trygghetskameror på natten',
  long: 'En mycket lång titel på ett behov som någon har klistrat in ur ett protokoll, med verksamhetsutvecklingsorganisationsförändringsarbete mitt i och utan minsta tanke på hur det ska få plats i en kolumn',
  text: 'Nycklar kommer bort och det tar tid att hämta dem. Varje natt åker personal i onödan.',
  department: 'Hemtjänst',
  administration: 'Äldre samt vård och omsorg',
  portfolio: 'Förvaltningens portfölj',
  post: 'Avdelningschef Hemtjänst',
  risk: 'Leverantören blir sen',
} as const
