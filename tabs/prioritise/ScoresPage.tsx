/** What a forum has given each initiative by each criterion. */
import { Link } from 'wouter'
import type { Forum } from '#src/lists/organisation.ts'
import { useWords } from '../language.ts'
import { Page } from '../ui/Page.tsx'
import { Waiting } from '../ui/Waiting.tsx'
import { ForumHead, prioritisePath } from './ForumHead.tsx'
import { OfForum } from './scores/OfForum.tsx'
import { useScores } from './scores/useScores.ts'
import { useForum } from './useForum.ts'

export function ScoresPage() {
  const { t } = useWords()
  const choice = useForum()
  return (
    <Page title={t('prioritise.way.scores')}>
      <ForumHead choice={choice} at='scores' />
      {choice.forum && <Found key={choice.forum.key} forum={choice.forum} />}
    </Page>
  )
}

function Found({ forum }: { forum: Forum }) {
  const { t } = useWords()
  const scores = useScores(forum.key)
  const { criteria, cellAt, error, reload } = scores
  if (error !== undefined && !(criteria && cellAt))
    return (
      <p role='alert'>
        {t('scoring.failed')}{' '}
        <button type='button' onClick={reload}>
          {t('app.retry')}
        </button>
      </p>
    )
  if (!criteria || !cellAt) return <Waiting />
  if (criteria.length === 0)
    return (
      <p>
        {t('scoring.noCriteriaYet')}{' '}
        <Link href={prioritisePath('criteria', forum.key)}>{t('scoring.toCriteria')}</Link>
      </p>
    )
  return <OfForum forum={forum} criteria={criteria} cellAt={cellAt} scores={scores} />
}
