/** What the portfolio says, in English: the same keys and `{places}` as in Swedish. */
import type { sentences as sv } from '../sv/portfolio.ts'

export const sentences = {
  'portfolio.title': 'Portfolio',
  'portfolio.search': 'Search by number, title, unit or person',
  'portfolio.filters': 'Filters',
  'portfolio.clear': 'Clear filters',
  'portfolio.all': 'All',
  'portfolio.shown': 'Showing {shown} of {total} initiatives',
  'portfolio.import': 'Import',
  'portfolio.empty':
    'This is where needs and initiatives are kept. Start with the spreadsheet you use today: import it, and you will see every row before anything is saved.',
  'portfolio.emptyReader': 'This is where needs and initiatives are kept. Nothing has been added yet.',
  'portfolio.noHits': 'No initiative matches the filters.',
  'portfolio.sortBy': 'Sort by {column}',
  'portfolio.table': 'Initiatives',
  'portfolio.keys': 'Arrow keys move between rows, Enter opens, / searches.',
  'portfolio.cost': 'Cost',
  'portfolio.perYear': '/year',
  'portfolio.external': 'External',
  'portfolio.none': 'Not given',
  'portfolio.age': 'In this stage',
  'portfolio.days': '{days} d',
} satisfies Record<keyof typeof sv, string>
