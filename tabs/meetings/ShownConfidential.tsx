/** Says that confidential initiatives are left out of a page that is printed and handed round, and lets who may read them have them in. */
import { useWords } from '../language.ts'
import common from './Parts.module.css'

export function ShownConfidential({
  count,
  shown,
  show,
}: {
  /** How many there are for whoever looks: none for those who may not read them. */
  count: number
  shown: boolean
  show: (shown: boolean) => void
}) {
  const { t } = useWords()
  if (count === 0) return null
  return (
    <p className={shown ? common.notice : common.quiet}>
      <span role='status'>
        {t(shown ? 'shownConfidential.shown' : 'shownConfidential.hidden', { count })}
      </span>{' '}
      <label className={`${common.tick} no-print`}>
        <input type='checkbox' checked={shown} onChange={({ target }) => show(target.checked)} />
        {t('shownConfidential.show')}
      </label>
    </p>
  )
}
