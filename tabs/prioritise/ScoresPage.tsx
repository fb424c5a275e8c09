/** What a forum has given each initiative by each criterion. */
import { useWords } from '../language.ts'
import { Page } from '../ui/Page.tsx'
import { ForumHead } from './ForumHead.tsx'
import { useForum } from './useForum.ts'

export function ScoresPage() {
  const { t } = useWords()
  const choice = useForum()
  return (
    <Page title={t('prioritise.way.scores')}>
      <ForumHead choice={choice} at='scores' />
    </Page>
  )
}
