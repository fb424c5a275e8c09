/** What a forum has tried: the best set under its frames, changed by hand, saved and compared. */
import type { Forum } from '#src/lists/organisation.ts'
import { useWords } from '../language.ts'
import { NamedAxes } from '../ui/axes/NamedAxes.tsx'
import { UnreadNames } from '../ui/axes/UnreadNames.tsx'
import { Page } from '../ui/Page.tsx'
import { ForumHead } from './ForumHead.tsx'
import { Scenarios } from './scenarios/Scenarios.tsx'
import { useScenarioRows } from './scenarios/useScenarioRows.ts'
import { useForum } from './useForum.ts'

export function ScenariosPage() {
  const { t } = useWords()
  const choice = useForum()
  const { forum } = choice
  return (
    <Page title={t('prioritise.way.scenarios')}>
      <ForumHead choice={choice} at='scenarios' />
      {forum && <OfForum key={forum.key} forum={forum} />}
    </Page>
  )
}

function OfForum({ forum }: { forum: Forum }) {
  const { t } = useWords()
  const { now, error, reload } = useScenarioRows(forum)
  return (
    <>
      {error !== undefined && (
        <p role='alert'>
          {t('refusal.unavailable')}{' '}
          <button type='button' onClick={reload}>
            {t('app.retry')}
          </button>
        </p>
      )}
      {now ? (
        <NamedAxes>
          <UnreadNames />
          <Scenarios forum={forum} now={now} />
        </NamedAxes>
      ) : (
        error === undefined && <p role='status'>{t('scenarios.loading')}</p>
      )}
    </>
  )
}
