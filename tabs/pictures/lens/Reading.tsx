/** What a picture's own rows are while they aren't here: on their way, or not to be had just now. */
import { useWords } from '../../language.ts'
import styles from './Lens.module.css'

export function Reading({ error, reload }: { error: unknown; reload: () => void }) {
  const { t } = useWords()
  if (error === undefined) return <p role='status'>{t('lens.reading')}</p>
  return (
    <div role='alert' className={styles.alert}>
      <p>{t('lens.notRead')}</p>
      <button type='button' className={styles.button} onClick={reload}>
        {t('app.retry')}
      </button>
    </div>
  )
}
