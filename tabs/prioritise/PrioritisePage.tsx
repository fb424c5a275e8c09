/** Prioritera: the ranking of a forum with its reasons. */
import { useWords } from '../language.ts'
import { Page } from '../ui/Page.tsx'
import { ForumHead } from './ForumHead.tsx'
import { useForum } from './useForum.ts'

export function PrioritisePage() {
  const { t } = useWords()
  const choice = useForum()
  return (
    <Page title={t('prioritise.way.ranking')}>
      <ForumHead choice={choice} at='ranking' />
    </Page>
  )
}
