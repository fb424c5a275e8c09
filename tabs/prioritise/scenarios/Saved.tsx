/** The scenarios that are kept, the name of the one on the screen, and saving, sharing and dropping it. */
import { useState } from 'react'
import type { Forum } from '#src/lists/organisation.ts'
import type { Scenario, ScenarioResult } from '#src/lists/prioritising.ts'
import { mayChangeScenario, mayForForum } from '#src/rules/prioritising/forumRights.ts'
import { useSession } from '../../context.ts'
import { useWords } from '../../language.ts'
import { Refusals } from '../../ui/Refusals.tsx'
import { useMyRoles } from '../../ui/useMyRoles.ts'
import type { DraftState } from './useDraft.ts'
import styles from './Scenarios.module.css'

export function Saved({
  forum,
  saved,
  draft,
  result,
  isStale,
}: {
  forum: Forum
  saved: readonly Scenario[]
  draft: DraftState
  result: ScenarioResult | undefined
  isStale: (scenario: Scenario) => boolean
}) {
  const { t } = useWords()
  const { person } = useSession().session
  const roles = useMyRoles()
  const [isSure, setIsSure] = useState(false)
  const { draft: shown, saved: there, isChanged, busy, refusals } = draft
  const who = { id: person.id, roles }
  const mayTry = mayForForum('tryOut', who, forum)
  const isMine = !there || mayChangeScenario(who, there, forum)
  const hasName = shown.title.trim() !== ''
  return (
    <section className={styles.section} aria-labelledby='saved'>
      <div className={styles.sectionHead}>
        <h2 id='saved'>{t('scenarios.saved')}</h2>
        <div className={styles.chips}>
          {saved.map((one) => (
            <button
              key={one.key}
              type='button'
              className={styles.chip}
              aria-pressed={one.key === shown.key}
              onClick={() => draft.open(one)}
            >
              {one.title}
              {one.shared && <small> {t('scenarios.shared')}</small>}
              {isStale(one) && <small> · {t('scenarios.changedShort')}</small>}
            </button>
          ))}
          <button
            type='button'
            className={styles.chip}
            aria-pressed={!there}
            onClick={() => draft.open(undefined)}
          >
            {t('scenarios.new')}
          </button>
        </div>
      </div>
      {mayTry ? (
        <form
          className={styles.fields}
          onSubmit={(event) => {
            event.preventDefault()
            if (hasName) void draft.save(result, { asNew: !isMine })
          }}
        >
          <label>
            {t('scenarios.title')}{' '}
            <input
              className={styles.field}
              value={shown.title}
              maxLength={255}
              onChange={({ target }) => draft.name({ title: target.value })}
            />
          </label>
          <label className={styles.check}>
            <input
              type='checkbox'
              checked={shown.shared}
              onChange={({ target }) => draft.name({ shared: target.checked })}
            />{' '}
            {t('scenarios.share')}
          </label>
          {isMine && (
            <button type='submit' className={styles.button} disabled={busy || !hasName || !isChanged}>
              {isChanged ? t('scenarios.save') : t('scenarios.savedNow')}
            </button>
          )}
          {there && (
            <button
              type='button'
              className={styles.button}
              disabled={busy || !hasName}
              onClick={() => void draft.save(result, { asNew: true })}
            >
              {t('scenarios.saveNew')}
            </button>
          )}
          {there && isMine && !isSure && (
            <button type='button' className={styles.quietButton} onClick={() => setIsSure(true)}>
              {t('scenarios.drop')}
            </button>
          )}
          {there && isMine && isSure && (
            <span role='group' aria-label={t('scenarios.dropSure', { title: there.title })}>
              {t('scenarios.dropSure', { title: there.title })}{' '}
              <button
                type='button'
                className={styles.button}
                disabled={busy}
                onClick={() => {
                  setIsSure(false)
                  void draft.drop()
                }}
              >
                {t('scenarios.drop')}
              </button>{' '}
              <button type='button' className={styles.button} onClick={() => setIsSure(false)}>
                {t('scenarios.keep')}
              </button>
            </span>
          )}
          <Refusals refusals={refusals} />
        </form>
      ) : (
        <p className={styles.quiet}>{t('scenarios.mayNot')}</p>
      )}
    </section>
  )
}
