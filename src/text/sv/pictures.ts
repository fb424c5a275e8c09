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
  'pictures.bubblesTitle': '{x} mot {y}',
  'pictures.choices': 'Vad bubblorna visar',
  'pictures.axisX': 'Vågrätt',
  'pictures.axisY': 'Lodrätt',
  'pictures.size': 'Storlek',
  'pictures.colour': 'Färg',
  'pictures.sameSize': 'Lika stora',
  'pictures.sameColour': 'En färg',
  'pictures.byPortfolio': 'Portfölj',
  'pictures.logX': 'Logaritmiskt vågrätt',
  'pictures.logY': 'Logaritmiskt lodrätt',
  'pictures.measure.cost': 'Kostnad',
  'pictures.measure.benefit': 'Nytta per år',
  'pictures.measure.score': 'Poäng',
  'pictures.measure.risk': 'Risk',
  'pictures.measure.effort': 'Insats',
  'pictures.perYear': '/år',
  'pictures.points': '{points} av 100',
  'pictures.days': '{days} persondagar',
  'pictures.unknown': 'Okänt',
  'pictures.mandatory': 'Tvingande',
  'pictures.initiative': 'Initiativ',
  'pictures.bubblesSay': '{count} initiativ efter {x} och {y}.',
  'pictures.bubblesWorst': 'Högst {x} bland dem som har lägre {y} än hälften: {names}.',
  'pictures.bubblesUnknown': '{count} saknar uppgift och står under bilden.',
  'pictures.unplaced': '{count} initiativ utan plats i bilden',
  'pictures.unplacedMore': '{count} till står i tabellen.',
  'pictures.lacks': 'saknar {what}',
  'pictures.hollow': 'Ihålig: tvingande',
  'pictures.sizeUnknown': 'Streckad: okänd {measure}',
  'pictures.colourUnknown': 'Vit: okänt',
  'pictures.below': '{name} under {value}',
  'pictures.from': '{name} från {value}',
  'pictures.zoomIn': 'Zooma in',
  'pictures.zoomOut': 'Zooma ut',
  'pictures.zoomAll': 'Visa alla',
  'pictures.reading': 'Läser uppgifterna …',
  'pictures.unread': 'Alla uppgifter kunde inte läsas, så bilden visas inte: den skulle visa fel.',

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
