/** What the portfolio says, in Swedish: the master that other languages follow. */

export const sentences = {
  'portfolio.title': 'Portfölj',
  'portfolio.search': 'Sök nummer, titel, enhet eller person',
  'portfolio.filters': 'Filter',
  'portfolio.clear': 'Rensa filter',
  'portfolio.all': 'Alla',
  'portfolio.shown': 'Visar {shown} av {total} initiativ',
  'portfolio.import': 'Importera',
  'portfolio.empty':
    'Här samlas verksamhetens behov och initiativ. Börja med kalkylbladet ni har i dag: importera det, så ser ni varje rad innan något sparas.',
  'portfolio.emptyReader': 'Här samlas verksamhetens behov och initiativ. Inget är inlagt ännu.',
  'portfolio.noHits': 'Inget initiativ passar filtret.',
  'portfolio.sortBy': 'Sortera efter {column}',
  'portfolio.table': 'Initiativ',
  'portfolio.keys': 'Piltangenter flyttar mellan rader, Enter öppnar, / söker.',
  'portfolio.cost': 'Kostnad',
  'portfolio.perYear': '/år',
  'portfolio.external': 'Externt',
  'portfolio.none': 'Ej angiven',
  'portfolio.age': 'I steget',
  'portfolio.days': '{days} d',
} as const
