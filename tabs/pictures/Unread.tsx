/** What a picture says when it can't be drawn truly: something it is made of wasn't read. */
import { useWords } from '../language.ts'
import styles from '../ui/picture/Picture.module.css'

export function Unread({
  reload,
  about = 'pictures.unread',
}: {
  reload: () => void
  about?: 'pictures.unread' | 'pictures.pointsUnread' | 'pictures.receptionsUnread'
}) {
  const { t } = useWords()
  return (
    <p role='alert'>
      {t(about)}{' '}
      <button type='button' className={styles.button} onClick={reload}>
        {t('app.retry')}
      </button>
    </p>
  )
}
