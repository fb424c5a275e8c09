/** What a forum ranks by: its criteria, their weights and what each step means. */
import type { Forum } from '#src/lists/organisation.ts'
import { mayForForum, seatedFor } from '#src/rules/prioritising/forumRights.ts'
import { formatList } from '#src/text/format.ts'
import { useSession } from '../context.ts'
import { useWords } from '../language.ts'
import { Page } from '../ui/Page.tsx'
import { useMyRoles } from '../ui/useMyRoles.ts'
import { Waiting } from '../ui/Waiting.tsx'
import { CriteriaEdit } from './criteria/CriteriaEdit.tsx'
import { CriteriaRead } from './criteria/CriteriaRead.tsx'
import { useCriteria } from './criteria/useCriteria.ts'
import { ForumHead } from './ForumHead.tsx'
import { useForum } from './useForum.ts'
import styles from './criteria/Criteria.module.css'

export function CriteriaPage() {
  const { t } = useWords()
  const choice = useForum()
  return (
    <Page title={t('prioritise.way.criteria')}>
      <ForumHead choice={choice} at='criteria' />
      {choice.forum && <OfForum key={choice.forum.key} forum={choice.forum} />}
    </Page>
  )
}

function OfForum({ forum }: { forum: Forum }) {
  const { t, locale } = useWords()
  const { session } = useSession()
  const roles = useMyRoles()
  const found = useCriteria(forum.key)
  const may = mayForForum('weigh', { id: session.person.id, roles }, forum)
  const names = seatedFor('weigh', forum).map(({ name }) => name)
  if (found.error !== undefined && !found.saved)
    return (
      <p role='alert'>
        {t('scoring.failed')}{' '}
        <button type='button' onClick={found.reload}>
          {t('app.retry')}
        </button>
      </p>
    )
  if (!found.saved) return <Waiting />
  return (
    <section aria-labelledby='criteria-title'>
      <h2 id='criteria-title' className={styles.title}>
        {t('scoring.ranksBy', { forum: forum.title })}
      </h2>
      {may ? (
        <CriteriaEdit of={found} />
      ) : (
        <>
          <p>
            {names.length > 0
              ? t('scoring.weighedBy', { names: formatList(names, locale) })
              : t('scoring.weighedByRoles')}
          </p>
          <CriteriaRead rows={found.saved} />
        </>
      )}
    </section>
  )
}
