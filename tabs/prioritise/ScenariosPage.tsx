/** What a forum has tried: the best set under its frames, compared. */
import { useWords } from '../language.ts'
import { Page } from '../ui/Page.tsx'
import { ForumHead } from './ForumHead.tsx'
import { useForum } from './useForum.ts'

export function ScenariosPage() {
  const { t } = useWords()
  const choice = useForum()
  return (
    <Page title={t('prioritise.way.scenarios')}>
      <ForumHead choice={choice} at='scenarios' />
    </Page>
  )
}
