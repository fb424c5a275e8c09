/** Says that the installation's own names of the axes could not be read, where built-in ones would pass for them. */
import { useWords } from '../../language.ts'
import { useAxes } from './axesContext.ts'

export function UnreadNames() {
  const { t } = useWords()
  const { error, reload } = useAxes()
  if (error === undefined) return null
  return (
    <p role='alert'>
      {t('axes.notRead')}{' '}
      <button type='button' onClick={reload}>
        {t('app.retry')}
      </button>
    </p>
  )
}
