/** Says that something could not be read, with a way to ask for it again. */
import { useWords } from '../language.ts'
import buttons from './Buttons.module.css'

export function Unread({
  about,
  reload,
  stands = false,
  className,
}: {
  /** What could not be read; unless told, that the service does not answer. */
  about?: string
  reload: () => unknown
  /** Whether what was read before still stands there: then nobody is interrupted. */
  stands?: boolean
  className?: string | undefined
}) {
  const { t } = useWords()
  return (
    <p role={stands ? 'status' : 'alert'} className={className}>
      {about ?? t('refusal.unavailable')}{' '}
      <button type='button' className={buttons.button} onClick={() => void reload()}>
        {t('app.retry')}
      </button>
    </p>
  )
}
