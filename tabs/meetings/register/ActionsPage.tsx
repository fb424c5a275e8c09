/** The action list: who does what by when, from every meeting, with what is late first. */
import { Link } from 'wouter'
import { forums } from '#src/lists/organisation.ts'
import { groupedActions, groupOf } from '#src/rules/meetings/actionList.ts'
import { compareTexts, formatNumber } from '#src/text/format.ts'
import { useSession } from '../../context.ts'
import { useItems } from '../../data.ts'
import { useWords } from '../../language.ts'
import { Page } from '../../ui/Page.tsx'
import { Unread } from '../../ui/Unread.tsx'
import { Waiting } from '../../ui/Waiting.tsx'
import { ActionLine } from './ActionLine.tsx'
import { useActions, useActionsAsked } from './useActions.ts'
import styles from '../Parts.module.css'

export function ActionsPage() {
  const { t, locale } = useWords()
  const { session, today } = useSession()
  const [{ whose, lateOnly, withDone }, change] = useActionsAsked()
  const { rows, error, reload } = useActions(whose)
  const all = useItems(session.data, forums).toSorted((a, b) => compareTexts(locale)(a.title, b.title))
  const shown = (rows ?? []).filter((action) => {
    const group = groupOf(action, today)
    return lateOnly ? group === 'late' : withDone || group !== 'done'
  })
  const groups = groupedActions(shown, today)
  return (
    <Page title={t('actions.title')}>
      <div className={styles.filters}>
        <label>
          {t('actions.whose')}{' '}
          <select value={whose} onChange={(event) => change({ whose: event.target.value })}>
            <option value='mine'>{t('actions.mine')}</option>
            <option value='all'>{t('actions.all')}</option>
            <optgroup label={t('actions.byForum')}>
              {all.map(({ key, title }) => (
                <option key={key} value={key}>
                  {title}
                </option>
              ))}
            </optgroup>
          </select>
        </label>
        <label>
          <input
            type='checkbox'
            checked={lateOnly}
            onChange={(event) => change({ lateOnly: event.target.checked })}
          />{' '}
          {t('actions.lateOnly')}
        </label>
        {whose !== 'all' && (
          <label>
            <input
              type='checkbox'
              checked={withDone && !lateOnly}
              disabled={lateOnly}
              onChange={(event) => change({ withDone: event.target.checked })}
            />{' '}
            {t('actions.withDone')}
          </label>
        )}
      </div>
      {error !== undefined && (
        <Unread about={t('actions.notRead')} reload={reload} className={styles.notice} />
      )}
      {rows === undefined && error === undefined && <Waiting />}
      {rows !== undefined && groups.length === 0 && (
        <p className={styles.quiet}>
          {t(lateOnly ? 'actions.noneLate' : whose === 'mine' ? 'actions.noneMine' : 'actions.none')}{' '}
          <Link className={styles.link} href='/meetings'>
            {t('actions.toMeetings')}
          </Link>
        </p>
      )}
      {groups.map(({ group, actions }) => (
        <section key={group} className={styles.section} aria-labelledby={`actions-${group}`}>
          <h2 id={`actions-${group}`}>
            {t(`actionGroup.${group}`)}{' '}
            <span className={styles.quiet}>{formatNumber(actions.length, locale)}</span>
          </h2>
          <ul className={styles.lines}>
            {actions.map((action) => (
              <ActionLine key={action.key} action={action} />
            ))}
          </ul>
        </section>
      ))}
    </Page>
  )
}
