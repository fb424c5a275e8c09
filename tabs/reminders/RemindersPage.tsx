/** Mina påminnelser: when they come, of what, and when not at all; and whether the chat reaches the person. */
import { useSession } from '../context.ts'
import { useWords } from '../language.ts'
import { Page } from '../ui/Page.tsx'
import { Refusals } from '../ui/Refusals.tsx'
import { Waiting } from '../ui/Waiting.tsx'
import { ChoiceForm } from './ChoiceForm.tsx'
import { Reach } from './Reach.tsx'
import { useMyReminders } from './useMyReminders.ts'
import buttons from '../ui/Buttons.module.css'
import styles from './Reminders.module.css'

export function RemindersPage() {
  const { t } = useWords()
  const { today } = useSession()
  const { mine, failed, refusals, reload } = useMyReminders()
  return (
    <Page title={t('reminders.title')}>
      <div className={styles.column}>
        <p className={styles.about}>{t('reminders.about')}</p>
        {failed && (
          <div role='alert' className={styles.notice}>
            {t('reminders.failed')}{' '}
            <button type='button' className={buttons.button} onClick={reload}>
              {t('app.retry')}
            </button>
            <Refusals refusals={refusals} />
          </div>
        )}
        {!mine && !failed && <Waiting />}
        {mine && (
          <>
            <Reach mine={mine} />
            <ChoiceForm choice={mine.choice ?? {}} today={today} />
          </>
        )}
      </div>
    </Page>
  )
}
