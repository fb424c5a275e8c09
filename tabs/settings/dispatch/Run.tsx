/** How today's sending goes: how far it has come, or why nothing is sent. */
import type { Dispatch } from '#src/rules/reminding/dispatch.ts'
import { holidays } from '#src/rules/days/holidays.ts'
import { isWorkingDay } from '#src/rules/days/workingDays.ts'
import { formatNumber } from '#src/text/format.ts'
import { useWords } from '../../language.ts'
import shared from '../Settings.module.css'
import styles from './Dispatch.module.css'

export function Run({
  dispatch: { day, rows, progress },
  sends,
}: {
  dispatch: Dispatch
  /** Whether a server is at work. */
  sends: boolean
}) {
  const { t, locale } = useWords()
  const left = rows.filter(({ state }) => state === 'waiting' || state === 'sending').length
  const done = rows.length - left
  if (!progress) return <p className={styles.notice}>{t('dispatch.never')}</p>
  return (
    <>
      {!sends && (
        <p className={styles.notice}>
          {t('dispatch.silent', { at: new Date(progress.until).toLocaleString(locale, when) })}
        </p>
      )}
      {rows.length > 0 && (
        <progress
          className={styles.progress}
          aria-label={t('dispatch.progress')}
          max={rows.length}
          value={done}
        />
      )}
      <p role='status' className={shared.said}>
        {left > 0
          ? t('dispatch.going', { done: formatNumber(done, locale), all: formatNumber(rows.length, locale) })
          : !isWorkingDay(day, holidays)
            ? t('dispatch.holiday')
            : t(rows.length > 0 ? 'dispatch.done' : 'dispatch.goingOn')}
      </p>
    </>
  )
}

const when = { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' } as const
