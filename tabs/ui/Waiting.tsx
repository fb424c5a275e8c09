/** The shape of a page while it is on its way. */
import { useWords } from '../language.ts'

export function Waiting() {
  const { t } = useWords()
  return (
    <div className='wait' role='status'>
      <span className='visually-hidden'>{t('app.loading')}</span>
      {Array.from({ length: 6 }, (_, i) => (
        <i key={i} aria-hidden='true' />
      ))}
    </div>
  )
}
