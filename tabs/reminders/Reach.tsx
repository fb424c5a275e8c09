/** Whether reminders come at all, and what the person can do when they don't. */
import { formatDay } from '#src/text/format.ts'
import { useSession } from '../context.ts'
import { useWords } from '../language.ts'
import type { Read } from './useMyReminders.ts'
import styles from './Reminders.module.css'

export function Reach({ mine }: { mine: Read }) {
  const { t, locale } = useWords()
  const { today } = useSession()
  const { address, until, sends } = mine
  const day = address?.since ? formatDay(address.since, locale, today) : ''
  if (until === undefined) return <p className={styles.notice}>{t('reminders.off')}</p>
  if (!address) return <p className={styles.notice}>{t('reminders.noChat')}</p>
  if (address.state !== 'reachable')
    return <p className={styles.notice}>{t(`reminders.${address.state}`, { day })}</p>
  if (!sends) return <p className={styles.notice}>{t('reminders.silent')}</p>
  return (
    <p className={styles.reached}>
      <span aria-hidden='true'>✓ </span>
      {t('reminders.reached')}
    </p>
  )
}
