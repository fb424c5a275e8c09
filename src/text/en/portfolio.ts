/** What the portfolio says, in English: the same keys and `{places}` as in Swedish. */
import type { sentences as sv } from '../sv/portfolio.ts'

export const sentences = {
  'portfolio.title': 'Portfolio',
  'portfolio.search': 'Search by number, title, unit or person',
  'portfolio.filters': 'Filters',
  'portfolio.clear': 'Clear filters',
  'portfolio.more': 'More filters',
  'portfolio.fewer': 'Fewer filters',
  'portfolio.all': 'All',
  'portfolio.shown': 'Showing {shown} of {total} initiatives',
  'portfolio.import': 'Import',
  'portfolio.empty':
    'This is where needs and initiatives are kept. Start with the spreadsheet you use today: import it, and you will see every row before anything is saved.',
  'portfolio.emptyReader': 'This is where needs and initiatives are kept. Nothing has been added yet.',
  'portfolio.noHits': 'No initiative matches the filters.',
  'portfolio.sortBy': 'Sort by {column}',
  'portfolio.table': 'Initiatives',
  'portfolio.keys':
    'Up and down move between rows, right goes in among the cells, Enter opens, F2 edits, Space selects, / searches.',
  'portfolio.cost': 'Cost',
  'portfolio.perYear': '/year',
  'portfolio.external': 'External',
  'portfolio.none': 'Not given',
  'portfolio.age': 'In this stage',
  'portfolio.days': '{days} d',
  'portfolio.department': 'Department',
  'portfolio.groupOne': '{count} initiative',
  'portfolio.groupCount': '{count} initiatives',
  'portfolio.median': 'median {days} d in the stage',
  'portfolio.selectAll': 'Select all that are shown',
  'portfolio.views': 'Views',
  'portfolio.shape': 'Show as',
  'portfolio.asTable': 'Table',
  'portfolio.asFunnel': 'Funnel',
  'portfolio.export': 'Export and print',
} satisfies Record<keyof typeof sv, string>
