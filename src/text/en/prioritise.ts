/** What the pages of prioritising say in common and of a forum's ranking and session, in English. */
import type { sentences as sv } from '../sv/prioritise.ts'

export const sentences = {
  'prioritise.forum': 'Forum',
  'prioritise.ways': 'Prioritisation',
  'prioritise.noForums':
    'No forum prioritises yet. A forum does when it governs a portfolio: say so in Settings, Portfolios.',
  'prioritise.way.ranking': 'Ranking',
  'prioritise.way.scores': 'Scores',
  'prioritise.way.criteria': 'Criteria',
  'prioritise.way.scenarios': 'Scenarios',
  'prioritise.way.session': 'Session',
} satisfies Record<keyof typeof sv, string>
