/** What a forum ranks by: its criteria, their weights and what each step means. */
import { useWords } from '../language.ts'
import { Page } from '../ui/Page.tsx'
import { ForumHead } from './ForumHead.tsx'
import { useForum } from './useForum.ts'

export function CriteriaPage() {
  const { t } = useWords()
  const choice = useForum()
  return (
    <Page title={t('prioritise.way.criteria')}>
      <ForumHead choice={choice} at='criteria' />
    </Page>
  )
}
