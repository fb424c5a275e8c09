/** The forum at work: the questions that wait for it, one at a time, beside the portfolio as a whole. */
import { useWords } from '../language.ts'
import { Page } from '../ui/Page.tsx'
import { ForumHead } from './ForumHead.tsx'
import { useForum } from './useForum.ts'

export function SessionPage() {
  const { t } = useWords()
  const choice = useForum()
  return (
    <Page title={t('prioritise.way.session')}>
      <ForumHead choice={choice} at='session' />
    </Page>
  )
}
